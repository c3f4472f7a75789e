"""A promise on record: what the enterprise has bound itself to beyond the law.

What was promised for days that are over is never rewritten: a promise begins today or later, is ended with today
or a later day, and can be taken back only while it has not begun.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

import attrs

from alongside.refusal import BadInput, worded
from alongside.rulepacks.offers import Promise, RuleValue, shipped

WORKED_OUT = frozenset(
    {
        "uk.minimum-wage",
        "uk.minimum-wage-apprentice",
        "uk.daily-rest",
        "uk.weekly-rest",
        "uk.longest-day",
        "uk.longest-week",
        "uk.average-week",
    }
)
"""The rules that Alongside itself holds pay and rotas to. Others may be promised too; then people keep to them."""

LONGEST = 200
"""The most characters of who promised, and of where it is written down."""


def _stripped(text: str) -> str:
    return text.strip()


class TooLate(BadInput):
    """A promise would be rewritten for days that are over."""


@attrs.frozen(kw_only=True)
class Promised:
    """One promise: at least (or at most) ``amount``, in the rule's own unit, for people from an age on.

    ``by`` names who promised it, ``source`` where that is written down. Days are included; ``last_day`` is None
    while no end is known.

    Raises:
        BadInput: where nobody promised it or it is written down nowhere, and where it ends before it begins.
    """

    id: str
    rule: str
    amount: str
    first_day: date
    last_day: date | None = None
    age_from: int = 0
    by: str = attrs.field(converter=_stripped)
    source: str = attrs.field(converter=_stripped)
    made_at: datetime
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check that it can be told whose promise it is, and that it ends after it begins."""
        for field, asked in (("by", "who promises it"), ("source", "where it is written down")):
            words = getattr(self, field)
            if not words or not words.isprintable() or len(words) > LONGEST:
                raise BadInput(f"it is not said {asked}", remedy=f"Write it in 1 to {LONGEST} letters.")
        _promise = self.promise  # which refuses a last day before the first

    @property
    def promise(self) -> Promise:
        """What is promised, as the rules ask it."""
        try:
            number = Decimal(self.amount)
        except InvalidOperation:
            raise BadInput(f"“{self.amount[:40]}” is no number", remedy="Write it such as 13.45.") from None
        whole = number == number.to_integral_value()
        return Promise(
            rule=self.rule,
            value=int(number) if whole else number,
            first_day=self.first_day,
            last_day=self.last_day,
            age_from=self.age_from,
            by=self.by,
            source=self.source,
        )

    @property
    def title(self) -> str:
        """The name of its rule, in plain words; the rule's id where this Alongside does not know it."""
        return next((value.title for value in shipped().of(self.rule)), self.rule)

    @property
    def worked_out(self) -> bool:
        """True if Alongside itself holds to it, and not people alone."""
        return self.rule in WORKED_OUT

    @property
    def worth(self) -> RuleValue | None:
        """The number with the unit of its rule; None where this Alongside does not know the rule."""
        law = next(iter(shipped().of(self.rule)), None)
        return attrs.evolve(law, value=self.promise.value) if law else None

    @property
    def said(self) -> str:
        """What is promised, as people say it: ``£13.45 an hour``."""
        return self.worth.said if self.worth else self.amount

    def over(self, today: date) -> bool:
        """True if its last day is behind."""
        return self.last_day is not None and self.last_day < today

    def begun(self, today: date) -> bool:
        """True if its first day has come."""
        return self.first_day <= today


def refuse_the_past(day: date, today: date) -> None:
    """Refuse a day that is over.

    Raises:
        TooLate: for a day before today.
    """
    if day < today:
        raise TooLate(
            worded(
                "enterprise",
                "A promise changes nothing for days that are over. Give today or a later day.",
            )
        )


def refuse_ending(made: Promised, last_day: date, today: date) -> None:
    """Refuse a last day that would rewrite what was promised.

    Raises:
        TooLate: where the day is over, or the promise has ended.
        BadInput: where the promise begins after that day.
    """
    if made.over(today):
        raise TooLate(worded("enterprise", "This promise has ended. What was promised stays on record."))
    refuse_the_past(last_day, today)
    if last_day < made.first_day:
        raise BadInput(
            worded(
                "enterprise",
                "This promise begins on {first}. Give that day or a later one, or take the promise back.",
                first=made.first_day,
            )
        )


def refuse_taking_back(made: Promised, today: date) -> None:
    """Refuse to take back a promise that counts already.

    Raises:
        TooLate: where its first day has come.
    """
    if made.begun(today):
        raise TooLate(worded("enterprise", "This promise counts already. Give it a last day instead."))
