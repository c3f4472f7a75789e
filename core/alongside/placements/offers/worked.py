"""What was worked: stretches of time, minutes of people, and what placements came to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, Period
from alongside.placements.attendance import Attendance
from alongside.placements.hours import Worked, minutes_by_person
from alongside.placements.offers.agreed import placements_in
from alongside.placements.offers.at_work import MAY_BE_WORK
from alongside.placements.offers.attended import attendance_in, attendance_of
from alongside.placements.summary import Summary
from alongside.placements.wages import Account, account_of
from alongside.store import Unit


def worked(unit: Unit, period: Period, business: str) -> list[Worked]:
    """Return the stretches that people have worked in a business and that share time with a period.

    They are the diary's: active claims for work on a person's time that are over by now, each as it was confirmed,
    or as it was planned where nobody has confirmed it yet.
    """
    others = {resource.id for resource in diary.resources(unit)}
    claims = [one for one in _claims(unit, period, business) if one.resource not in others]
    return [Worked(*one) for one in _there(claims, attendance_in(unit, business, period))]


def _claims(unit: Unit, period: Period, business: str) -> list[diary.Claim]:
    return _done(unit, diary.claims_of(unit, business, _interval(unit, period)))


def _there(claims: Iterable[diary.Claim], noted: Mapping[str, Attendance]) -> Iterator[tuple[str, Interval]]:
    """When each was there: as it was noted, else as a shift was planned; a session counts once it is noted."""
    for one in claims:
        planned = one.interval if one.purpose is diary.Purpose.WORK else None
        time = noted[one.id].time if one.id in noted else planned
        if time is not None:
            yield one.resource, time


def worked_by(unit: Unit, person: str, period: Period) -> dict[str, list[Worked]]:
    """Return the stretches that a person has worked and that share time with a period, by business."""
    found: dict[str, list[Worked]] = {}
    noted = attendance_of(unit, person, period)
    claims = [one for one in _done(unit, diary.holds(unit, [person], _interval(unit, period))) if one.business]
    for one in claims:
        theirs = found.setdefault(str(one.business), [])
        theirs += [Worked(*time) for time in _there([one], noted)]
    return found


def _interval(unit: Unit, period: Period) -> Interval:
    return period.interval(enterprise.the_enterprise(unit).zone)


def _done(unit: Unit, claims: Iterable[diary.Claim]) -> list[diary.Claim]:
    return [one for one in claims if one.purpose in MAY_BE_WORK and one.ends <= unit.now]


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


def work_in(unit: Unit, period: Period) -> Summary:
    """Add up the work of a period and of the one before."""
    last = max(period.first, min(period.last, enterprise.today(unit)))
    return Summary(
        now=tuple(accounts(unit, period)),
        before=tuple(accounts(unit, period.before)),
        days=Period(period.before.first, last),
    )


def _places(unit: Unit, business: str | None) -> Iterable[str]:
    # Businesses that have closed since count for the days on which they were open.
    return [one.id for one in enterprise.all_businesses(unit)] if business is None else [business]
