"""Promises: what an enterprise or a plugin has bound itself to beyond the law, such as a real Living Wage.

A promise is held to wherever its rule is, and makes no rule looser: on each day the stricter of the two counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import attrs

from alongside.refusal import BadInput
from alongside.rulepacks.pack import Pack, shipped
from alongside.rulepacks.value import OLDEST, Bound, RuleValue, Status
from alongside.rulepacks.wording import day_in_words


class Looser(BadInput):
    """What was promised is no more than the law gives; ``law`` is what the law says."""

    def __init__(self, law: RuleValue) -> None:
        self.law = law
        found = f"the law says {law.said} since {day_in_words(law.first_day)}, which is as strict or stricter"
        super().__init__(found, remedy="Promise more than that, or leave the promise out.")


@attrs.frozen(kw_only=True)
class Promise:
    """A stricter value of one rule, in the rule's own unit, for some days and ages, all included.

    ``by`` names who promised it and ``source`` where that is written down.

    Raises:
        BadInput: where it ends before it begins.
    """

    rule: str
    value: int | Decimal
    first_day: date
    last_day: date | None = None
    age_from: int = 0
    age_to: int = OLDEST
    by: str
    source: str

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if self.last_day is not None and self.last_day < self.first_day:
            found = f"the promise ends on {self.last_day}, before it begins on {self.first_day}"
            raise BadInput(found, remedy="Give a last day on or after the first, or none.")

    @property
    def banded(self) -> bool:
        """True if the promise is for some ages and not for all."""
        return self.age_from > 0 or self.age_to < OLDEST

    def covers(self, value: RuleValue, on: date, age: int | None) -> bool:
        """True if the promise is about that rule, that day and, where one is given, that age."""
        in_time = self.first_day <= on and (self.last_day is None or on <= self.last_day)
        ages = (value.age_from, value.age_to) if age is None else (age, age)
        return self.rule == value.id and in_time and self.age_from <= ages[0] and ages[1] <= self.age_to


def kept(value: RuleValue, promises: Iterable[Promise], on: date, age: int | None = None) -> RuleValue:
    """Return what is to be held to on a day: the value, or the strictest promise that goes beyond it.

    Who promised stands in its source, and what the law itself says in ``law``, so that ``why`` tells both.
    """
    beyond = [one for one in promises if one.covers(value, on, age) and _is_stricter(value, one.value)]
    if not beyond:
        return value
    return _promised(
        value, max(beyond, key=lambda one: one.value if value.bound is Bound.AT_LEAST else -one.value)
    )


def strictest(values: Iterable[RuleValue]) -> RuleValue:
    """Return the strictest of several values of one rule, such as those of the first and last day of a week."""
    return max(values, key=lambda one: one.value if one.bound is Bound.AT_LEAST else -one.value)


def _promised(value: RuleValue, promise: Promise) -> RuleValue:
    return attrs.evolve(
        value,
        value=promise.value,
        first_day=promise.first_day,
        last_day=promise.last_day,
        status=Status.IN_FORCE,
        yearly=False,
        source=promise.by,
        place=promise.source,
        read_on=promise.first_day,
        checked_by=promise.by,
        note="",
        law=value,
    )


def _is_stricter(value: RuleValue, promised: int | Decimal) -> bool:
    return promised > value.value if value.bound is Bound.AT_LEAST else promised < value.value


def check_promise(promise: Promise, *, pack: Pack | None = None) -> None:
    """Check that a promise goes beyond the law as it is known, on every day and for every age that it speaks of.

    Raises:
        Looser: where the law asks for as much already, or for more.
        BadInput: for a rule that has no stricter side, or that is not known, and for ages where the rule has none:
            it is asked for without one, and the promise would never be held to.
    """
    steps = (pack or shipped()).of(promise.rule)
    if not steps:
        raise BadInput(f"there is no rule “{promise.rule}” to promise more than", remedy="Look at its name again.")
    if steps[0].bound is Bound.EXACTLY:
        found = f"“{promise.rule}” says what is so, and nobody can promise more of it"
        raise BadInput(found, remedy="Promise something of another rule.")
    if promise.banded and not any(step.banded for step in steps):
        found = f"“{promise.rule}” is the same for every age, and this promise is for some ages alone"
        raise BadInput(found, remedy="Leave the age out.")
    for step in steps:
        if _meet(promise, step) and not _is_stricter(step, promise.value):
            raise Looser(step)


def _meet(promise: Promise, step: RuleValue) -> bool:
    """True if some day and some age is spoken of by both."""
    begins = max(promise.first_day, step.first_day)
    ends = min(promise.last_day or date.max, step.last_day or date.max)
    ages = max(promise.age_from, step.age_from) <= min(promise.age_to, step.age_to)
    return ages and begins <= ends
