"""Which shifts some weeks need: what every week needs, without closed days, and with what is needed once."""

from __future__ import annotations

from datetime import date

from alongside.api import enterprise
from alongside.api.store import Unit

from ..draft import weeks_from
from ..pattern import OnDate, shifts_of
from ..rota import pattern_of
from ..shift import Shift
from ..tables import pattern_lines
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
