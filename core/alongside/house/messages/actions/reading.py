"""Reading: what was written to oneself, on one's own pages, whatever other way it goes."""

from __future__ import annotations

from datetime import timedelta

import attrs

from alongside.messages.message import Message, Standing
from alongside.messages.outbox import mark_read, unread
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.refusal import NotFound
from alongside.store import Unit

QUARTER = timedelta(days=91)


@attrs.frozen(kw_only=True)
class News:
    """What was written to the one who looks: what is new to her, and what is older, of the last three months."""

    unread: tuple[Message, ...]
    older: tuple[Message, ...]


def news(unit: Unit) -> News:
    """Look at what was written to oneself; everybody may."""
    table, new = MESSAGE.c, unread(unit, unit.actor.id)
    told = (table.person == unit.actor.id, table.standing != Standing.TAKEN_BACK.value)
    order = (table.written_at.desc(), table.id)
    every = unit.find(MESSAGES, *told, table.written_at >= unit.now - QUARTER, order=order)
    return News(unread=tuple(new), older=tuple(one for one in every if one not in new))


def has_read(unit: Unit, message: str) -> Message:
    """Say that one has read a message written to oneself; twice is as good as once.

    Raises:
        NotFound: for a message to somebody else, as if there were none.
    """
    found = next(iter(unit.find(MESSAGES, MESSAGE.c.id == message, MESSAGE.c.person == unit.actor.id)), None)
    if found is None:
        raise NotFound("message", message)
    return mark_read(unit, found)
