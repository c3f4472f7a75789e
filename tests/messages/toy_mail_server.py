"""A mail server for tests: it listens on this computer alone, keeps what it is handed, and ends with the test.

It speaks as much SMTP as ``smtplib`` needs. ``answers`` maps the beginning of a line to the answer it gives
instead of “250 ok”; an answer of ``None`` cuts the line without one.
"""

from __future__ import annotations

import base64
import socketserver
import threading
from email import message_from_bytes, policy


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.say("220 here")
        while line := self.rfile.readline().decode().strip():
            word = line.split(" ")[0].upper()
            self.server.lines.append(line)
            for begins, answer in self.server.answers.items():
                if line.upper().startswith(begins.upper()):
                    if answer is None:
                        return
                    self.say(answer)
                    break
            else:
                if not getattr(self, f"do_{word.lower()}", self.do_other)(line):
                    return

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def do_other(self, _line: str) -> bool:
        self.say("250 ok")
        return True

    def do_ehlo(self, _line: str) -> bool:
        self.say("250-here")
        self.say("250 AUTH PLAIN")
        return True

    def do_auth(self, line: str) -> bool:
        self.server.signed_in.append(base64.b64decode(line.split(" ")[2]).decode().split("\0")[1:])
        self.say("235 ok")
        return True

    def do_data(self, _line: str) -> bool:
        self.say("354 go on")
        kept = b""
        while (line := self.rfile.readline()) != b".\r\n":
            kept += line.removeprefix(b".") if line.startswith(b"..") else line
        self.server.received.append(message_from_bytes(kept, policy=policy.default))
        answer = self.server.answers.get("after data", "250 kept")
        if answer is None:
            return False
        self.say(answer)
        return True

    def do_quit(self, _line: str) -> bool:
        self.say("221 bye")
        return False


class MailServer(socketserver.ThreadingTCPServer):
    """The server; ``received`` holds the e-mails, ``lines`` what was said, ``signed_in`` names with passwords."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.received, self.lines, self.signed_in, self.answers = [], [], [], {}

    @property
    def port(self) -> int:
        return self.server_address[1]

    def __enter__(self) -> MailServer:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()
