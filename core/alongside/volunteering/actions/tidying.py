"""Keeping what was paid to somebody who was erased no longer than it must be."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.store import Unit
from alongside.volunteering.expense import Expense
from alongside.volunteering.kept import kept_of
from alongside.volunteering.tables import EXPENSES


def tidy(unit: Unit) -> int:
    """Take out paid expenses of erased people that need not be kept any longer; return how many there were."""
    unit.need("volunteering.set")
    here = {one.id for one in people.for_counting(unit)}
    due = [one for one in unit.find(EXPENSES) if one.person not in here and _over(unit, one)]
    for one in due:
        unit.remove(EXPENSES, one)
        # The trail has just noted what was taken out.
        unit.forget(one.person)
    return len(due)


def _over(unit: Unit, expense: Expense) -> bool:
    until = kept_of(expense.paid_on).until if expense.paid_on else None
    return until is not None and until < enterprise.today(unit)
