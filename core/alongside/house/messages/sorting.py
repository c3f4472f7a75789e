"""Sorting: what waits is laid out by the channel of each person, in one reading unit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import attrs

from alongside.display import Said
from alongside.house.messages import troubles
from alongside.house.messages.telling import Voice, edition_of
from alongside.instants import local
from alongside.messages.delivery import is_over, of_standing
from alongside.messages.message import Channel, Message, Standing
from alongside.messages.resting import quiet_of
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.people.reached import BY_HAND, channel_of

if TYPE_CHECKING:
    from alongside.store import Unit


STALE = timedelta(days=14)
"""What has waited for longer may not be so any more: a person decides whether it still goes."""

A_DAY = timedelta(days=1)
"""No quiet hours are longer. Where the only round of the day is made in them, a mail would wait for ever."""


@attrs.frozen(kw_only=True)
class Parcel:
    """One message for one person: the way it goes, and why it cannot go by itself where there is a reason.

    ``over`` is one that does not go any more: what it tells has passed, or is for nobody's eyes but hers and
    would pass through somebody's hands. ``later`` is a mail that waits until her quiet hours are over, though for
    no more than a day.
    """

    message: Message
    person: Person
    channel: Channel
    trouble: Said | None = None
    over: bool = False
    later: bool = False


def sort(unit: Unit, speaks: Voice, before: datetime | None = None) -> list[Parcel]:
    """Return what waits, written ``before`` an instant where one is said, the oldest first.

    What was written to somebody who is gone is for nobody.
    """
    every = of_standing(unit, Standing.WAITING)
    waiting = [one for one in every if before is None or one.written_at < before]
    known = people.by_ids(unit, [one.person for one in waiting])
    quiet, clock = quiet_of(unit, known), local(unit.now, speaks.zone).time()
    resting = {one for one, hours in quiet.items() if hours.chosen and hours.hold(clock)}
    parcels = [_parcel(one, known[one.person], speaks, unit.now) for one in waiting if one.person in known]
    # A call waits on the list, which shows itself whom nobody rings now; a letter wakes nobody up.
    late = unit.now - A_DAY
    return [attrs.evolve(one, later=one.person.id in resting and _can_wait(one, late)) for one in parcels]


def _can_wait(parcel: Parcel, late: datetime) -> bool:
    return parcel.channel is Channel.EMAIL and parcel.message.written_at > late


def _parcel(message: Message, person: Person, speaks: Voice, now: datetime) -> Parcel:
    channel = channel_of(person, message.way)
    over = is_over(message, now) or (message.private and channel in BY_HAND)
    trouble = None
    # What stands on a screen is worded when it is shown, and says itself on which day it was written.
    if channel is not Channel.SCREEN:
        trouble = _trouble(message, speaks.can_tell(message, edition_of(person)), now)
    return Parcel(message=message, person=person, channel=channel, trouble=trouble, over=over)


def _trouble(message: Message, can_be_told: bool, now: datetime) -> Said | None:  # noqa: FBT001 - private
    if not can_be_told:
        return troubles.NOT_WORDED
    # Somebody who let it go again, however old it is, has looked at it: that is when it was taken up.
    if (message.sent_at or message.written_at) < now - STALE:
        return troubles.STALE
    return None


def going_by(parcels: Iterable[Parcel], channel: Channel) -> list[Parcel]:
    """Return those that go one way now, without trouble, and are not over."""
    return [
        one for one in parcels if one.channel is channel and one.trouble is None and not one.over and not one.later
    ]
