"""The guard before every page, with no way round it: who asked, from where, and what goes back with the answer.

It stands outside the router, so that nothing a part describes can leave it out. Against other sites in the
same browser: a changed ``Host`` (a name that was made to lead here) and forms sent from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from litestar.types import ASGIApp, Message, Receive, Scope, Send

from alongside.web.door import ENTRANCE, Door
from alongside.web.reached import Reached

_READING = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

HEADERS: Mapping[str, str] = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # With “no-referrer” a browser names no origin when it sends a form, and the guard could not compare it.
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


NO_KEY = (
    "This page opens with a key. Open the address that Alongside printed when it was started here, "
    "or ask the person who started it."
)


def objection(method: str, headers: Mapping[str, str], reached: Reached) -> tuple[int, str] | None:
    """Return why a request is turned away, as status and sentence; ``None`` for a welcome one."""
    ours = reached.origin_of(headers.get("host", ""))
    if ours is None:
        return 400, f"Alongside answers under its own names only. Open it at one of these: {_named(reached)}."
    if method not in _READING and not _from_here(ours, headers):
        return (
            403,
            "This form was sent from another place. Nothing was changed. Open the page here and send it again.",
        )
    return None


def _named(reached: Reached) -> str:
    """The names as people read them: words before numbers."""
    return ", ".join(sorted(reached.names, key=lambda name: (not name[:1].isalpha(), name)))


def _from_here(ours: str, headers: Mapping[str, str]) -> bool:
    """True if the browser says that the form stood on one of our own pages; saying nothing is not enough."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    named = origin is not None and origin != "null"
    if named and origin != ours:
        return False
    return site == "same-origin" or (site is None and named)


def kept_out(door: Door | None, headers: Mapping[str, str]) -> tuple[int, str] | None:
    """Return why a browser without the key is turned away; ``None`` for one that was let in, or with no door."""
    if door is None or door.admits(headers.get("cookie", "")):
        return None
    return 403, NO_KEY


def guarded(app: ASGIApp, door: Door | None, reached: Reached) -> ASGIApp:
    """Put the guard before an application, and the door where there is one."""

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_ours(message["headers"])
            await send(message)

        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope.get("headers", ())}
        no = objection(str(scope.get("method", "")), headers, reached)
        if no is None and door is not None and _enters(door, scope):
            await _let_in(send_guarded, door)
            return
        no = no or kept_out(door, headers)
        if no is None:
            await app(scope, receive, send_guarded)
        else:
            await _turn_away(send_guarded, *no)

    return guard


def _enters(door: Door, scope: Scope) -> bool:
    query = bytes(scope.get("query_string", b"")).decode("latin-1")
    return scope.get("path") == ENTRANCE and door.fits(query)


async def _let_in(send: Send, door: Door) -> None:
    headers = [(b"location", b"/"), (b"set-cookie", door.cookie.encode()), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


def _with_ours(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Add the guard's headers; a page is kept nowhere, unless the answer says for how long it may be."""
    theirs = [pair for pair in headers if pair[0].decode("latin-1").lower() not in HEADERS]
    ours = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
    if not any(name.lower() == b"cache-control" for name, _ in theirs):
        ours.append((b"cache-control", b"no-store"))
    return theirs + ours


async def _turn_away(send: Send, status: int, sentence: str) -> None:
    body = sentence.encode()
    kind = (b"content-type", b"text/plain; charset=utf-8")
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [kind, length]})
    await send({"type": "http.response.body", "body": body, "more_body": False})
