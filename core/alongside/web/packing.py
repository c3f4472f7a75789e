"""Packing: text goes out gzipped to a browser that takes it, so that a first page is soon there on a phone.

Packing a page with a secret in it can tell the secret by the page's length, to somebody who makes the browser
ask for it again and again with guesses in the address and watches the line (“BREACH”, CVE-2013-3587). So the mark
of a form is another one each time, another site's form or picture is sent no session, and what is packed for
one visitor carries a name of random length in its header, which hides the few bytes that a right guess saves.
"""

from __future__ import annotations

import secrets
import zlib
from collections.abc import Iterable
from functools import lru_cache

from litestar.types import ASGIApp, HTTPResponseStartEvent, Message, Receive, Scope, Send

LEAST = 600
"""Fewer bytes than these fit into the first packet anyway."""

_TEXTS = (b"text/", b"image/svg+xml", b"application/javascript", b"application/json")
_LEVEL = 6
_LONGEST_NAME = 120
_NAMED = 0x08  # the flag of RFC 1952, section 2.3.1: a file name follows, and ends with a zero


Headers = Iterable[tuple[bytes, bytes]]


def packed(app: ASGIApp) -> ASGIApp:
    """Pack the answers of an application."""

    async def pack(scope: Scope, receive: Receive, send: Send) -> None:
        takes_it = any(name == b"accept-encoding" and b"gzip" in value for name, value in scope.get("headers", ()))
        await app(scope, receive, _Packer(send).send if takes_it else send)

    return pack


class _Packer:
    """Holds back how an answer begins until its body is there, as the length stands in the beginning."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: HTTPResponseStartEvent | None = None

    async def send(self, message: Message) -> None:
        """Send on, packed where that is worth while; an answer that comes in pieces stays as it is."""
        if message["type"] == "http.response.start":
            self._start = message
            return
        if self._start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        start, self._start = self._start, None
        if not message.get("more_body") and _is_worth_it(start["headers"], message["body"]):
            message["body"] = _small(start["headers"], message["body"])
            start["headers"] = _renamed(start["headers"], len(message["body"]))
        await self._send(start)
        await self._send(message)


def _is_worth_it(headers: Headers, content: bytes) -> bool:
    said = {name.lower(): value for name, value in headers}
    is_text = said.get(b"content-type", b"").startswith(_TEXTS)
    return is_text and len(content) >= LEAST and b"content-encoding" not in said


def _small(headers: Headers, content: bytes) -> bytes:
    lasting = any(name.lower() == b"cache-control" and value.startswith(b"public") for name, value in headers)
    return _once(content) if lasting else _gzip(content, secrets.token_hex(_LONGEST_NAME)[: _some_length()])


def _renamed(headers: Headers, length: int) -> list[tuple[bytes, bytes]]:
    kept = [pair for pair in headers if pair[0].lower() != b"content-length"]
    ours = [(b"content-encoding", b"gzip"), (b"vary", b"accept-encoding")]
    return [*kept, *ours, (b"content-length", str(length).encode())]


def _some_length() -> int:
    return 1 + secrets.randbelow(_LONGEST_NAME)


@lru_cache(maxsize=256)
def _once(content: bytes) -> bytes:
    """What is the same for everybody is packed once; it holds no secret, so its length may be seen."""
    return _gzip(content, "")


def _gzip(content: bytes, name: str) -> bytes:
    """Pack as RFC 1952 says, by hand, as Python's own writes no name of our choice and no fixed time."""
    head = b"\x1f\x8b\x08" + bytes([_NAMED if name else 0]) + bytes(4) + b"\x00\xff"
    label = name.encode() + b"\0" if name else b""
    body = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    deflated = body.compress(content) + body.flush()
    foot = zlib.crc32(content).to_bytes(4, "little") + (len(content) & 0xFFFFFFFF).to_bytes(4, "little")
    return head + label + deflated + foot
