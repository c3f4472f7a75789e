"""The start: it leads to the first page that the visitor may open, or to where one comes in."""

from __future__ import annotations

from litestar import Response

from alongside.faults import noted
from alongside.refusal import Refusal
from alongside.web import answers
from alongside.web.around import WAY_IN, menu
from alongside.web.asked import Asked
from alongside.web.failing import plain_page, refused_page, something_failed
from alongside.web.forms.field import kit as _
from alongside.web.host import Host
from alongside.web.locked import locked_page
from alongside.web.opening import who_is_here

NOTHING = _("There is no page yet that you may open. Ask a steward.")


def start(host: Host, asked: Asked) -> Response[bytes]:
    """Lead on, and show what went wrong as on any other page."""
    try:
        asked.check()
        return _led(host, asked)
    except Refusal as refused:
        return refused_page(host, None, asked, refused)
    except Exception as fault:
        return plain_page(host, asked, 500, something_failed(noted(fault, asked.here)))


def _led(host: Host, asked: Asked) -> Response[bytes]:
    visitor = who_is_here(host, asked)
    if visitor is None:
        return answers.go(WAY_IN)
    if visitor.locked:
        return locked_page(host, visitor, asked)
    with host.store.unit(visitor.actor, writing=False) as unit:
        entries = menu(host, unit)
    return answers.go(entries[0].path) if entries else plain_page(host, asked, 403, NOTHING)
