"""What people have worked in the weeks before a rota: what an average over many weeks counts beside its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
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
    noted = placements.minutes_noted(unit, weeks)
    found: dict[str, Counter[date]] = defaultdict(Counter)
    for one in claims:
        day = local(one.starts, zone).date()
        if weeks.first <= day <= weeks.last and (one.id in noted or one.purpose is diary.Purpose.WORK):
            minutes = noted[one.id][1] if one.id in noted else one.interval.minutes
            found[one.resource][monday_of(day)] += minutes
    return {who: tuple(sorted(hers.items())) for who, hers in found.items()}
