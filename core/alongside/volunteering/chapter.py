"""The chapter about volunteers: what they did, and in higher tiers of the SORP how many and for how long."""

from __future__ import annotations

from alongside.display import View
from alongside.instants import Period
from alongside.money import Pence
from alongside.placements import offers as placements
from alongside.placements.placement import PlacementType
from alongside.store import Unit
from alongside.volunteering import offers
from alongside.volunteering.summary import Summary, sum_up
from alongside.volunteering.tier import tier_of


def write(unit: Unit, period: Period) -> View | None:
    """Tell what volunteers did; None where there were none in the period."""
    summary = _summary(unit, period)
    if not summary.any:
        return None
    income = offers.income(unit)
    facts = {
        "summary": summary,
        "tier": tier_of(income.pence, period.first) if income else 1,
        "income": income,
        "named": len(offers.thanked(unit)),
    }
    return View("chapter.html", "Volunteers", facts)


def _summary(unit: Unit, period: Period) -> Summary:
    unpaid = [one for one in placements.accounts(unit, period) if not one.placement.paid]
    found = [one for one in unpaid if one.placement.kind is PlacementType.VOLUNTEERING]
    others = {one.placement.person for one in unpaid if one.placement.kind is not PlacementType.VOLUNTEERING}
    ran = {one.placement.id for one in found}
    activities = [one.words for one in offers.roles(unit) if one.placement in ran]
    paid = sum(one.amount for one in offers.paid_back(unit, period))
    return sum_up(found, activities, Pence(paid), len(others))
