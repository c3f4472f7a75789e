"""Work that goes on at another rate: until when pay is agreed already, and taking out what has not begun."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.placements.placement import Placement
from alongside.placements.tables import PLACEMENTS, STATUS_REVIEWS
from alongside.placements.tables.talks import ENDINGS, REVIEWS
from alongside.placements.tables.way import COACHINGS, WISHES
from alongside.store import Rows, Unit

_HANGING: tuple[Rows[Any], ...] = (COACHINGS, WISHES, REVIEWS, ENDINGS, STATUS_REVIEWS)
"""What refers to one placement of a job."""


def paid_until(unit: Unit) -> date | None:
    """Return the last day of which the pay is agreed; None where there is none."""
    days = [day for _, day in unit.collect("paid_until") if day is not None]
    return max(days, default=None)


def take_out_coming(unit: Unit, coming: Placement, before: Placement) -> None:
    """Take out a placement that has not begun; what hangs on it hangs on the one before, the same job."""
    for rows in _HANGING:
        for one in unit.find(rows, rows.table.c.placement == coming.id):
            unit.change(rows, one, placement=before.id)
    unit.remove(PLACEMENTS, coming)
