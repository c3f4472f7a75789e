"""Saying what a week needs, and when somebody can work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from alongside.api import enterprise
from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, worded

from ..availability import DayHours, FreeHours, with_more
from ..pattern import OpeningPattern
from ..rota import KeptAvailability, PatternLine, line_of
from ..tables import AVAILABILITIES, TEMPLATES, availability_of, pattern_lines
from ..usual_break import UsualBreak
from ..usual_break import usual_break as _usual_break
from .asking import limits_in

STRETCHES = 2
"""How many times of one weekday somebody can say: the page on which she does has room for two."""


def pattern(unit: Unit, business: str) -> list[PatternLine]:
    """Return the shifts that every week of the business needs."""
    unit.need("cafe.see", business)
    return pattern_lines(unit, business)


def set_pattern(unit: Unit, business: str, pattern: OpeningPattern) -> None:
    """Put a new opening pattern in the place of the old one; the rota changes when it is next filled."""
    unit.need("cafe.plan", business)
    for old in pattern_lines(unit, business):
        unit.remove(TEMPLATES, old)
    for template in pattern.templates:
        unit.add(TEMPLATES, line_of(template, unit.new_id(), business))


def usual_break(unit: Unit, business: str) -> UsualBreak:
    """Return the break that a shift of a business gets where nobody says another, by today's rules."""
    today = enterprise.today(unit)
    return _usual_break(limits_in(unit, business, Period(today, today)))


def availability(unit: Unit, business: str, person: str) -> KeptAvailability | None:
    """Return when a person has said that she can work, None before she has."""
    unit.need("cafe.see", business, own=person)
    return availability_of(unit, business, person)


def set_availability(
    unit: Unit,
    business: str,
    person: str,
    hours: Sequence[FreeHours],
    away: Collection[date] = (),
    on_days: Collection[DayHours] = (),
) -> KeptAvailability:
    """Note when a person can work; her own row, or somebody else's for who plans."""
    unit.need("cafe.plan", business, own=person)
    old = availability_of(unit, business, person)
    new = KeptAvailability(
        id=old.id if old else unit.new_id(),
        business=business,
        person=person,
        hours=tuple(hours),
        away=frozenset(away),
        on_days=tuple(sorted(on_days)),
    )
    if old is None:
        return unit.add(AVAILABILITIES, new)
    return unit.change(AVAILABILITIES, old, hours=new.hours, away=new.away, on_days=new.on_days)


def set_hours(unit: Unit, business: str, person: str, hours: Sequence[FreeHours]) -> KeptAvailability:
    """Note when a person can work in every week; what she has said of single days stays.

    Raises:
        BadInput: where one weekday has more stretches than its page has room for.
    """
    if any(number > STRETCHES for number in Counter(one.weekday for one in hours).values()):
        raise BadInput(worded("cafe", "Give two times a day at the most."))
    old = availability(unit, business, person)
    away, on_days = (old.away, old.on_days) if old else ((), ())
    return set_availability(unit, business, person, hours, away, on_days)


def set_away(unit: Unit, business: str, person: str, day: date) -> None:
    """Note that a person cannot work on a date, whatever was said of it.

    Raises:
        BadInput: for somebody who has not said when she can work in every week.
    """
    old = _said(unit, business, person)
    _say_of_a_day(unit, old, day, away={day}, on=())


def set_day(unit: Unit, business: str, person: str, hours: DayHours, *, add: bool = False) -> tuple[DayHours, ...]:
    """Note hours at which a person can work on a date, in the place of what was said of it, or as well (``add``).

    Returns:
        All hours that count on the date now.

    Raises:
        BadInput: for somebody who has not said when she can work in every week.
    """
    old = _said(unit, business, person)
    on = with_more([one for one in old.on_days if add and one.day == hours.day], hours)
    _say_of_a_day(unit, old, hours.day, away=(), on=on)
    return on


def free_day(unit: Unit, business: str, person: str, day: date) -> None:
    """Take out what a person has said of a date: the hours of its weekday count again."""
    _say_of_a_day(unit, _said(unit, business, person), day, away=(), on=())


def _said(unit: Unit, business: str, person: str) -> KeptAvailability:
    said = availability(unit, business, person)
    if said is None:
        raise BadInput(worded("cafe", "First say the hours of every week."))
    return said


def _say_of_a_day(
    unit: Unit, old: KeptAvailability, day: date, away: Collection[date], on: Collection[DayHours]
) -> None:
    others = [one for one in old.on_days if one.day != day]
    kept = (old.away - {day}) | set(away)
    set_availability(unit, old.business, old.person, old.hours, kept, [*others, *on])
