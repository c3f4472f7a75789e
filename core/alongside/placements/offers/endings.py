"""Endings: what people said as a job ended."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.placements.ending import Ending
from alongside.placements.tables.talks import ENDING, ENDINGS
from alongside.store import Unit


def ending_of(unit: Unit, placements: Sequence[str]) -> Ending | None:
    """Return what was said of the end of a job, by the ids of its placements; None where nothing was."""
    return next(iter(unit.find(ENDINGS, ENDING.c.placement.in_(list(placements)))), None)


def endings_of(unit: Unit, person: str) -> list[Ending]:
    """Return everything a person has said as her jobs ended, the oldest first."""
    return unit.find(ENDINGS, ENDING.c.person == person, order=(ENDING.c.said_on, ENDING.c.id))


def all_endings(unit: Unit) -> dict[str, Ending]:
    """Return all endings by placement."""
    return {one.placement: one for one in unit.find(ENDINGS)}


def forget_endings(unit: Unit, person: str) -> None:
    """Take out what a person has said."""
    for one in endings_of(unit, person):
        unit.remove(ENDINGS, one)
