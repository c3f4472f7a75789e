"""How many hours a week people want at the most: what rotas keep to, without a reason."""

from __future__ import annotations

from collections.abc import Collection

from alongside.placements.most_hours import MostHours
from alongside.placements.tables.most import MOST, MOSTS
from alongside.store import Unit


def most_of(unit: Unit, person: str) -> MostHours | None:
    """Return what a person has said, None for nothing."""
    return next(iter(unit.find(MOSTS, MOST.c.person == person)), None)


def most_minutes(unit: Unit, people: Collection[str]) -> dict[str, int]:
    """Return the most minutes a week that people want, in all businesses together; nobody who has not said."""
    return {one.person: one.minutes for one in unit.find(MOSTS, MOST.c.person.in_(sorted(people)))}


def forget_most(unit: Unit, person: str) -> None:
    """Take out what a person has said."""
    for one in unit.find(MOSTS, MOST.c.person == person):
        unit.remove(MOSTS, one)
