"""Setting the rules of the house: who plans does, and the rota goes by them when it is filled next."""

from __future__ import annotations

import attrs

from alongside.api.store import Unit
from alongside.api.values import NotFound

from ..house_rules import HouseRules, KeptHouseRules
from ..sharing import Shared
from ..tables.house import HOUSE_RULES, house_rules_of, kept_rules


def look(unit: Unit, business: str) -> HouseRules:
    """Return the rules that a café is planned by."""
    unit.need("cafe.plan", business)
    return house_rules_of(unit, business)


def shared(unit: Unit, business: str) -> tuple[Shared, ...]:
    """Return what a café shares out fairly, to whoever is on its rota: it is no secret of who plans."""
    unit.need("cafe.see", business)
    return house_rules_of(unit, business).shared


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


def share(unit: Unit, business: str, kind: Shared) -> None:
    """Share out one more kind of shifts.

    Raises:
        BadInput: where it is shared out already, or enough is.
    """
    rules = look(unit, business)
    set_rules(unit, business, attrs.evolve(rules, shared=(*rules.shared, kind)))


def stop_sharing(unit: Unit, business: str, called: str) -> None:
    """Share out a kind of shifts no more.

    Raises:
        NotFound: where none of that key is shared out.
    """
    rules = look(unit, business)
    left = tuple(one for one in rules.shared if one.key != called)
    if left == rules.shared:
        raise NotFound("kind of shifts", called)
    set_rules(unit, business, attrs.evolve(rules, shared=left))
