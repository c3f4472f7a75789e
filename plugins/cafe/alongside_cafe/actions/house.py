"""Setting the rules of the house: who plans does, and the rota goes by them when it is filled next."""

from __future__ import annotations

from alongside.api.store import Unit

from ..house_rules import HouseRules, KeptHouseRules
from ..tables.house import HOUSE_RULES, house_rules_of, kept_rules


def look(unit: Unit, business: str) -> HouseRules:
    """Return the rules that a café is planned by."""
    unit.need("cafe.plan", business)
    return house_rules_of(unit, business)


def set_rules(unit: Unit, business: str, rules: HouseRules) -> None:
    """Keep what a café sets for itself; where all of it is usual, nothing is kept."""
    unit.need("cafe.plan", business)
    there = kept_rules(unit, business)
    if there is not None and not rules.unusual:
        unit.remove(HOUSE_RULES, there)
    elif there is not None and there.rules != rules:
        unit.change(HOUSE_RULES, there, rules=rules)
    elif there is None and rules.unusual:
        unit.add(HOUSE_RULES, KeptHouseRules(id=unit.new_id(), business=business, rules=rules))
