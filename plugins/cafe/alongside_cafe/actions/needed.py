"""Which shifts some weeks need: what every week needs, without closed days, and with what is needed once."""

from __future__ import annotations

from datetime import date

from alongside.api import enterprise
from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, monday_of, worded

from ..draft import weeks_from
from ..pattern import OnDate, OpeningPattern, shifts_of
from ..problem import Problem
from ..rota import pattern_of
from ..shift import Shift
from ..tables import SHIFT, pattern_lines
from ..tables.needs import closures_in, one_offs_in


def shifts_from(unit: Unit, business: str, first_day: date, weeks: int) -> tuple[Shift, ...]:
    """Return the shifts of so many weeks that have not begun yet, in order of time.

    Raises:
        BadInput: without a pattern, where nothing is needed once either.
    """
    return tuple(one for one in _planned(unit, business, first_day, weeks) if one.during.starts > unit.now)


def anything_needed(unit: Unit, business: str, days: Period) -> bool:
    """True if there is a week that repeats, or something that is needed once on some days."""
    return bool(pattern_lines(unit, business) or one_offs_in(unit, business, days))


def shift_called(unit: Unit, business: str, day: date, name: str) -> Shift | None:
    """Return the shift of a day that is called so, as it is needed now; None where none is any more."""
    return next((one for one in _planned(unit, business, monday_of(day), 1) if one.id == name), None)


def _planned(unit: Unit, business: str, first_day: date, weeks: int) -> tuple[Shift, ...]:
    zone, period = enterprise.the_enterprise(unit).zone, weeks_from(first_day, weeks)
    lines, once = pattern_lines(unit, business), one_offs_in(unit, business, period)
    return shifts_of(
        # A café may have events alone, and no week that is like another.
        pattern_of(lines) if lines or not once else OpeningPattern(()),
        first_day,
        weeks,
        zone,
        closures={one.day for one in closures_in(unit, business, period)},
        one_offs=[OnDate(day=one.day, template=one.template) for one in once],
    )


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
