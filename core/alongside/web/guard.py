"""The guard before every page, with no way round it: who asked, from where, and what goes back with the answer.

It stands outside the router, so that nothing a part describes can leave it out.
"""

from __future__ import annotations

from litestar.types import ASGIApp, Message, Receive, Scope, Send

from alongside.web.arrival import Arrival, arrived
from alongside.web.door import ENTRANCE, Door
from alongside.web.headers import headers_for, with_ours
from alongside.web.limits import Limits
from alongside.web.objections import Objection, objection
from alongside.web.reached import Reached

NO_KEY = (
    "This page opens with a key. Open the address that Alongside printed when it was started here, "
    "or ask the person who started it."
)


def kept_out(door: Door | None, arrival: Arrival) -> Objection | None:
    """Return why a browser without the key is turned away; ``None`` for one that was let in, or with no door."""
    if door is None or door.admits(arrival.headers.get("cookie", "")):
        return None
    return Objection(403, NO_KEY)


def guarded(app: ASGIApp, door: Door | None, reached: Reached, *, is_demo: bool = False) -> ASGIApp:
    """Put the guard before an application, and the door where there is one."""
    # In a demo everybody is invented, and whoever measures or tries it out asks more often than people do.
    limits = Limits(spares_this_computer=is_demo)

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        arrival = arrived(scope, reached)
        ours = headers_for(arrival, reached)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = with_ours(message["headers"], ours)
            await send(message)

        no = limits.objection(arrival) or objection(arrival, reached)
        if no is None and door is not None and _enters(door, scope):
            await _let_in(send_guarded, door, reached)
            return
        no = no or kept_out(door, arrival)
        if no is None:
            await app(_as_the_browser_sees_it(scope, arrival, reached), receive, send_guarded)
        else:
            await _turn_away(send_guarded, no)

    return guard


def _as_the_browser_sees_it(scope: Scope, arrival: Arrival, reached: Reached) -> Scope:
    """The request as it was before a proxy handed it on."""
    if not reached.behind_proxy:
        return scope
    return {**scope, "scheme": reached.scheme, "client": (arrival.address, 0)}  # type: ignore[return-value] # a copy


def _enters(door: Door, scope: Scope) -> bool:
    query = bytes(scope.get("query_string", b"")).decode("latin-1")
    return scope.get("path") == ENTRANCE and door.fits(query)


async def _let_in(send: Send, door: Door, reached: Reached) -> None:
    cookie = door.cookie + ("; Secure" if reached.secure else "")
    headers = [(b"location", b"/"), (b"set-cookie", cookie.encode()), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _turn_away(send: Send, no: Objection) -> None:
    """Say why in plain text: whoever is turned away here gets no page, and no page has to be made."""
    body = no.sentence.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    if no.wait:
        headers.append((b"retry-after", str(no.wait).encode()))
    await send({"type": "http.response.start", "status": no.status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})
