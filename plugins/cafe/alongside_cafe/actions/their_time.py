"""What takes people's time beside a rota: what they are busy with, what else they work, and have worked lately."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

import attrs

from alongside.api import diary
from alongside.api.store import Unit
from alongside.api.values import Period

from ..availability import days_touched, whole_days
from ..problem import Problem
from ..rules import Limits
from ..tables import breaks_at
from ..worker import Worker
from .earlier import before, days_left_out, minutes_before

AROUND = timedelta(days=8)
"""How far before the period work still counts for rest and for days off in seven; an average looks further."""


def with_their_time(
    unit: Unit,
    business: str,
    problem: Problem,
    period: Period,
    own: Collection[str],
    people: Collection[str],
) -> Problem:
    """Return the question of a period with what takes the time of some people, but for their ``own`` claims.

    For each of them the weeks are read that the law's average looks at. Whoever is left out seems to be free.
    """
    if not people:
        return problem
    time = _Time(unit, business, problem, period, own, sorted(people))
    workers = (attrs.evolve(one, **time.of(one)) if one.id in people else one for one in problem.workers)
    return attrs.evolve(problem, workers=tuple(workers))


def looked_at(period: Period, limits: Limits) -> Period:
    """Return all days that matter to a period: those of each span of weeks that the law takes an average of."""
    weeks = limits.adults.average_weeks
    return Period(before(period, weeks).first, period.last + timedelta(weeks=weeks))


class _Time:
    """The claims on some people's time, read once."""

    def __init__(
        self,
        unit: Unit,
        business: str,
        problem: Problem,
        period: Period,
        own: Collection[str],
        people: Collection[str],
    ) -> None:
        zone, days = problem.zone, looked_at(period, problem.limits)
        held = diary.holds(unit, people, days.interval(zone))
        around = Period(period.first - AROUND, days.last).interval(zone)
        self._held = [one for one in held if one.id not in own and one.interval.overlaps(around)]
        self._earlier = minutes_before(unit, held, before(period, problem.limits.adults.average_weeks), zone)
        self._business, self._zone = business, zone
        self._breaks = breaks_at(unit, {one.id for one in self._held if one.purpose is diary.Purpose.WORK})
        self._left_out = days_left_out(unit, held, days, zone)

    def of(self, worker: Worker) -> dict[str, Any]:
        """Return the fields of a worker that say it, by name.

        Whole days of leave are days away, as those she has named herself are: which of the two is not told.
        """
        who, free = worker.id, worker.availability
        held = [one for one in self._held if one.resource == who]
        work = [one for one in held if one.purpose is diary.Purpose.WORK]
        leave = whole_days([one.interval for one in held if one.purpose is diary.Purpose.LEAVE], self._zone)
        return {
            "availability": attrs.evolve(free, away=free.away | leave),
            "busy": tuple(one.interval for one in held if not self._is_told(one, leave)),
            "work": tuple(one.interval for one in work),
            "not_here": frozenset(one.interval for one in work if one.business != self._business),
            "breaks": tuple((one.interval, self._breaks[one.id]) for one in work if one.id in self._breaks),
            "earlier": self._earlier.get(who, ()),
            "left_out": self._left_out.get(who, ()),
        }

    def _is_told(self, claim: diary.Claim, leave: Collection[date]) -> bool:
        """True of work, and of leave that is nothing but whole days away."""
        off = claim.purpose is diary.Purpose.LEAVE and days_touched(claim.interval, self._zone) <= set(leave)
        return off or claim.purpose is diary.Purpose.WORK
