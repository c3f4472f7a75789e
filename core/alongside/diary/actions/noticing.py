"""What has changed of one's own days, until one has seen it: the messages that tell of it are the one source."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from alongside.messages.changes import changed_days, telling_of_days
from alongside.messages.message import Changed
from alongside.messages.outbox import mark_read, unread
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Noticed:
    """The days that have changed since she last looked, and how many other pieces of news she has not read."""

    days: Mapping[date, Changed]
    news: int


def noticed(unit: Unit) -> Noticed:
    """Look at what is new to the one who acts."""
    new = unread(unit, unit.actor.id)
    return Noticed(days=changed_days(new), news=len(new) - len(telling_of_days(new)))


def has_seen(unit: Unit) -> int:
    """Note that the one who acts has seen what changed of her days; return how many messages told of it."""
    told = telling_of_days(unread(unit, unit.actor.id))
    for one in told:
        mark_read(unit, one)
    return len(told)
