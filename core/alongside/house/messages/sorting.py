"""Sorting: what waits is laid out by the channel of each person, in one reading unit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import attrs

from alongside.house.messages.channels import channel_of
from alongside.house.messages.telling import Voice, edition_of
from alongside.messages.delivery import of_standing
from alongside.messages.message import Channel, Message, Standing
from alongside.people import offers as people
from alongside.people.person import Person

if TYPE_CHECKING:
    from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Parcel:
    """One message for one person: the way it goes, or None where it cannot be put into words."""

    message: Message
    person: Person
    channel: Channel | None


def sort(unit: Unit, speaks: Voice) -> list[Parcel]:
    """Return what waits, the oldest first. What was written to somebody who is gone is for nobody."""
    waiting = of_standing(unit, Standing.WAITING)
    known = people.by_ids(unit, [one.person for one in waiting])
    return [_parcel(one, known[one.person], speaks) for one in waiting if one.person in known]


def _parcel(message: Message, person: Person, speaks: Voice) -> Parcel:
    channel = channel_of(person)
    # What stands on a screen is worded when it is shown, in the edition that is chosen then.
    told = channel is Channel.SCREEN or speaks.can_tell(message, edition_of(person))
    return Parcel(message=message, person=person, channel=channel if told else None)


def going_by(parcels: Iterable[Parcel], channel: Channel | None) -> list[Parcel]:
    """Return those that go one way."""
    return [one for one in parcels if one.channel is channel]
