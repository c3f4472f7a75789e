"""The outbox: what parts write to people, inside the unit in which the thing happens.

If the unit is undone, nothing was written; if it is kept, the message is kept with it and will go.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from alongside.messages.choosing import wants_reminder
from alongside.messages.message import Channel, Message, Sentence, Standing
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.store import Unit


def write_to(
    unit: Unit,
    person: str,
    key: str,
    part: str,
    title: Sentence,
    lines: Sequence[Sentence],
    *,
    path: str = "",
    until: datetime | None = None,
    private: bool = False,
    way: Channel | None = None,
    attached: str | None = None,
) -> Message | None:
    """Write to a person what has happened; return None where it is over, or the same was written to her before.

    Args:
        unit: the unit in which it happens.
        person: the id of the one who is told.
        key: what is told, without the person: ``decisions:opened:<proposal>``.
        part: the name of the part or plugin whose catalogue words the sentences.
        title: the subject, in a few words.
        lines: the sentences, one fact each.
        path: the page it is about, with its prefix.
        until: from when on it tells nothing any more; it does not go after that.
        private: true where nobody else may learn that she was told, such as whoever prints letters.
        way: the channel it takes, whatever she chose.
        attached: the name of a paper that goes with it by mail.
    """
    whole = f"{key}:{person}"
    if (until is not None and until <= unit.now) or unit.find(MESSAGES, MESSAGE.c.key == whole):
        return None
    new = Message(
        id=unit.new_id(),
        person=person,
        key=whole,
        part=part,
        title=title,
        lines=tuple(lines),
        path=path,
        written_at=unit.now,
        until=until,
        private=private,
        way=way,
        attached=attached,
    )
    return unit.add(MESSAGES, new)


def remind(
    unit: Unit,
    person: str,
    kind: str,
    key: str,
    part: str,
    title: Sentence,
    lines: Sequence[Sentence],
    *,
    until: datetime | None = None,
    path: str = "",
    private: bool = False,
) -> Message | None:
    """Write a reminder to a person, unless she has said that she wants none of this kind.

    Args:
        unit: the unit of the daily round.
        person: the id of the one who is reminded.
        kind: which of the part's reminders it is, as its description names it.
        key: what it reminds of, without the person.
        part: the name of the part or plugin whose catalogue words the sentences.
        title: the subject, in a few words.
        lines: the sentences, one fact each.
        until: when that begins or ends: a reminder does not come afterwards. None where it is never too late.
        path: the page it is about, with its prefix.
        private: true where nobody else may learn that she was reminded.
    """
    if not wants_reminder(unit, person, f"{part}:{kind}"):
        return None
    return write_to(unit, person, key, part, title, lines, path=path, until=until, private=private)


LATELY = timedelta(days=28)
"""What is older is no news any more, read or not."""


def take_back(unit: Unit, key: str, person: str) -> bool:
    """Take a message back that has not reached her, because what it tells is not so any more; True if it could be.

    One that waits for somebody to ring, or stands unread on her page, can be taken back too; a mail has gone, and
    a letter may be printed already.
    """
    return bool(_taken_back(unit, MESSAGE.c.key == f"{key}:{person}"))


def replaced(unit: Unit, begins: str, person: str) -> list[Message]:
    """Take back whatever has not reached a person of those whose keys begin so; return what was taken back.

    For what is told anew when it changes again before she has heard of it.
    """
    return _taken_back(unit, MESSAGE.c.person == person, MESSAGE.c.key.startswith(begins, autoescape=True))


def _taken_back(unit: Unit, *which: Any) -> list[Message]:
    back = [one for one in unit.find(MESSAGES, *which) if _is_here_still(one)]
    for one in back:
        unit.change(MESSAGES, one, standing=Standing.TAKEN_BACK)
    return back


def _is_here_still(one: Message) -> bool:
    ringing = (one.standing, one.channel) == (Standing.HANDED, Channel.RING)
    shown = (one.standing, one.channel, one.seen_at) == (Standing.GONE, Channel.SCREEN, None)
    return one.standing is Standing.WAITING or ringing or shown


def unread(unit: Unit, person: str) -> list[Message]:
    """Return what was written to a person of late, is not over and she has not read, the newest first."""
    not_over = MESSAGE.c.until.is_(None) | (MESSAGE.c.until > unit.now)
    new = (MESSAGE.c.seen_at.is_(None), MESSAGE.c.written_at >= unit.now - LATELY, not_over)
    told = MESSAGE.c.standing != Standing.TAKEN_BACK.value
    order = (MESSAGE.c.written_at.desc(), MESSAGE.c.id)
    return unit.find(MESSAGES, MESSAGE.c.person == person, told, *new, order=order)


def mark_read(unit: Unit, message: Message) -> Message:
    """Note that she to whom it was written has read it; twice is as good as once."""
    return message if message.seen_at else unit.change(MESSAGES, message, seen_at=unit.now)
