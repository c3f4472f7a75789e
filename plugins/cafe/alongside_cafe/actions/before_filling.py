"""Looking at what is missing before a rota is filled, for who plans."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from alongside.api import people, placements
from alongside.api.store import Unit
from alongside.api.values import Period

from ..draft import weeks_from
from ..missing import Missing, missing, without_birthday, without_coach
from ..problem import Problem
from .drafting import question


def look(unit: Unit, business: str, first_day: date, weeks: int) -> tuple[Missing, ...]:
    """Return what is missing for the shifts of so many weeks that have not begun.

    Raises:
        BadInput: without a pattern.
    """
    unit.need("cafe.plan", business)
    asked = question(unit, business, first_day, weeks, to_search=False)
    return look_at(unit, business, asked, weeks_from(first_day, weeks))


def look_at(unit: Unit, business: str, problem: Problem, days: Period) -> tuple[Missing, ...]:
    """Return what is missing for a question that was read already."""
    unit.need("cafe.plan", business)
    ids = [worker.id for worker in problem.workers]
    names = people.names_of(unit, ids)
    asked = placements.coaches_beside(unit, days, business)
    alone = [
        one for who in ids if who in asked for one in _alone(who, names[who], asked[who], {*ids} - {who}, days)
    ]
    unknown = _of_unknown_age(unit)
    unborn = [without_birthday(who, names[who]) for who in ids if who in unknown]
    return (*missing(problem, names, placements.most_minutes(unit, ids)), *alone, *unborn)


def _alone(
    who: str, name: str, choices: Sequence[placements.Coaching], here: Collection[str], days: Period
) -> Iterator[Missing]:
    """Somebody who has no coach here, or from a day on none any more: what was chosen has an end."""
    hers = [one for one in choices if one.coach in here]
    without = [day for day in days.days() if not any(one.holds(day) for one in hers)]
    if without:
        yield without_coach(who, name, since=without[0] if hers else None)


def _of_unknown_age(unit: Unit) -> frozenset[str]:
    """Whose birthday nobody wrote down, for who may look at birthdays; for everybody else nobody's."""
    if not unit.may("people.change"):
        return frozenset()
    return frozenset(one.id for one in people.everybody(unit) if one.date_of_birth is None)
