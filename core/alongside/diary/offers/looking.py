"""What stands in the diary, and what is free. A hold that has run out stands nowhere."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from alongside.diary.claim import Claim, Purpose
from alongside.diary.free import gaps
from alongside.diary.tables import CLAIM, CLAIMS, meeting, standing, times_held
from alongside.instants import Interval, Period
from alongside.store import Unit


def holds(unit: Unit, resources: Collection[str], interval: Interval) -> list[Claim]:
    """Return the claims that stand on resources and share time with the interval, in order of time."""
    return unit.find(
        CLAIMS,
        CLAIM.c.resource.in_(resources),
        *meeting(interval),
        *standing(unit.now),
        order=(CLAIM.c.starts, CLAIM.c.id),
    )


def claims_of(unit: Unit, business: str, interval: Interval) -> list[Claim]:
    """Return a business's claims that stand and share time with the interval, in order of time."""
    return unit.find(
        CLAIMS,
        CLAIM.c.business == business,
        *meeting(interval),
        *standing(unit.now),
        order=(CLAIM.c.starts, CLAIM.c.id),
    )


def claims_for(unit: Unit, purposes: Collection[Purpose], interval: Interval) -> list[Claim]:
    """Return every claim for some purposes that stands and shares time with the interval, in order of time."""
    wanted = CLAIM.c.purpose.in_([one.value for one in purposes])
    return unit.find(CLAIMS, wanted, *meeting(interval), *standing(unit.now), order=(CLAIM.c.starts, CLAIM.c.id))


def claims_by_ids(unit: Unit, ids: Collection[str]) -> dict[str, Claim]:
    """Return claims by their ids, whether they stand or not."""
    wanted = sorted(ids)
    return {
        one.id: one
        for first in range(0, len(wanted), _AT_ONCE)
        for one in unit.find(CLAIMS, CLAIM.c.id.in_(wanted[first : first + _AT_ONCE]))
    }


_AT_ONCE = 500
"""So many ids in one question: databases do not take any number."""


def made_at(unit: Unit, resources: Collection[str], moments: Collection[datetime]) -> list[Claim]:
    """Return the claims on some resources that were made at some instants, whether they stand or not."""
    return unit.find(CLAIMS, CLAIM.c.resource.in_(sorted(resources)), CLAIM.c.made_at.in_(sorted(moments)))


def week_of(unit: Unit, person: str, monday: date, zone: str) -> list[Claim]:
    """Return a person's active claims in the seven days from ``monday``, as clocks in ``zone`` show them."""
    return holds(unit, [person], Period(monday, monday + timedelta(days=6)).interval(zone))


def free(unit: Unit, resources: Collection[str], interval: Interval, minutes: int) -> list[tuple[str, Interval]]:
    """Return the free stretches of each resource within the interval that are at least ``minutes`` long."""
    taken: dict[str, list[Interval]] = {one: [] for one in resources}
    for row in unit.question(times_held(resources, interval, unit.now)):
        taken[row.resource].append(Interval(row.starts, row.ends))
    return [(one, gap) for one, times in taken.items() for gap in gaps(times, interval, minutes)]


def every_claim(unit: Unit, resource: str) -> list[Claim]:
    """Return all claims there ever were on a resource, released ones too, in order of time."""
    return unit.find(CLAIMS, CLAIM.c.resource == resource, order=(CLAIM.c.starts, CLAIM.c.id))
