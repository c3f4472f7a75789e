"""Programs that serve, and browsers that only count what they are sent."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import os
import re
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from urllib.parse import quote

import attrs

Where = tuple[str, int]


@attrs.frozen
class Sent:
    """An answer as it came over the line."""

    status: int
    body: bytes
    kind: str
    packed: bool
    to: str

    @property
    def text(self) -> str:
        """The page as a browser unpacks it; empty for what is no page."""
        if not self.kind.startswith("text/html"):
            return ""
        return (gzip.decompress(self.body) if self.packed else self.body).decode()


class Visitor:
    """Somebody's browser: her cookies, and a connection that stays open and is opened anew where it broke."""

    def __init__(self, where: Where, cookies: dict[str, str] | None = None) -> None:
        self.origin = f"http://{where[0]}:{where[1]}"
        self.cookies = dict(cookies or {})
        self._connection = http.client.HTTPConnection(*where, timeout=60)

    def get(self, path: str) -> Sent:
        """Fetch a page."""
        try:
            return self._asked("GET", path)
        except (http.client.RemoteDisconnected, ConnectionError):
            # The server lets go of a connection that nobody used for some seconds.
            self._connection.close()
            return self._asked("GET", path)

    def come_in(self, person: str) -> None:
        """Look around as the person with this id, by the form of the page."""
        mark = re.search(r'name="_mark" value="([^"]+)"', self.get("/who").text)
        assert mark is not None
        told = self._asked("POST", "/who", f"_mark={quote(mark[1])}&person={person}")
        assert told.status == 303, told

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _asked(self, method: str, path: str, body: str | None = None) -> Sent:
        headers = {
            "Accept-Encoding": "gzip",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        if body is not None:
            headers |= {"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded"}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        said = answer.headers
        packed = said.get("Content-Encoding") == "gzip"
        return Sent(answer.status, answer.read(), said.get("Content-Type", ""), packed, said.get("Location", ""))


@contextlib.contextmanager
def served(command: list[str]) -> Iterator[tuple[Where, int]]:
    """Start a program that serves, wait until it says where it listens; give that and its process."""
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as server:
        try:
            yield _listening(server), server.pid
        finally:
            ended(server)


def _listening(server: subprocess.Popen[str]) -> Where:
    assert server.stderr is not None
    while select.select([server.stderr], [], [], 60)[0]:
        line = server.stderr.readline()
        found = re.search(r"http://([\d.]+):(\d+)", line)
        if found:
            threading.Thread(target=server.stderr.read, daemon=True).start()
            return found[1], int(found[2])
        if not line:
            break
    sys.exit("the server did not say where it listens")


def ended(program: subprocess.Popen[str]) -> None:
    """End a program that was started in a session of its own, and whatever it has started."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(program.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            program.wait(10)
            return
