"""Which shifts some weeks need: what every week needs, without closed days, and with what is needed once."""

from __future__ import annotations

from datetime import date

from alongside.api import enterprise
from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, worded

from ..draft import weeks_from
from ..pattern import OnDate, shifts_of
from ..problem import Problem
from ..rota import pattern_of
from ..shift import Shift
from ..tables import SHIFT, pattern_lines
from ..tables.needs import closures_in, one_offs_in


def shifts_from(unit: Unit, business: str, first_day: date, weeks: int) -> tuple[Shift, ...]:
    """Return the shifts of so many weeks that have not begun yet, in order of time.

    Raises:
        BadInput: without a pattern.
    """
    zone, period = enterprise.the_enterprise(unit).zone, weeks_from(first_day, weeks)
    dated = shifts_of(
        pattern_of(pattern_lines(unit, business)),
        first_day,
        weeks,
        zone,
        closures={one.day for one in closures_in(unit, business, period)},
        one_offs=[OnDate(day=one.day, template=one.template) for one in one_offs_in(unit, business, period)],
    )
    return tuple(shift for shift in dated if shift.during.starts > unit.now)


def refuse_nothing_to_come(unit: Unit, business: str, days: Period, problem: Problem) -> None:
    """Refuse to plan days of which no shift is to come.

    Where the café was closed after its rota was published there are shifts to take out, and so something to plan.

    Raises:
        BadInput: where there is neither a shift that is needed nor one that was published.
    """
    if problem.shifts:
        return
    there = (SHIFT.c.business == business, SHIFT.c.day.between(days.first, days.last), SHIFT.c.starts > unit.now)
    if not unit.question(SHIFT.select().where(*there).limit(1)):
        raise BadInput(
            worded(
                "cafe",
                "All shifts from {first} to {last} have begun, or the café is closed then. Choose later days.",
                first=days.first,
                last=days.last,
            )
        )
