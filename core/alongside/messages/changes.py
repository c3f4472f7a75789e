"""What has changed of somebody's days, as the messages that she has not read tell it.

There is no other list of changes: what she is told by her own channel, what stands on her news and what is marked
in her week are one thing, and read in one act.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from alongside.messages.message import Changed, Message


def changed_days(unread: Iterable[Message]) -> Mapping[date, Changed]:
    """Return each day that unread messages tell of, in order, with what stood there before the first of them.

    Whoever is told twice before she looks compares with what she last knew.
    """
    found: dict[date, Changed] = {}
    for message in sorted(unread, key=lambda one: (one.written_at, one.id)):
        for line in message.lines:
            if line.changed is not None:
                found.setdefault(line.changed.day, line.changed)
    return dict(sorted(found.items()))


def telling_of_days(unread: Iterable[Message]) -> list[Message]:
    """Return those messages that tell of changed days."""
    return [one for one in unread if any(line.changed for line in one.lines)]
