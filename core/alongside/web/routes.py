"""The routes: one for each page, for showing it and for what is sent to it.

A pair of routes on one path, each in a thread, was wrapped twice by the router and failed; so each route is
one ``async`` function that reads the request and does the rest in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from litestar import HttpMethod, Request, Response, route
from litestar.concurrency import sync_to_thread
from litestar.handlers import HTTPRouteHandler

from alongside.plugin import LARGEST_FORM, Page, Part
from alongside.web import answers
from alongside.web.addresses import Address, addresses_of
from alongside.web.asked import Asked, asked
from alongside.web.cookies import named_for
from alongside.web.failing import plain_page
from alongside.web.forms.field import kit as _
from alongside.web.host import Host
from alongside.web.marks import fits
from alongside.web.opening import open_page
from alongside.web.photos import PATH as PHOTO
from alongside.web.photos import show_photo
from alongside.web.reached import Reached
from alongside.web.start import start

Work = Callable[[Host, Asked], Response[bytes]]

HOST = "host"
"""Where a request says whose pages are asked for."""

NOT_MARKED = _(
    "This form was not opened here, or not since you came in. Nothing was changed. "
    "Open the page again and send it again."
)

_SHOW = (HttpMethod.GET,)
_SEND = (HttpMethod.POST,)


def routes(parts: Sequence[Part], reached: Reached) -> list[HTTPRouteHandler]:
    """Return a route for every page and paper of every part, and for the kit's own pages.

    They hang on no house: which one is asked comes with each request, in its state as ``HOST``.
    """
    addresses = addresses_of(parts)
    own = [_route(PHOTO, _SHOW, show_photo, reached)]
    if all(one.path != "/" for one in addresses):
        own.append(_route("/", _SHOW, start, reached))
    return own + [
        _route(one.pattern, _methods(one), marked(partial(_open, one)), reached, largest=_largest(one))
        for one in addresses
    ]


def _open(address: Address, host: Host, asked: Asked) -> Response[bytes]:
    return open_page(host, address, asked)


def host_of(request: Request[Any, Any, Any]) -> Host:
    """Return the house whose pages are asked for."""
    host: Host = request.scope["state"][HOST]
    return host


def _largest(address: Address) -> int:
    return address.page.largest if isinstance(address.page, Page) else LARGEST_FORM


def marked(work: Work) -> Work:
    """Let nothing be sent but by a form that we gave to this browser; no page can do without."""

    def checked(host: Host, asked: Asked) -> Response[bytes]:
        if not asked.posted or fits(asked.secret, asked.mark):
            return work(host, asked)
        if fits(asked.secret_of_a_stranger, asked.mark):
            # This browser has come in since: a card was shown twice, or a button pressed twice.
            return answers.go("/")
        return plain_page(host, asked, 403, NOT_MARKED)

    return checked


def _methods(address: Address) -> tuple[HttpMethod, ...]:
    return _SHOW + _SEND if isinstance(address.page, Page) and address.page.send else _SHOW


def _route(
    path: str,
    methods: tuple[HttpMethod, ...],
    work: Work,
    reached: Reached,
    largest: int = LARGEST_FORM,
) -> HTTPRouteHandler:
    @route(path, http_method=list(methods), request_max_body_size=largest)
    async def answer(request: Request[Any, Any, Any]) -> Response[bytes]:
        response = await sync_to_thread(work, host_of(request), await asked(request, reached))
        named_for(response.cookies, reached)
        return response

    return answer
