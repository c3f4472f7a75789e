"""What is lent of rules: what the law asks for, or what was promised beyond it. The one way of asking."""

from __future__ import annotations

from datetime import date

from alongside.enterprise.offers.its_businesses import business as one_business
from alongside.enterprise.offers.its_businesses import switched_off
from alongside.enterprise.promised import Promised
from alongside.enterprise.tables import PROMISES
from alongside.rulepacks.offers import Promise, RuleValue
from alongside.rulepacks.offers import rule as held_to
from alongside.store import Unit

STRICTER = "stricter_rules"
"""What the house is asked for: the rules to which each plugin holds more strictly than the law."""


def rule(unit: Unit, rule_id: str, on: date, age: int | None = None, *, business: str | None = None) -> RuleValue:
    """Return what is to be held to on a day: the law, or the strictest promise that goes beyond it.

    ``on`` is the day that the rule goes by: for pay it is the first day of the pay period. With a ``business``,
    what the plugin that runs it holds to counts as well.

    Raises:
        UnknownRule: for an id that no rule has.
        NoValue: for a day or an age that the rule says nothing about.
        BadInput: where the rule differs by age and none was given.
    """
    return held_to(rule_id, on, age, promises=promises(unit, business))


def promises(unit: Unit, business: str | None = None) -> tuple[Promise, ...]:
    """Return what was promised beyond the law: by the enterprise, and by the plugin of a ``business``."""
    own = unit.once("enterprise.promises", lambda: tuple(one.promise for one in promised(unit)))
    kind = one_business(unit, business).kind if business else ""
    return (*own, *(stricter(unit).get(kind, ()) if kind else ()))


def stricter(unit: Unit) -> dict[str, tuple[Promise, ...]]:
    """Return the rules to which plugins that are switched on hold more strictly, by the plugin's name."""
    found = unit.once("enterprise.stricter", lambda: dict(unit.collect(STRICTER)))
    off = switched_off(unit)
    return {name: made for name, made in found.items() if name not in off}


def promised(unit: Unit) -> list[Promised]:
    """Return every promise of the enterprise there ever was, the oldest first."""
    table = PROMISES.table
    return unit.find(PROMISES, order=(table.c.first_day, table.c.made_at, table.c.id))


def one_promised(unit: Unit, id: str) -> Promised:  # noqa: A002 - what the column is called
    """Return a promise by its id."""
    return unit.get(PROMISES, id)
