"""Sick pay as the law gives it since 6 April 2026: from the first day, whatever somebody earns.

A week is worth the flat rate or 80 % of the usual week's pay, whichever is less; a day is worth its share of the
days that she would have worked in that week. Figures and sources are in the rule pack. A spell that began
earlier is refused: other rules held then, and it goes on by them.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from fractions import Fraction

import attrs

from alongside.instants import Period
from alongside.money import Pence
from alongside.refusal import BadInput
from alongside.rulepacks.offers import day_in_words, rule, shipped

FLAT, SHARE, LONGEST = "uk.sick-pay", "uk.sick-pay-share", "uk.sick-pay-longest"
LINK_APART, LINK_LEAST = "uk.sick-pay-linked-within", "uk.sick-pay-linked-from"
_WEEKS_LOOKED_AT = 8
"""The usual week's pay is that of the eight weeks before the spell."""


def has_older_rules(first_day: date) -> bool:
    """True if a spell that began on a day goes on by the rules before those of 2026."""
    return first_day < shipped().of(FLAT)[0].first_day


@attrs.frozen(kw_only=True)
class Spell:
    """Days on which somebody could not work, without the reason, which is hers.

    ``working`` are the days of the week that she would have worked on, 0 for Monday; ``usual`` is the usual week's
    pay.

    Raises:
        BadInput: for a spell that began before the rules of 2026, or a week without working days.
    """

    days: Period
    working: frozenset[int]
    usual: Fraction = attrs.field(converter=Fraction)

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be worked out."""
        if has_older_rules(self.days.first):
            begins = day_in_words(shipped().of(FLAT)[0].first_day)
            found = f"this spell began before {begins}, when sick pay had other rules"
            raise BadInput(found, remedy="Ask your payroll bureau what is paid for it.")
        if not self.working or not self.working <= set(range(7)):
            raise BadInput("no day of the week is worked on", remedy="Name the days that she would have worked.")

    @property
    def paid_days(self) -> list[date]:
        """The days that are paid for, until the longest time that the law pays for is over."""
        length = (self.days.last - self.days.first).days + 1
        days = (self.days.first + timedelta(days=n) for n in range(length))
        missed = [day for day in days if day.weekday() in self.working]
        return missed[: int(rule(LONGEST, self.days.first).value) * len(self.working)]


def usual_week(earned: int) -> Fraction:
    """Return the usual week's pay in pence, from what was earned in the eight weeks before."""
    return Fraction(earned, _WEEKS_LOOKED_AT)


def of_a_day(day: date, usual: Fraction, working: Collection[int]) -> Fraction:
    """Return the pence that one day is worth, not rounded."""
    share = Fraction(rule(SHARE, day).value) / 100
    week = min(Fraction(rule(FLAT, day).value), share * usual)
    return week / len(working)


def sick_pay(spell: Spell, period: Period) -> Pence:
    """Return what is paid for the days of a spell that lie in a pay period; rounded once, up, as wages are."""
    days = [day for day in spell.paid_days if period.first <= day <= period.last]
    return Pence(-(-sum(of_a_day(day, spell.usual, spell.working) for day in days) // 1))
