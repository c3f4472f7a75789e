"""What of a rota that stands holds to less than was promised: counted week by week, and left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from alongside.api import enterprise
from alongside.api.rules import Promise
from alongside.api.store import Unit
from alongside.api.values import Period, monday_of

from ..checker import together
from . import looking_again

RULES = {
    "uk.daily-rest": frozenset({"rest", "longer_rest"}),
    "uk.weekly-rest": frozenset({"days_off", "more_days_off"}),
    "uk.longest-day": frozenset({"day_limit"}),
    "uk.longest-week": frozenset({"week_limit"}),
    "uk.average-week": frozenset({"average"}),
    "uk.break-after": frozenset({"break", "longer_break"}),
    "uk.break-length": frozenset({"break", "longer_break"}),
}
"""The rules of the rota that go by a dated rule."""

WEEKS = 4
"""How far ahead is looked: rotas are seldom filled for longer."""


def weeks_under(unit: Unit, business: str, promise: Promise) -> Iterator[tuple[date, int]]:
    """Yield the Monday of each week with shifts that break a promise, and how many; from its first day on."""
    since = max(promise.first_day, enterprise.today(unit))
    for weeks in range(WEEKS if promise.rule in RULES else 0):
        monday = monday_of(since) + timedelta(weeks=weeks)
        broken = _broken(unit, business, Period(monday, monday + timedelta(days=6)), RULES[promise.rule])
        days = [day for day in broken if day >= since and (promise.last_day is None or day <= promise.last_day)]
        if days:
            yield monday, len(days)


def _broken(unit: Unit, business: str, week: Period, rules: frozenset[str]) -> list[date]:
    """The days of a person's shifts that break one of the rules as they are held to now."""
    problem, rota = looking_again.as_it_stands(unit, business, week)
    if not rota.assignments:
        return []
    shifts = {one.id: one for one in problem.shifts}
    hers = {
        worker: [shifts[one.shift] for one in rota.planned if one.person == worker.id]
        for worker in problem.workers
    }
    found = {
        (worker.id, shift)
        for worker, work in hers.items()
        for rule, shift in together(problem, worker, work)
        if rule in rules and shift in shifts
    }
    return [shifts[shift].day for _, shift in sorted(found)]
