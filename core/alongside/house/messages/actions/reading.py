"""Reading: what was written to oneself, on one's own pages, whatever other way it goes."""

from __future__ import annotations

from datetime import timedelta

import attrs

from alongside.messages.message import Message
from alongside.messages.outbox import unread
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.refusal import NotFound
from alongside.store import Unit

MONTH = timedelta(days=28)


@attrs.frozen(kw_only=True)
class News:
    """What was written to the one who looks: what she has not read yet, and what she has lately."""

    unread: tuple[Message, ...]
    read: tuple[Message, ...]


def news(unit: Unit) -> News:
    """Look at what was written to oneself; everybody may."""
    table, me = MESSAGE.c, unit.actor.id
    order = (table.written_at.desc(), table.id)
    read = unit.find(MESSAGES, table.person == me, table.seen_at >= unit.now - MONTH, order=order)
    return News(unread=tuple(unread(unit, me)), read=tuple(read))


def has_read(unit: Unit, message: str) -> Message:
    """Say that one has read a message written to oneself; twice is as good as once.

    Raises:
        NotFound: for a message to somebody else, as if there were none.
    """
    found = next(iter(unit.find(MESSAGES, MESSAGE.c.id == message, MESSAGE.c.person == unit.actor.id)), None)
    if found is None:
        raise NotFound("message", message)
    return found if found.seen_at else unit.change(MESSAGES, found, seen_at=unit.now)
