"""Holiday that was taken, and what is left: whole working days, each as long as the placement's own.

A day of leave counts where she would have worked, and is worth its share of the agreed week. Holiday that is paid
with the wages is not paid again when it is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from fractions import Fraction

import attrs

from alongside.instants import Period
from alongside.pay.holiday import earned_by_hours, of_a_year
from alongside.pay.line import PaidTime, What
from alongside.pay.terms import HolidayBy, Terms
from alongside.placements.placement import Placement

TermsOf = Callable[[str], Terms]
"""The terms in a business, by its id."""


def a_day(placement: Placement, terms: Terms) -> int:
    """Return the minutes of one of the placement's days, rounded up."""
    return -(-placement.agreed_minutes // len(terms.weekdays))


def taken(
    placements: Sequence[Placement],
    terms_of: TermsOf,
    leave: Collection[date],
    worked: Collection[tuple[str, date]],
) -> Iterator[PaidTime]:
    """Yield the holiday that was taken, day by day; ``worked`` are placements and days that saw work."""
    for placement in placements:
        terms = terms_of(placement.business)
        if placement.rate is None or not terms.weekdays or terms.holiday is HolidayBy.ROLLED_UP:
            continue
        for day in sorted(leave):
            due = day.weekday() in terms.weekdays and placement.runs_on(day)
            if due and (placement.id, day) not in worked:
                yield PaidTime(
                    what=What.HOLIDAY,
                    day=day,
                    placement=placement.id,
                    rate=placement.rate,
                    minutes=a_day(placement, terms),
                    days=1,
                )


@attrs.frozen(kw_only=True)
class Holiday:
    """Minutes of holiday: ``earned`` in a pay period, ``accrued`` of it by hours that differ, ``year`` in all."""

    earned: int
    accrued: int
    year: int


def earned(
    placements: Sequence[Placement],
    terms_of: TermsOf,
    minutes: Callable[[str], int],
    period: Period,
    leave_year: Period,
) -> Holiday:
    """Return what a pay period has earned; ``minutes`` says how long was worked for a placement, by its id.

    Regular hours earn their leave year day by day, and all of it is hers; hours that differ earn a share of
    themselves, known when they are worked.
    """
    regular, year, accrued = Fraction(), Fraction(), 0
    for placement in (one for one in placements if one.paid):
        terms = terms_of(placement.business)
        if terms.holiday is HolidayBy.IRREGULAR:
            accrued += earned_by_hours(minutes(placement.id), leave_year.first)
        elif terms.holiday is HolidayBy.REGULAR and terms.weekdays:
            whole = of_a_year(placement.agreed_minutes, len(terms.weekdays), leave_year.first)
            year += whole * _share(placement, leave_year, leave_year)
            regular += whole * _share(placement, period, leave_year)
    return Holiday(earned=_up(regular) + accrued, accrued=accrued, year=_up(year))


def _share(placement: Placement, days: Period, leave_year: Period) -> Fraction:
    """The share of the leave year that the placement's days of a period are."""
    during = placement.days_in(days)
    return Fraction(len(during.days()) if during else 0, len(leave_year.days()))


def _up(minutes: Fraction) -> int:
    return -(-minutes.numerator // minutes.denominator)
