"""The pay floor: the least that an hour may be paid, by age, apprenticeship and pay period.

The rate of a pay period is the one in force on its first day, for the age on that day: a new rate, a birthday and
the end of an apprentice's first year count from the first pay period that starts on or after them. Source: HMRC,
National Minimum Wage Manual, NMWM03110, on regulation 4B of the National Minimum Wage Regulations 2015.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alongside.money import Pence, pounds
from alongside.placements.age import age_on
from alongside.refusal import BadInput, Worded, worded
from alongside.rulepacks.offers import (
    AgainstRule,
    NoValue,
    Promise,
    RuleValue,
    anniversary,
    day_in_words,
    rule,
)

MINIMUM = "uk.minimum-wage"
APPRENTICES = "uk.minimum-wage-apprentice"
_APPRENTICE_RATE_UNDER = 19


class PayTooLow(AgainstRule):
    """A rate is under the pay floor; it tells no age, which is private."""

    def __init__(self, rate: int, floor: RuleValue, period_starts: date) -> None:
        self.rate, self.floor, self.period_starts = rate, floor, period_starts
        super().__init__(floor, period_starts, _too_low(rate, floor, period_starts))


class BackDated(BadInput):
    """Pay from before this pay period, asked for by somebody who sees no dates of birth.

    Rates held to floors of years ago would tell her in which month somebody was born.
    """

    def __init__(self, day: date, starts: date) -> None:
        super().__init__(
            worded(
                "placements",
                "{day} is before this pay period. Agree the pay from {starts} on, or ask a steward.",
                day=day_in_words(day),
                starts=day_in_words(starts),
            )
        )


def _too_low(rate: int, floor: RuleValue, period_starts: date) -> Worded:
    facts = {
        "rate": pounds(rate),
        "starts": day_in_words(period_starts),
        "least": floor.said,
        "enough": pounds(floor.pence),
    }
    if floor.law is None:
        return worded(
            "placements",
            "{rate} an hour is too low for a pay period that starts on {starts}: the least is {least}. "
            "Agree at least {enough}.",
            **facts,
        )
    return worded(
        "placements",
        "{rate} an hour is too low for a pay period that starts on {starts}: we promised {least}. "
        "Agree at least {enough}.",
        **facts,
    )


def pay_floor(
    born: date,
    period_starts: date,
    *,
    apprentice_since: date | None = None,
    promises: Iterable[Promise] = (),
) -> RuleValue:
    """Return the least rate for a pay period, by its first day: the law's, or one promised beyond it.

    ``apprentice_since`` is the day the apprenticeship began. Apprentices have their own rate while they are under
    19 or in its first year (GOV.UK, minimum wage for apprentices).

    Raises:
        NoValue: for a day or an age that the rule pack says nothing about, such as a child's.
        BadInput: for a pay period before the birth.
    """
    age = age_on(born, period_starts)
    if apprentice_since is not None and apprentice_since <= period_starts:
        in_first_year = period_starts < anniversary(apprentice_since, 1)
        if in_first_year or age < _APPRENTICE_RATE_UNDER:
            return rule(APPRENTICES, period_starts, promises=promises)
    return rule(MINIMUM, period_starts, age, promises=promises)


def check_rate(
    rate: Pence,
    born: date,
    period_starts: date,
    *,
    apprentice_since: date | None = None,
    promises: Iterable[Promise] = (),
) -> RuleValue:
    """Return the floor that the rate was held to, for a pay period that starts on the day given.

    Raises:
        PayTooLow: where the rate is under it.
    """
    floor = pay_floor(born, period_starts, apprentice_since=apprentice_since, promises=promises)
    if rate < floor.pence:
        raise PayTooLow(rate, floor, period_starts)
    return floor


def held_to_floor(
    name: str,
    born: date | None,
    rate: Pence,
    period_starts: date,
    *,
    apprentice_since: date | None = None,
    promises: Iterable[Promise] = (),
) -> RuleValue:
    """Return the floor that the rate of somebody called ``name`` was held to.

    Raises:
        PayTooLow: where the rate is under it.
        BadInput: where the date of birth is not known, or no floor is for that day or age. The sentence tells
            neither: whoever agrees a rate need not know how old somebody is.
    """
    if born is None:
        found = f"the date of birth of {name} is not known, and the law sets the least pay by age"
        raise BadInput(found, remedy="Add it to the record first.")
    try:
        return check_rate(rate, born, period_starts, apprentice_since=apprentice_since, promises=promises)
    except (NoValue, BadInput):
        found = f"no rule here says what {name} must be paid in a pay period that starts on {period_starts}"
        # Not chained: the one before this tells the age.
        raise BadInput(found, remedy="Check that day, and the date of birth on record.") from None
