"""Sending what waits: onto screens, into hands, and out by mail. Nothing is sent twice.

It may be set off by the daily round, by a command and by a button, all at once: each message is claimed first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from alongside.enterprise import offers as enterprise
from alongside.house.came import Came, counted
from alongside.house.messages import letters, mailing, troubles
from alongside.house.messages.sorting import Parcel, going_by, sort
from alongside.house.messages.telling import voice
from alongside.messages.delivery import (
    claim,
    give_up_left,
    hand_over,
    left_going,
    let_go,
    not_told_in_time,
    stuck,
)
from alongside.messages.message import Channel, Message
from alongside.store import Actor

if TYPE_CHECKING:
    from alongside.house.opening import House

WHO = "messages"


def send_messages(house: House, day: date) -> Iterator[Came]:
    """Send what waits as the daily round does: a person gets one letter a day at most."""
    yield from send(house, day, Actor.daily_round())


def send(
    house: House, day: date, actor: Actor, *, letters_now: bool = False, before: datetime | None = None
) -> Iterator[Came]:
    """Send what waits and tell what was done; ``letters_now`` writes a second letter of the day too.

    With ``before``, what was written since then goes on waiting.
    """
    with house.reading() as unit:
        if enterprise.find_enterprise(unit) is None:  # nothing was written to anybody yet
            return
        speaks, left = voice(unit, house.display, day), left_going(unit)
        parcels, too_late = sort(unit, speaks, before), not_told_in_time(unit)
    if left:
        yield _gave_up(house, actor)
    yield from _handed(house, actor, going_by(parcels, Channel.SCREEN), "to be read on a screen")
    yield from _handed(house, actor, going_by(parcels, Channel.RING), "put on the list of people to ring")
    yield from _over(house, actor, [*too_late, *(one.message for one in parcels if one.over)])
    yield from _troubled(house, actor, [one for one in parcels if one.trouble and not one.over])
    yield from mailing.send(house, actor, speaks, going_by(parcels, Channel.EMAIL))
    yield from letters.write(house, actor, speaks, going_by(parcels, Channel.LETTER), again=letters_now)


def _over(house: House, actor: Actor, messages: Sequence[Message]) -> Iterator[Came]:
    """Let go of what tells nothing any more: nobody is reminded of what is past."""
    if not messages:
        return
    with house.store.unit(actor) as unit:
        gone = sum(let_go(unit, one.id) for one in messages)
    if gone:
        yield Came(who=WHO, words=f"{counted(gone, 'message')} let go: what they told is past")


def _gave_up(house: House, actor: Actor) -> Came:
    with house.store.unit(actor) as unit:
        found = give_up_left(unit, troubles.MAY_HAVE_GONE.key)
    return Came(
        who=WHO, words=f"{counted(found, 'message')} stuck: Alongside was stopped while sending", right=not found
    )


def _handed(house: House, actor: Actor, parcels: Sequence[Parcel], where: str) -> Iterator[Came]:
    if not parcels:
        return
    with house.store.unit(actor) as unit:
        done = [hand_over(unit, one.message.id, one.channel) for one in parcels]
    if any(done):
        yield Came(who=WHO, words=f"{counted(sum(done), 'message')} {where}")


def _troubled(house: House, actor: Actor, parcels: Sequence[Parcel]) -> Iterator[Came]:
    """Let a person look at what has no words, or has waited for too long."""
    if not parcels:
        return
    with house.store.unit(actor) as unit:
        for one in parcels:
            if one.trouble and claim(unit, one.message.id, one.channel):
                stuck(unit, one.message.id, one.trouble.key)
    yield Came(who=WHO, words=f"{counted(len(parcels), 'message')} stuck: a person has to look", right=False)
