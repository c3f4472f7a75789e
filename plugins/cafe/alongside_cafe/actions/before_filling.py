"""Looking at what is missing before a rota is filled, for who plans."""

from __future__ import annotations

from datetime import date

from alongside.api import people, placements
from alongside.api.store import Unit
from alongside.api.values import Period

from ..draft import weeks_from
from ..missing import Missing, missing, without_coach
from ..problem import Problem
from .drafting import question


def look(unit: Unit, business: str, first_day: date, weeks: int) -> tuple[Missing, ...]:
    """Return what is missing for the shifts of so many weeks that have not begun.

    Raises:
        BadInput: without a pattern.
    """
    unit.need("cafe.plan", business)
    return look_at(unit, business, question(unit, business, first_day, weeks), weeks_from(first_day, weeks))


def look_at(unit: Unit, business: str, problem: Problem, days: Period) -> tuple[Missing, ...]:
    """Return what is missing for a question that was read already."""
    unit.need("cafe.plan", business)
    ids = [worker.id for worker in problem.workers]
    names = people.names_of(unit, ids)
    asked = placements.coaches_beside(unit, days, business)
    alone = [without_coach(who, names[who]) for who in ids if who in asked and not asked[who] & {*ids} - {who}]
    return (*missing(problem, names, placements.most_minutes(unit, ids)), *alone)
