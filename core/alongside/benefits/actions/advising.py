"""Naming the adviser whom people can ask, or nobody."""

from __future__ import annotations

from alongside.benefits import offers
from alongside.benefits.adviser import Adviser
from alongside.benefits.tables import ADVISERS
from alongside.store import Unit


def name_adviser(unit: Unit, name: str, phone: str) -> Adviser:
    """Say whom people can ask about benefits, and how to reach them."""
    unit.need("benefits.set")
    there = offers.adviser(unit)
    if there is None:
        return unit.add(ADVISERS, Adviser(id=unit.new_id(), name=name, phone=phone))
    return unit.change(ADVISERS, there, name=name, phone=phone)


def no_adviser(unit: Unit) -> None:
    """Name nobody any more; the pages say where advisers can be found."""
    unit.need("benefits.set")
    there = offers.adviser(unit)
    if there is not None:
        unit.remove(ADVISERS, there)
