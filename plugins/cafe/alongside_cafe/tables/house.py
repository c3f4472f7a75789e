"""Where the rules are kept that a café has set for itself."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint

from alongside.api.store import Rows, Unit, table
from alongside.api.store import columns as c

from ..house_rules import USUAL, HouseRules, KeptHouseRules

HOUSE_RULE = table(
    "cafe_house_rules",
    c.key(),
    c.business(),
    c.json("rules"),
    c.version(),
    UniqueConstraint("business", name="cafe_house_rules_business_key"),
)
HOUSE_RULES = Rows(KeptHouseRules, HOUSE_RULE, called="a café’s house rules")


def kept_rules(unit: Unit, business: str) -> KeptHouseRules | None:
    """Return what a café has set for itself, None for nothing."""
    return next(iter(unit.find(HOUSE_RULES, HOUSE_RULE.c.business == business)), None)


def house_rules_of(unit: Unit, business: str) -> HouseRules:
    """Return the rules that a café is planned by: its own, else the usual ones."""
    there = kept_rules(unit, business)
    return there.rules if there else USUAL
