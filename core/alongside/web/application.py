"""The application: an enterprise that was opened becomes pages."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from litestar import Litestar, Request, Response
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp, Receive, Scope, Send

from alongside.display import Said
from alongside.faults import noted
from alongside.plugin import LARGEST_FORM, Part
from alongside.web.asked import Asked
from alongside.web.cookies import FOR_NOW, named_for, received
from alongside.web.failing import plain_page, something_failed
from alongside.web.forms.field import kit as _
from alongside.web.guard import guarded
from alongside.web.host import Host
from alongside.web.lasting import LASTING
from alongside.web.packing import packed
from alongside.web.reached import Reached
from alongside.web.routes import HOST, host_of, routes

SENTENCES = {
    404: _("Nothing is kept at this address. It may have moved, or a letter of it is missing."),
    405: _("Nothing can be sent to this address."),
    413: _("That is more than can be sent here at a time. Nothing of it was kept. Send less, or a smaller file."),
}
"""What to say where the router itself turns a request away."""

# The router's words where a browser went away in the middle of a form: nobody's fault, and nobody reads an answer.
_GONE = "client disconnected prematurely"

_OTHERWISE = _("This address or form could not be read. Open the page again and try once more.")


def build(host: Host, *, reached: Reached | None = None) -> ASGIApp:
    """Return the pages of an enterprise as an application, the guard before all of it.

    ``reached`` says how browsers come to it: from this computer alone, where nothing is said.
    """
    reached = reached or Reached.on_this_computer()
    kept = router(tuple(host.parts), reached)
    # Around the router and not among its middleware, which an address that does not exist would never reach.
    guard = guarded(packed(kept), host.door, reached, is_demo=host.is_demo)

    async def pages(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == ScopeType.HTTP:
            scope["state"] = {**scope.get("state", {}), HOST: host}
            await guard(scope, receive, send)
        else:
            await _begun_and_ended(receive, send)

    return pages


async def _begun_and_ended(receive: Receive, send: Send) -> None:
    """Agree to begin and to end: the pages open nothing of their own, and the router may serve several at once."""
    for done in ("lifespan.startup.complete", "lifespan.shutdown.complete"):
        await receive()
        await send({"type": done})  # type: ignore[typeddict-item] # the types know of requests alone


@lru_cache(maxsize=8)
def router(parts: tuple[Part, ...], reached: Reached) -> Litestar:
    """Return the router for what the parts describe; making one takes a tenth of a second, so it is kept."""

    def shown(request: Request[Any, Any, Any], status: int, sentence: Said) -> Response[bytes]:
        page = plain_page(host_of(request), _asked_there(request, reached), status, sentence)
        named_for(page.cookies, reached)
        return page

    def refused(request: Request[Any, Any, Any], raised: HTTPException) -> Response[bytes]:
        if raised.status_code >= 500 and raised.detail != _GONE:
            noted(raised, "the router")
        return shown(request, raised.status_code, SENTENCES.get(raised.status_code, _OTHERWISE))

    def failed(request: Request[Any, Any, Any], fault: Exception) -> Response[bytes]:
        return shown(request, 500, something_failed(noted(fault, "the router")))

    return Litestar(
        route_handlers=[*routes(parts, reached), *LASTING],
        exception_handlers={HTTPException: refused, Exception: failed},
        request_max_body_size=LARGEST_FORM,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )


def _asked_there(request: Request[Any, Any, Any], reached: Reached) -> Asked:
    """Enough of the request for a page as it is seen for now; a notice waits for a page that shows it."""
    cookies = received(request.cookies, reached)
    return Asked(here=request.url.path, cookies={name: cookies[name] for name in FOR_NOW if name in cookies})
