"""Sick pay as the law gives it since 6 April 2026: from the first day, whatever somebody earns.

A week is worth the flat rate or 80 % of the usual week's pay, whichever is less; a day is worth its share of the
days that she would have worked in that week. Figures and sources are in the rule pack. A spell that began
earlier goes on by the rules that held then, which are not here.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from fractions import Fraction

from alongside.rulepacks.offers import rule, shipped

FLAT, SHARE, LONGEST = "uk.sick-pay", "uk.sick-pay-share", "uk.sick-pay-longest"
LINK_APART, LINK_LEAST = "uk.sick-pay-linked-within", "uk.sick-pay-linked-from"


def has_older_rules(first_day: date) -> bool:
    """True if a spell that began on a day goes on by the rules before those of 2026."""
    return first_day < shipped().of(FLAT)[0].first_day


def of_a_day(day: date, usual: Fraction, working: Collection[int]) -> Fraction:
    """Return the pence that one day is worth, not rounded.

    ``usual`` is the usual week's pay in pence, ``working`` the days that she would have worked in that week.
    """
    share = Fraction(rule(SHARE, day).value) / 100
    week = min(Fraction(rule(FLAT, day).value), share * usual)
    return week / len(working)
