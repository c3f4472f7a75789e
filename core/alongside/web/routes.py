"""The routes: one for each page, for showing it and for what is sent to it.

A pair of routes on one path, each in a thread, was wrapped twice by the router and failed; so each route is
one ``async`` function that reads the request and does the rest in a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from litestar import HttpMethod, Request, Response, route
from litestar.concurrency import sync_to_thread
from litestar.handlers import HTTPRouteHandler

from alongside.plugin import Page
from alongside.web.addresses import Address, addresses_of
from alongside.web.asked import Asked, asked
from alongside.web.host import Host
from alongside.web.opening import open_page
from alongside.web.who import ask_who, choose_who, finish, safely, start

Work = Callable[[Asked], Response[bytes]]

_SHOW = (HttpMethod.GET,)
_SEND = (HttpMethod.POST,)


def routes(host: Host) -> list[HTTPRouteHandler]:
    """Return a route for every page and paper of every part, and for the kit's own pages."""
    addresses = addresses_of(host.parts)
    own = [
        _route("/who", _SHOW, partial(safely, ask_who, host)),
        _route("/who", _SEND, partial(safely, choose_who, host)),
        _route("/finished", _SEND, partial(safely, finish, host)),
    ]
    if all(address.path != "/" for address in addresses):
        own.append(_route("/", _SHOW, partial(safely, start, host)))
    return own + [_route(one.pattern, _methods(one), partial(open_page, host, one)) for one in addresses]


def _methods(address: Address) -> tuple[HttpMethod, ...]:
    return _SHOW + _SEND if isinstance(address.page, Page) and address.page.send else _SHOW


def _route(path: str, methods: tuple[HttpMethod, ...], work: Work) -> HTTPRouteHandler:
    @route(path, http_method=list(methods))
    async def answer(request: Request[Any, Any, Any]) -> Response[bytes]:
        return await sync_to_thread(work, await asked(request))

    return answer
