"""Sick pay of a person: her spells, what a usual week of hers came to, and the days that are paid for.

Only days on which she works anywhere for pay are looked at. However somebody notes them, by the week or at once,
days with no working day between them are one spell, and spells that are near each other are linked: they have the
usual week of the first, and one count of the weeks that the law pays for. Spells under older rules link to none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

import attrs

from alongside.instants import Period, monday_of
from alongside.pay.away import spells
from alongside.pay.sick_pay import LINK_APART, LINK_LEAST, LONGEST, has_older_rules, of_a_day
from alongside.placements.placement import Placement
from alongside.rulepacks.offers import rule

LOOKED_AT = timedelta(weeks=8)
_WEEK = 7
_A_DAY = timedelta(days=1)

WeekdaysOn = Callable[[date], frozenset[int]]
"""The days of the week, 0 for Monday, on which she works for pay by what is agreed on a day."""


@attrs.frozen(kw_only=True)
class Sickness:
    """What came of it: pence of each paid day, exact; the spells under older rules, and those without earnings.

    ``earlier`` are those whose usual week is of weeks too that no pay run here knows.
    """

    worth: dict[date, Fraction]
    old: tuple[Period, ...] = ()
    unearned: tuple[Period, ...] = ()
    unknown: tuple[Period, ...] = ()
    earlier: tuple[Period, ...] = ()


def sickness(
    ill: Collection[date],
    weekdays_on: WeekdaysOn,
    placements: Sequence[Placement],
    earned_in: Callable[[Period], Fraction],
    since: date,
) -> Sickness:
    """Work out the sick pay of days of illness; ``earned_in`` says what some days brought, in pence.

    ``since`` is the first day of which all hours are known here.
    """
    employed = {day for day in ill if any(one.paid and one.runs_on(day) for one in placements)}
    found = joined(spells(employed), weekdays_on)
    unknown = [one for one in found if not weekdays_on(one.first)]
    old = [one for one in found if one not in unknown and has_older_rules(one.first)]
    worth: dict[date, Fraction] = {}
    unearned: list[Period] = []
    earlier: list[Period] = []
    for chain in linked([one for one in found if one not in unknown and one not in old], weekdays_on):
        usual = usual_week(chain[0].first, placements, earned_in)
        if not usual:
            unearned += chain
        elif looked_at_from(chain[0].first, placements) < min(since, chain[0].first):
            earlier += chain
        missed = sorted(day for day in employed if any(one.first <= day <= one.last for one in chain))
        worth |= _worth(missed, usual, weekdays_on)
    return Sickness(
        worth=worth,
        old=tuple(old),
        unearned=tuple(unearned),
        unknown=tuple(unknown),
        earlier=tuple(earlier),
    )


def joined(found: Sequence[Period], weekdays_on: WeekdaysOn) -> list[Period]:
    """Return spells with those made one that have no working day of hers between them."""
    whole: list[Period] = []
    for one in found:
        if whole and not any(_works(day, weekdays_on) for day in _between(whole[-1], one)):
            whole[-1] = Period(whole[-1].first, one.last)
        else:
            whole.append(one)
    return whole


def _works(day: date, weekdays_on: WeekdaysOn) -> bool:
    """True too where nobody can tell, and where her work has ended: nothing goes on over such a day."""
    return not weekdays_on(day) or day.weekday() in weekdays_on(day)


def _between(one: Period, other: Period) -> list[date]:
    return [one.last + timedelta(days=n) for n in range(1, (other.first - one.last).days)]


def linked(found: Sequence[Period], weekdays_on: WeekdaysOn) -> list[list[Period]]:
    """Return spells in groups: those long enough to link that are near each other, while her work goes on."""
    chains: list[list[Period]] = []
    last: list[Period] = []
    for one in found:
        if (one.last - one.first).days + 1 < rule(LINK_LEAST, one.first).value:
            chains.append([one])
        elif last and _near(last[-1], one) and all(weekdays_on(day) for day in _between(last[-1], one)):
            last.append(one)
        else:
            last = [one]
            chains.append(last)
    return chains


def _near(one: Period, other: Period) -> bool:
    return len(_between(one, other)) <= rule(LINK_APART, other.first).value * _WEEK


def _worth(missed: Iterable[date], usual: Fraction, weekdays_on: WeekdaysOn) -> dict[date, Fraction]:
    """What the missed days of one group are worth, until the weeks are over that the law pays for."""
    worth: dict[date, Fraction] = {}
    weeks = Fraction()
    for day in missed:
        share = Fraction(1, len(_days_of_week(day, weekdays_on)) or 1)
        if day.weekday() in weekdays_on(day) and weeks + share <= rule(LONGEST, day).value:
            worth[day] = of_a_day(day, usual, _days_of_week(day, weekdays_on))
            weeks += share
    return worth


def _days_of_week(day: date, weekdays_on: WeekdaysOn) -> frozenset[int]:
    """All days that she works on in a week, so that no more than a week is paid where her work changes in it."""
    monday = monday_of(day)
    return frozenset().union(*(weekdays_on(monday + timedelta(days=n)) for n in range(_WEEK)))


def looked_at_from(first_day: date, placements: Iterable[Placement]) -> date:
    """Return the first of the days before a spell whose pay makes the usual week."""
    return max(first_day - LOOKED_AT, min((one.first_day for one in placements if one.paid), default=first_day))


def usual_week(
    first_day: date, placements: Sequence[Placement], earned_in: Callable[[Period], Fraction]
) -> Fraction:
    """Return the usual week's pay in pence before a spell: of eight weeks, or of the days since she began.

    Of somebody who begins with being ill, it is what was agreed.
    """
    paid = [one for one in placements if one.paid]
    begins = looked_at_from(first_day, paid)
    days = (first_day - begins).days
    if days <= 0:
        return _agreed(paid, first_day)
    return earned_in(Period(begins, first_day - _A_DAY)) * _WEEK / days


def _agreed(paid: Iterable[Placement], day: date) -> Fraction:
    running = (one for one in paid if one.runs_on(day))
    return sum((Fraction(one.minutes_on(day) * (one.rate or 0), 60) for one in running), Fraction())


def amount(worth: Iterable[Fraction]) -> int:
    """Return what some days of sick pay come to in whole pence; rounded once, up."""
    whole = sum(worth, Fraction())
    return -(-whole.numerator // whole.denominator)
