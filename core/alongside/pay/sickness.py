"""Sick pay of a person: her spells, what a usual week of hers came to, and the days that are paid for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

import attrs

from alongside.instants import Period
from alongside.pay.away import spells
from alongside.pay.sick_pay import Spell, of_a_day
from alongside.placements.placement import Placement
from alongside.refusal import BadInput

LOOKED_AT = timedelta(weeks=8)
_WEEK = 7


@attrs.frozen(kw_only=True)
class Sickness:
    """What came of it: pence of each paid day, exact; the spells under older rules, and those without earnings."""

    worth: dict[date, Fraction]
    old: tuple[Period, ...] = ()
    unearned: tuple[Period, ...] = ()
    unknown: tuple[Period, ...] = ()


def sickness(
    ill: Collection[date],
    weekdays: frozenset[int],
    placements: Sequence[Placement],
    earned_in: Callable[[Period], Fraction],
) -> Sickness:
    """Work out the sick pay of days of illness; ``earned_in`` says what some days brought, in pence."""
    worth: dict[date, Fraction] = {}
    old, unearned, unknown = [], [], []
    for days in spells(ill):
        if not weekdays:
            unknown.append(days)
            continue
        usual = usual_week(days.first, placements, earned_in)
        try:
            spell = Spell(days=days, working=weekdays, usual=usual)
        except BadInput:
            old.append(days)
            continue
        if not usual:
            unearned.append(days)
        worth |= {day: of_a_day(day, usual, weekdays) for day in spell.paid_days}
    return Sickness(worth=worth, old=tuple(old), unearned=tuple(unearned), unknown=tuple(unknown))


def usual_week(
    first_day: date, placements: Sequence[Placement], earned_in: Callable[[Period], Fraction]
) -> Fraction:
    """Return the usual week's pay in pence before a spell: of eight weeks, or of the days since she began.

    Of somebody who begins with being ill, it is what was agreed.
    """
    paid = [one for one in placements if one.paid]
    if not paid:
        return Fraction()
    begins = max(first_day - LOOKED_AT, min(one.first_day for one in paid))
    days = (first_day - begins).days
    if days <= 0:
        return _agreed(paid, first_day)
    return earned_in(Period(begins, first_day - timedelta(days=1))) * _WEEK / days


def _agreed(paid: Iterable[Placement], day: date) -> Fraction:
    running = (one for one in paid if one.runs_on(day))
    return sum((Fraction(one.minutes_on(day) * (one.rate or 0), 60) for one in running), Fraction())


def amount(worth: Iterable[Fraction]) -> int:
    """Return what some days of sick pay come to in whole pence; rounded once, up."""
    whole = sum(worth, Fraction())
    return -(-whole.numerator // whole.denominator)
