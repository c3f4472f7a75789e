"""Looking up the value of a rule: always for a day that the caller names, never for today by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

from alongside.refusal import BadInput, NotFound, Refusal
from alongside.rulepacks.pack import Pack, shipped
from alongside.rulepacks.promise import Promise, kept
from alongside.rulepacks.value import RuleValue
from alongside.rulepacks.wording import day_in_words


class UnknownRule(NotFound):
    """No rule has this id; the nearest one is suggested."""

    def __init__(self, rule_id: str, known: tuple[str, ...]) -> None:
        near = get_close_matches(rule_id, known, n=1, cutoff=0.4)
        hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(known)}."
        super().__init__("rule", rule_id, hint)


class NoValue(Refusal):
    """The rule exists, but says nothing for this day or age."""

    status = 404

    def __init__(self, rule_id: str, on: date, age: int | None, first: date) -> None:
        whom = "" if age is None else f" for age {age}"
        known = f"What is known of it begins on {day_in_words(first)}."
        super().__init__(f"“{rule_id}” has no value{whom} on {day_in_words(on)}. {known}")


def rule(
    rule_id: str,
    on: date,
    age: int | None = None,
    *,
    promises: Iterable[Promise] = (),
    pack: Pack | None = None,
) -> RuleValue:
    """Return the value of a rule on a day and, where it differs by age, for an age in whole years.

    ``on`` is the day that the rule goes by (``applies_by``): for pay it is the first day of the pay period. Where
    one of the ``promises`` goes beyond the law, it is what is returned.

    Raises:
        UnknownRule: for an id that no rule has.
        NoValue: for a day or an age that the rule says nothing about.
        BadInput: where the rule differs by age and none was given.
    """
    found = values_of(rule_id, on, age, promises=promises, pack=pack)
    if age is None and found[0].banded:
        raise BadInput(f"“{rule_id}” differs by age and no age was given", remedy="Give the age in whole years.")
    return found[0]


def values_of(
    rule_id: str,
    on: date,
    age: int | None = None,
    *,
    promises: Iterable[Promise] = (),
    pack: Pack | None = None,
) -> tuple[RuleValue, ...]:
    """Return every value of a rule on a day, youngest band first; with an age, the one for that age.

    Each is the law's, or the strictest of the ``promises`` where one goes beyond it.

    Raises:
        UnknownRule: for an id that no rule has.
        NoValue: for a day or an age that the rule says nothing about.
    """
    pack = pack or shipped()
    steps = pack.of(rule_id)
    if not steps:
        raise UnknownRule(rule_id, pack.ids)
    found = tuple(step for step in steps if step.covers(on, age))
    if not found:
        raise NoValue(rule_id, on, age, steps[0].first_day)
    made = tuple(promises)
    return tuple(kept(value, made, on, age) for value in found)
