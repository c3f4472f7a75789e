"""The next days of a rota that is filled again: what people were told of them stays as it is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import attrs

from alongside.api import enterprise
from alongside.api.store import Unit

from ..checker import check
from ..problem import Problem
from ..shift import Assignment
from ..tables import SHIFT, SHIFTS
from ..tables.house import house_rules_of
from .giving_way import OF_OTHERS


def staying(unit: Unit, business: str, problem: Problem) -> frozenset[str]:
    """Return the ids of published shifts of the next days, of which a search changes nothing, gaps included.

    A shift on which somebody cannot be any more is none of them, nor one on which somebody was put by hand.
    """
    near = (SHIFT.c.day <= last_near_day(unit, business), SHIFT.c.starts > unit.now)
    published = {one.called for one in unit.find(SHIFTS, SHIFT.c.business == business, *near)}
    by_hand = problem.pinned - problem.published
    there = {one.id for one in problem.shifts} - {one.shift for one in by_hand}
    return _as_told(attrs.evolve(problem, pinned=frozenset()), by_hand, frozenset(published & there))


def last_near_day(unit: Unit, business: str) -> date:
    """Return the last of the days that stay as people were told when the rota is filled again."""
    return enterprise.today(unit) + timedelta(days=house_rules_of(unit, business).days_that_stay)


def _as_told(problem: Problem, by_hand: Collection[Assignment], shifts: frozenset[str]) -> frozenset[str]:
    """Leave out every shift on which what was published breaks a rule, alone or beside what was put by hand."""
    told = [one for one in problem.published if one.shift in shifts]
    broken = check(problem, sorted([*told, *by_hand]))
    people = {one.person for one in broken if one.rule not in OF_OTHERS}
    # Without those shifts another may break a rule, such as one that had its coach by them: it is looked at again.
    late = {one.shift for one in broken} | {one.shift for one in told if one.person in people}
    return _as_told(problem, by_hand, shifts - late) if late & shifts else shifts
