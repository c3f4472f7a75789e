"""What everybody may look at: the rules of work, what the law says, and what was promised beyond it.

They ask for no right: the law is no secret, and nothing here is about a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from alongside.enterprise import offers
from alongside.enterprise.business import Business
from alongside.rulepacks.offers import NoValue, Promise, RuleValue, StaleRule, shipped, values_of, warnings
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class OwnPromise:
    """A promise beyond one rule, as everybody sees it: ``businesses`` are those it counts in, empty for all."""

    promise: Promise
    worth: RuleValue
    begun: bool
    businesses: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class SeenRule:
    """One rule on a day: what the law says, by age, what it said and will say, and what we promise.

    ``now`` is empty where nothing is known of that day. ``due`` names a change that is not known here.
    """

    id: str
    on: date
    title: str
    topic: str
    now: tuple[RuleValue, ...]
    before: tuple[RuleValue, ...]
    coming: tuple[RuleValue, ...]
    promises: tuple[OwnPromise, ...]
    due: StaleRule | None


def look_at_rules(unit: Unit, on: date) -> list[SeenRule]:
    """Look at every rule as it is on a day, by topic."""
    return [_seen(unit, rule_id, on) for rule_id in shipped().ids]


def look_at_rule(unit: Unit, rule_id: str, on: date) -> SeenRule:
    """Look at one rule as it is on a day.

    Raises:
        UnknownRule: for an id that no rule has.
    """
    values_of_any_day(rule_id, on)
    return _seen(unit, rule_id, on)


def rules_due(unit: Unit) -> tuple[StaleRule, ...]:
    """Return the rules whose next yearly value is due within 60 days, or was, and is not known here."""
    unit.need("enterprise.change")
    return warnings(offers.today(unit))


def values_of_any_day(rule_id: str, on: date) -> tuple[RuleValue, ...]:
    """Return what the law says on a day, nothing where the rule began later or has ended.

    Raises:
        UnknownRule: for an id that no rule has.
    """
    try:
        return values_of(rule_id, on)
    except NoValue:
        return ()


def _seen(unit: Unit, rule_id: str, on: date) -> SeenRule:
    steps = shipped().of(rule_id)
    return SeenRule(
        id=rule_id,
        on=on,
        title=steps[-1].title,
        topic=steps[-1].topic,
        now=values_of_any_day(rule_id, on),
        before=tuple(one for one in reversed(steps) if one.last_day is not None and one.last_day < on),
        coming=tuple(one for one in steps if one.first_day > on),
        promises=tuple(_promises(unit, steps, on)),
        due=next((one for one in warnings(on) if one.rule == rule_id), None),
    )


def _promises(unit: Unit, steps: Sequence[RuleValue], on: date) -> list[OwnPromise]:
    """Those that count on the day or later: of the enterprise, then of the plugins, for their businesses alone."""
    made: list[tuple[Promise, tuple[str, ...]]] = [(one, ()) for one in offers.promises(unit)]
    kinds = offers.stricter(unit)
    made += [(one, _names(offers.businesses(unit, kind))) for kind, each in kinds.items() for one in each]
    return [
        OwnPromise(
            promise=one,
            worth=attrs.evolve(steps[-1], value=one.value),
            begun=one.first_day <= on,
            businesses=businesses,
        )
        for one, businesses in made
        if one.rule == steps[-1].id and (one.last_day is None or one.last_day >= on)
    ]


def _names(businesses: Sequence[Business]) -> tuple[str, ...]:
    return tuple(one.name for one in businesses)
