"""Saying what a week needs, and when somebody can work."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from alongside.api import enterprise
from alongside.api.store import Unit
from alongside.api.values import Period

from ..availability import FreeHours
from ..pattern import OpeningPattern
from ..rota import KeptAvailability, PatternLine, line_of
from ..tables import AVAILABILITIES, TEMPLATES, availability_of, pattern_lines
from ..usual_break import UsualBreak
from ..usual_break import usual_break as _usual_break
from .asking import limits_in


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
    unit: Unit, business: str, person: str, hours: Sequence[FreeHours], away: Collection[date] = ()
) -> KeptAvailability:
    """Note when a person can work; her own row, or somebody else's for who plans."""
    unit.need("cafe.plan", business, own=person)
    old = availability_of(unit, business, person)
    if old is not None:
        return unit.change(AVAILABILITIES, old, hours=tuple(hours), away=frozenset(away))
    new = KeptAvailability(
        id=unit.new_id(), business=business, person=person, hours=tuple(hours), away=frozenset(away)
    )
    return unit.add(AVAILABILITIES, new)
