"""The application: an enterprise that was opened becomes pages."""

from __future__ import annotations

from typing import Any

from litestar import Litestar, Request, Response
from litestar.exceptions import HTTPException

from alongside.display import Said
from alongside.faults import noted
from alongside.plugin import LARGEST_FORM
from alongside.web.asked import Asked
from alongside.web.cookies import FOR_NOW, named_for, received
from alongside.web.failing import plain_page, something_failed
from alongside.web.forms.field import kit as _
from alongside.web.guard import guarded
from alongside.web.host import Host
from alongside.web.lasting import LASTING
from alongside.web.packing import packed
from alongside.web.reached import Reached
from alongside.web.routes import routes

SENTENCES = {
    404: _("Nothing is kept at this address. It may have moved, or a letter of it is missing."),
    405: _("Nothing can be sent to this address."),
    413: _("That is more than can be sent here at a time. Nothing of it was kept. Send less, or a smaller file."),
}
"""What to say where the router itself turns a request away."""

# The router's words where a browser went away in the middle of a form: nobody's fault, and nobody reads an answer.
_GONE = "client disconnected prematurely"

_OTHERWISE = _("This address or form could not be read. Open the page again and try once more.")


def build(host: Host, *, reached: Reached | None = None) -> Litestar:
    """Return the pages of an enterprise as an application, the guard before all of it.

    ``reached`` says how browsers come to it: from this computer alone, where nothing is said.
    """
    reached = reached or Reached.on_this_computer()

    def shown(here: Asked, status: int, sentence: Said) -> Response[bytes]:
        page = plain_page(host, here, status, sentence)
        named_for(page.cookies, reached)
        return page

    def refused(request: Request[Any, Any, Any], raised: HTTPException) -> Response[bytes]:
        here = _asked_there(request, reached)
        if raised.status_code >= 500 and raised.detail != _GONE:
            noted(raised, "the router")
        return shown(here, raised.status_code, SENTENCES.get(raised.status_code, _OTHERWISE))

    def failed(request: Request[Any, Any, Any], fault: Exception) -> Response[bytes]:
        return shown(_asked_there(request, reached), 500, something_failed(noted(fault, "the router")))

    app = Litestar(
        route_handlers=[*routes(host, reached), *LASTING],
        exception_handlers={HTTPException: refused, Exception: failed},
        request_max_body_size=LARGEST_FORM,
        openapi_config=None,
        logging_config=None,
        debug=False,
    )
    # Around the router and not among its middleware, which an address that does not exist would never reach.
    app.asgi_handler = guarded(packed(app.asgi_handler), host.door, reached, is_demo=host.is_demo)
    return app


def _asked_there(request: Request[Any, Any, Any], reached: Reached) -> Asked:
    """Enough of the request for a page as it is seen for now; a notice waits for a page that shows it."""
    cookies = received(request.cookies, reached)
    return Asked(here=request.url.path, cookies={name: cookies[name] for name in FOR_NOW if name in cookies})
