"""Adjustments: raw, for those who have checked who may read them; and counted, without words."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.placements.adjustment import Adjustment
from alongside.placements.tables.talks import ADJUSTMENT, ADJUSTMENTS
from alongside.store import Unit


def adjustment(unit: Unit, id: str) -> Adjustment:  # noqa: A002 - what the column is called
    """Return an adjustment by its id."""
    return unit.get(ADJUSTMENTS, id)


def adjustments_of(unit: Unit, person: str) -> list[Adjustment]:
    """Return everything that is agreed for a person, the oldest first."""
    order = (ADJUSTMENT.c.agreed_on, ADJUSTMENT.c.id)
    return unit.find(ADJUSTMENTS, ADJUSTMENT.c.person == person, order=order)


def told_to(unit: Unit, reader: str) -> list[Adjustment]:
    """Return what others have ticked somebody for, the oldest first."""
    order = (ADJUSTMENT.c.agreed_on, ADJUSTMENT.c.id)
    others = unit.find(ADJUSTMENTS, ADJUSTMENT.c.person != reader, order=order)
    return [one for one in others if reader in one.readers]


def every_adjustment(unit: Unit) -> Sequence[Adjustment]:
    """Return all there are, for counting alone."""
    return unit.find(ADJUSTMENTS)


def forget_adjustments(unit: Unit, person: str) -> None:
    """Take out what is agreed for a person, and her from those who read or do something for others."""
    for one in adjustments_of(unit, person):
        unit.remove(ADJUSTMENTS, one)
    for one in told_to(unit, person):
        readers = tuple(reader for reader in one.readers if reader != person)
        unit.change(ADJUSTMENTS, one, readers=readers, doer=None if one.doer == person else one.doer)
