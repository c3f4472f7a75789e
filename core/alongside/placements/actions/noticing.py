"""Seeing how early people knew of their shifts, and what was moved or cancelled."""

from __future__ import annotations

import attrs

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.placements import offers
from alongside.placements.hours import calendar_month
from alongside.placements.notice import Notice, usual
from alongside.store import Unit

MONTHS = 3


@attrs.frozen(kw_only=True)
class Month:
    """How early people knew in one month: of how many shifts it is known, and the notice in the middle."""

    month: Period
    shifts: int
    usual: int | None


def notice_by_month(unit: Unit, business: str) -> list[Month]:
    """Return how early the shifts of this month and of the two before it were agreed, the newest first."""
    unit.need("placements.see", business)
    month, found = calendar_month(enterprise.today(unit)), []
    for _ in range(MONTHS):
        given = offers.notice_given(unit, business, month)
        found.append(Month(month=month, shifts=len(given), usual=usual(given)))
        month = calendar_month(month.before.last)
    return found


def changes(unit: Unit, business: str) -> list[Notice]:
    """Return what was moved or cancelled in a business in those months, the newest first."""
    unit.need("placements.see", business)
    today = enterprise.today(unit)
    first = calendar_month(today)
    for _ in range(MONTHS - 1):
        first = calendar_month(first.before.last)
    return offers.changes_in(unit, business, Period(first.first, today))


def my_changes(unit: Unit) -> list[Notice]:
    """Return what was moved or cancelled of one's own shifts this month and the last, the newest first."""
    today = enterprise.today(unit)
    last = calendar_month(calendar_month(today).before.last)
    return offers.changes_of(unit, unit.actor.id, Period(last.first, today))
