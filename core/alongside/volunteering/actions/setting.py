"""Writing down the yearly income, by which a charity knows how much to say of its volunteers."""

from __future__ import annotations

from alongside.money import Pence
from alongside.store import Unit
from alongside.volunteering import offers
from alongside.volunteering.tables import INCOMES
from alongside.volunteering.tier import Income


def set_income(unit: Unit, year: int, income: Pence, *, charity: bool) -> Income:
    """Write down the gross income of a year, and whether the enterprise is a charity."""
    unit.need("volunteering.set")
    there = offers.income(unit)
    if there is None:
        return unit.add(INCOMES, Income(id=unit.new_id(), year=year, pence=income, charity=charity))
    return unit.change(INCOMES, there, year=year, pence=income, charity=charity)
