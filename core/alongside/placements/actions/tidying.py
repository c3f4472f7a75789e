"""Keeping no longer than the law asks."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.placements import offers
from alongside.placements.kept import KeptRecord
from alongside.placements.tables import KEPT, KEPT_RECORDS, PLACEMENTS
from alongside.store import Unit


def tidy(unit: Unit) -> list[KeptRecord]:
    """Take out the pay records of erased people whose last day has passed; return what was taken out."""
    unit.need("placements.change")
    due = unit.find(KEPT_RECORDS, KEPT.c.until < enterprise.today(unit))
    for record in due:
        unit.remove(KEPT_RECORDS, record)
        unit.remove(PLACEMENTS, offers.placement(unit, record.placement))
        # The trail has just noted the name that was taken out.
        unit.forget(record.person)
    return due
