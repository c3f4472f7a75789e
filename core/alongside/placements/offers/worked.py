"""What was worked: stretches of time, minutes of people, and what placements came to."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, Period
from alongside.placements.hours import Worked, minutes_by_person
from alongside.placements.offers.agreed import placements_in
from alongside.placements.wages import Account, account_of
from alongside.store import Unit


def worked(unit: Unit, period: Period, business: str) -> list[Worked]:
    """Return the stretches that people have worked in a business and that share time with a period.

    They are the diary's: active claims for work on a person's time that are over by now.
    """
    others = {resource.id for resource in diary.resources(unit)}
    claims = diary.claims_of(unit, business, _interval(unit, period))
    return [Worked(one.resource, one.interval) for one in _done(unit, claims) if one.resource not in others]


def worked_by(unit: Unit, person: str, period: Period) -> dict[str, list[Worked]]:
    """Return the stretches that a person has worked and that share time with a period, by business."""
    found: dict[str, list[Worked]] = {}
    for one in _done(unit, diary.holds(unit, [person], _interval(unit, period))):
        if one.business is not None:
            found.setdefault(one.business, []).append(Worked(person, one.interval))
    return found


def _interval(unit: Unit, period: Period) -> Interval:
    return period.interval(enterprise.the_enterprise(unit).zone)


def _done(unit: Unit, claims: Iterable[diary.Claim]) -> list[diary.Claim]:
    return [one for one in claims if one.purpose is diary.Purpose.WORK and one.ends <= unit.now]


def minutes_worked(unit: Unit, period: Period, business: str | None = None) -> dict[str, int]:
    """Return the minutes each person worked in a period, in all businesses or in one; nobody with none.

    A shift over midnight is split at it, and one over a clock change counts the minutes that really passed.
    """
    zone = enterprise.the_enterprise(unit).zone
    found = [one for place in _places(unit, business) for one in worked(unit, period, place)]
    return minutes_by_person(found, period, zone)


def accounts(unit: Unit, period: Period, business: str | None = None) -> list[Account]:
    """Return minutes and wages of every placement that ran in a period, by business, the oldest first."""
    zone = enterprise.the_enterprise(unit).zone
    found = []
    for place in _places(unit, business):
        times = worked(unit, period, place)
        found += [account_of(one, times, period, zone) for one in placements_in(unit, period, place)]
    return found


def _places(unit: Unit, business: str | None) -> Iterable[str]:
    # Businesses that have closed since count for the days on which they were open.
    return [one.id for one in enterprise.all_businesses(unit)] if business is None else [business]
