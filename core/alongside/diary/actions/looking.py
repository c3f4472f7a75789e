"""What a person may see of the diary: a week, and when rooms and things are free."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.diary import offers
from alongside.diary.claim import Claim, Purpose
from alongside.diary.resource import Resource
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval
from alongside.people import offers as people
from alongside.refusal import BadInput, NotFound
from alongside.store import ActorKind, Unit


def whose_week(unit: Unit, named: str | None) -> str:
    """Return the id of the person meant: the one named, or the one who acts.

    Raises:
        BadInput: where nobody is named and no person acts.
    """
    if named:
        return people.find_person(unit, named).id
    if unit.actor.kind is not ActorKind.PERSON:
        raise BadInput("nobody is named", remedy="Say whose week, such as: diary week Rosa.")
    return unit.actor.id


def week(unit: Unit, person: str, first: date, zone: str) -> list[Claim]:
    """Return a person's claims in the seven days from ``first``.

    Her own she sees whole, and so does a supporter whom she has chosen. A manager sees what is for the manager's
    business, and of the rest that she is busy.
    """
    if unit.actor.id in people.supporters_of(unit, person):
        return offers.week_of(unit, person, first, zone)
    allowed = {one.id for one in enterprise.businesses(unit) if unit.may("diary.see", one.id)}
    if not allowed:
        unit.need("diary.see", own=person)
    claims = offers.week_of(unit, person, first, zone)
    if unit.may("diary.see", own=person):
        return claims
    return [one if one.business in allowed else _busy(one) for one in claims]


def _busy(claim: Claim) -> Claim:
    return attrs.evolve(claim, purpose=Purpose.OTHER, label="", business=None, source="")


def resource_named(unit: Unit, text: str) -> Resource:
    """Return the room or thing meant by an id or a name, whatever the case of its letters.

    Raises:
        NotFound: naming those there are.
    """
    known = offers.resources(unit)
    for one in known:
        if text in {one.id, one.name} or text.casefold() == one.name.casefold():
            return one
    raise NotFound(
        "room or thing",
        text,
        f"There are: {', '.join(one.name for one in known)}." if known else "There is none yet.",
    )


def free(unit: Unit, named: str, interval: Interval, minutes: int) -> tuple[Resource, list[Interval]]:
    """Return the room or thing named and when it is free for at least ``minutes``."""
    resource = resource_named(unit, named)
    unit.need("diary.see", resource.business)
    return resource, [gap for _, gap in offers.free(unit, [resource.id], interval, minutes)]
