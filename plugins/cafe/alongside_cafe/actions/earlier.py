"""What people have worked in the weeks before a rota: what an average over many weeks counts beside its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from alongside.api import diary, placements
from alongside.api.store import Unit
from alongside.api.values import Period, local, monday_of


def before(period: Period, weeks: int) -> Period:
    """Return the whole weeks before a period that an average over so many weeks reaches back to, one at the least.

    The week that the period begins in is not among them: what was worked in it is work beside the rota.
    """
    monday = monday_of(period.first)
    return Period(monday - timedelta(weeks=max(weeks - 1, 1)), monday - timedelta(days=1))


def minutes_before(
    unit: Unit, claims: Collection[diary.Claim], weeks: Period, zone: str
) -> Mapping[str, tuple[tuple[date, int], ...]]:
    """Return how long each person worked in each of these weeks, by its Monday, in all businesses together.

    A stretch of work counts as it was confirmed; as it was planned where nobody has confirmed it, or it is still
    to come. What is no shift (a session, say) is work where somebody confirmed it as such.
    """
    noted = placements.minutes_noted(unit, weeks, {one.resource for one in claims})
    found: dict[str, Counter[date]] = defaultdict(Counter)
    for one in claims:
        day = local(one.starts, zone).date()
        if weeks.first <= day <= weeks.last and (one.id in noted or one.purpose is diary.Purpose.WORK):
            minutes = noted[one.id][1] if one.id in noted else one.interval.minutes
            found[one.resource][monday_of(day)] += minutes
    return {who: tuple(sorted(hers.items())) for who, hers in found.items()}


def days_left_out(
    unit: Unit, claims: Collection[diary.Claim], weeks: Period, zone: str
) -> Mapping[str, tuple[tuple[date, int], ...]]:
    """Return for each person the days of these weeks that an average does not count, by the Monday of each week.

    Days of leave are left out, and the weeks before the one in which her work here began. The law puts days
    after the period in the place of leave (Working Time Regulations 1998, regulation 4(6)), which nobody can plan
    by: where all days that are left keep to the average, so do those.
    """
    found: dict[str, Counter[date]] = defaultdict(Counter)
    for person, day in {(one.resource, day) for one in claims for day in _of_leave(one, weeks, zone)}:
        found[person][monday_of(day)] += 1
    for person, began in _began(unit, weeks).items():
        for monday in _mondays(weeks) if began > weeks.first else ():
            if monday < monday_of(began):
                found[person][monday] = 7
    return {who: tuple(sorted(hers.items())) for who, hers in found.items()}


def _of_leave(claim: diary.Claim, weeks: Period, zone: str) -> Iterator[date]:
    if claim.purpose is diary.Purpose.LEAVE:
        first = local(claim.starts, zone).date()
        last = local(claim.ends - timedelta(microseconds=1), zone).date()
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        yield from (day for day in days if weeks.first <= day <= weeks.last)


def _began(unit: Unit, weeks: Period) -> Mapping[str, date]:
    """When the work of each began that runs in these weeks: it is one employment, whichever placements it has."""
    found: dict[str, date] = {}
    for one in placements.placements_in(unit, weeks):
        found[one.person] = min(found.get(one.person, one.first_day), one.first_day)
    return found


def _mondays(weeks: Period) -> Iterator[date]:
    monday = monday_of(weeks.first)
    while monday <= weeks.last:
        yield monday
        monday += timedelta(weeks=1)
