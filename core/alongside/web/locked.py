"""A device that was left alone: it shows nothing, and keeps what was sent until a card opens it again.

Nothing of it is stored: what was sent stands in the page that asks for the card, and goes on from there.
"""

from __future__ import annotations

from urllib.parse import urlencode

import attrs
from litestar import Response

from alongside.display import View
from alongside.refusal import Refusal
from alongside.web import answers
from alongside.web.around import Around, around
from alongside.web.asked import Asked
from alongside.web.host import Host
from alongside.web.visit import Form, Visitor

LOCKED = "/locked"
"""Where a card opens it again."""

STATUS = 423
"""Locked (RFC 4918, 11.3)."""

SENT = "sent:"
"""Before the name of each field that was sent and goes on once a card has opened it."""


def locked_page(host: Host, visitor: Visitor, asked: Asked) -> Response[bytes]:
    """Ask for the card, in the place of the page that was asked for."""
    with host.store.unit(visitor.actor, writing=False) as unit:
        found = without_ways(around(host, unit, visitor, asked))
    sent = _sent(asked)
    facts = {"to": _whole(asked), "sent": sent.pairs, "posted": asked.posted, "other": "", "mistake": None}
    return answers.page(found.show(host, "web", View("locked.html", TITLE, facts)), asked, status=STATUS)


TITLE = "This is locked"


def without_ways(found: Around) -> Around:
    """Take out what would open the page anew: what was sent would be lost."""
    return attrs.evolve(found, frame={**found.frame, "editions": (), "ways": ()})


def _sent(asked: Asked) -> Form:
    """What was sent, its files left out: they are chosen again where they are missing."""
    try:
        return asked.form(with_files=True) if asked.posted else Form()
    except Refusal:
        return Form()


def _whole(asked: Asked) -> str:
    return f"{asked.here}?{urlencode(asked.query.pairs)}" if asked.query.pairs else asked.here
