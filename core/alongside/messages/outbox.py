"""The outbox: what parts write to people, inside the unit in which the thing happens.

If the unit is undone, nothing was written; if it is kept, the message is kept with it and will go.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from alongside.messages.message import Channel, Message, Sentence, Standing
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.store import Unit


def write_to(
    unit: Unit, person: str, key: str, part: str, title: Sentence, lines: Sequence[Sentence], *, path: str = ""
) -> Message | None:
    """Write to a person what has happened; return None where the same was written to her before.

    Args:
        unit: the unit in which it happens.
        person: the id of the one who is told.
        key: what is told, without the person: ``decisions:opened:<proposal>``.
        part: the name of the part or plugin whose catalogue words the sentences.
        title: the subject, in a few words.
        lines: the sentences, one fact each.
        path: the page it is about, with its prefix.
    """
    whole = f"{key}:{person}"
    if unit.find(MESSAGES, MESSAGE.c.key == whole):
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
    )
    return unit.add(MESSAGES, new)


LATELY = timedelta(days=28)
"""What is older is no news any more, read or not."""


def take_back(unit: Unit, key: str, person: str) -> bool:
    """Take a message back that has not reached her, because what it tells is not so any more; True if it could be.

    One that waits for somebody to ring, or stands unread on her page, can be taken back too; a mail has gone, and
    a letter may be printed already.
    """
    whole = f"{key}:{person}"
    for one in unit.find(MESSAGES, MESSAGE.c.key == whole):
        if _is_here_still(one):
            unit.change(MESSAGES, one, standing=Standing.TAKEN_BACK)
            return True
    return False


def _is_here_still(one: Message) -> bool:
    ringing = (one.standing, one.channel) == (Standing.HANDED, Channel.RING)
    shown = (one.standing, one.channel, one.seen_at) == (Standing.GONE, Channel.SCREEN, None)
    return one.standing is Standing.WAITING or ringing or shown


def unread(unit: Unit, person: str) -> list[Message]:
    """Return what was written to a person of late and she has not yet said she has read, the newest first."""
    new = (MESSAGE.c.seen_at.is_(None), MESSAGE.c.written_at >= unit.now - LATELY)
    told = MESSAGE.c.standing != Standing.TAKEN_BACK.value
    order = (MESSAGE.c.written_at.desc(), MESSAGE.c.id)
    return unit.find(MESSAGES, MESSAGE.c.person == person, told, *new, order=order)
