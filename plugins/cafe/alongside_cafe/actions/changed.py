"""What was changed of the rota that stands: looking back at it, and what a new fill has to respect of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from alongside.api.store import Unit
from alongside.api.values import Interval, Period

from ..change import Change
from ..problem import Problem
from ..rota import Rota
from ..shift import Shift
from ..tables.changes import changes_in, off_in, reshaped_in, settings_of


def lately(unit: Unit, business: str, days: Period) -> list[Change]:
    """Return what was changed of the shifts of some days, the newest first; why is not among it."""
    unit.need("cafe.plan", business)
    return list(reversed(changes_in(unit, business, days)))


def confirms_swaps(unit: Unit, business: str) -> bool:
    """True if who plans says yes to each swap here."""
    unit.need("cafe.plan", business)
    return settings_of(unit, business).confirm_swaps


# --- what a new fill respects


def as_changed(unit: Unit, business: str, period: Period, shifts: Sequence[Shift]) -> list[Shift]:
    """Return the shifts of some days as they have become: with other times, without those called off."""
    others = reshaped_in(unit, business, period)
    return [now for one in shifts if (now := _now(one, others.get(one.id))) is not None]


def _now(shift: Shift, change: Change | None) -> Shift | None:
    if change is None:
        return shift
    if change.now_starts is None or change.now_ends is None:
        return None
    return attrs.evolve(shift, during=Interval(change.now_starts, change.now_ends))


def without_those_away(unit: Unit, business: str, period: Period, problem: Problem, rota: Rota) -> Problem:
    """Return a question in which nobody is planned for a day on which she has said that she cannot come."""
    away: dict[str, set[date]] = {}
    for day in {one.day for one in off_in(unit, business, period)}:
        for who in away_on(unit, business, rota, day):
            away.setdefault(who, set()).add(day)
    workers = tuple(
        attrs.evolve(one, availability=attrs.evolve(one.availability, away=one.availability.away | away[one.id]))
        if one.id in away
        else one
        for one in problem.workers
    )
    return attrs.evolve(problem, workers=workers)


def away_on(unit: Unit, business: str, rota: Rota, day: date) -> frozenset[str]:
    """Return who has said that she cannot come on a day, and works nothing else on it."""
    days = rota.by_id
    works = {one.person for one in rota.assignments if days[one.shift].day == day}
    off = {one.person for one in off_in(unit, business, Period(day, day)) if one.person}
    return frozenset(off - works)
