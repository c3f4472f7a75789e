"""Delivery: a message goes from waiting to gone in steps that a crash cannot take twice.

It is claimed in one unit, sent with none open, and noted in a second. A crash between the two leaves it *going*:
nobody can know then whether it went, so it is never sent again by itself; a person looks.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from alongside.messages.message import Channel, Message, Standing
from alongside.messages.tables import MESSAGE, MESSAGES
from alongside.store import Unit

LONGEST = timedelta(minutes=15)
"""No sending takes longer: what is going for so long was left by a crash."""


def of_standing(unit: Unit, *standings: Standing) -> list[Message]:
    """Return the messages that stand so, the oldest first."""
    wanted = [one.value for one in standings]
    return unit.find(MESSAGES, MESSAGE.c.standing.in_(wanted), order=(MESSAGE.c.written_at, MESSAGE.c.id))


def claim(unit: Unit, message: str, channel: Channel) -> Message | None:
    """Take hold of a waiting message in order to send it; None where somebody else has, or it was taken back."""
    unit.lock(MESSAGES, [message])
    for one in unit.find(MESSAGES, MESSAGE.c.id == message, MESSAGE.c.standing == Standing.WAITING.value):
        return unit.change(MESSAGES, one, standing=Standing.GOING, channel=channel, sent_at=unit.now, trouble="")
    return None


def gone(unit: Unit, message: str) -> None:
    """Note that a claimed message has gone."""
    _end(unit, message, Standing.GONE, "")


def stuck(unit: Unit, message: str, trouble: str) -> None:
    """Note why a claimed message could not be sent, or may have gone: a person has to look."""
    _end(unit, message, Standing.STUCK, trouble)


def put_back(unit: Unit, message: str, trouble: str) -> None:
    """Let a claimed message wait again, because it is known that it did not go."""
    _end(unit, message, Standing.WAITING, trouble)


def _end(unit: Unit, message: str, standing: Standing, trouble: str) -> None:
    # It may have been erased meanwhile, or been given up as left by a crash.
    for one in unit.find(MESSAGES, MESSAGE.c.id == message, MESSAGE.c.standing == Standing.GOING.value):
        unit.change(MESSAGES, one, standing=standing, trouble=trouble)


def is_over(message: Message, now: datetime) -> bool:
    """True if what it tells has passed."""
    return message.until is not None and message.until <= now


def not_told_in_time(unit: Unit) -> list[Message]:
    """Return what waits for somebody to ring and has passed."""
    ringing = [one for one in of_standing(unit, Standing.HANDED) if one.channel is Channel.RING]
    return [one for one in ringing if is_over(one, unit.now)]


def let_go(unit: Unit, message: str) -> bool:
    """Take a message back that has reached nobody and is over; False where it has gone meanwhile."""
    unit.lock(MESSAGES, [message])
    open_ = (Standing.WAITING.value, Standing.HANDED.value)
    for one in unit.find(MESSAGES, MESSAGE.c.id == message, MESSAGE.c.standing.in_(open_)):
        unit.change(MESSAGES, one, standing=Standing.TAKEN_BACK)
        return True
    return False


def hand_over(unit: Unit, message: str, channel: Channel, file: str | None = None) -> bool:
    """Give a waiting message into somebody's hands, or onto a screen; False where it waits no more.

    Nothing leaves the house by this, so there is no step in between.
    """
    standing = Standing.GONE if channel is Channel.SCREEN else Standing.HANDED
    unit.lock(MESSAGES, [message])
    for one in unit.find(MESSAGES, MESSAGE.c.id == message, MESSAGE.c.standing == Standing.WAITING.value):
        unit.change(MESSAGES, one, standing=standing, channel=channel, sent_at=unit.now, file=file, trouble="")
        return True
    return False


def left_going(unit: Unit) -> list[Message]:
    """Return what a crash has left going."""
    return [one for one in of_standing(unit, Standing.GOING) if one.sent_at and one.sent_at < unit.now - LONGEST]


def give_up_left(unit: Unit, trouble: str) -> int:
    """Let what a crash left going be stuck; return how many."""
    left = left_going(unit)
    for one in left:
        unit.change(MESSAGES, one, standing=Standing.STUCK, trouble=trouble)
    return len(left)
