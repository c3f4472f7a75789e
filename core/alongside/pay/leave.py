"""Holiday that was taken, and what is left: whole working days, each as long as the placement's own.

A day of leave counts where she would have worked; what it is worth says ``worth``. Holiday that is paid
with the wages is not paid again when it is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

import attrs

from alongside.instants import Period
from alongside.money import Pence
from alongside.pay.holiday import earned_by_hours, of_a_year
from alongside.pay.line import PaidTime, What
from alongside.pay.terms import HolidayBy, Terms
from alongside.placements.placement import Placement

TermsOf = Callable[[str], Terms]
"""The terms in a business, by its id."""


def a_day(placement: Placement, terms: Terms, day: date) -> int:
    """Return the minutes of one of the placement's working days as agreed then, rounded up; else 0."""
    if day.weekday() not in terms.weekdays:
        return 0
    return -(-placement.minutes_on(day) // len(terms.weekdays))


def taken(
    placements: Sequence[Placement],
    worth: Callable[[Placement, date], tuple[int, Pence | None]],
    leave: Collection[date],
    worked: Collection[tuple[str, date]],
) -> Iterator[PaidTime]:
    """Yield the holiday that was taken, day by day; ``worked`` are placements and days that saw work.

    ``worth`` says of a placement that runs on a day how many minutes it is worth, and at which rate.
    """
    for placement in (one for one in placements if one.paid):
        for day in sorted(leave):
            if not placement.runs_on(day) or (placement.id, day) in worked:
                continue
            minutes, rate = worth(placement, day)
            if minutes:
                yield PaidTime(
                    what=What.HOLIDAY,
                    day=day,
                    placement=placement.id,
                    rate=rate,
                    minutes=minutes,
                    days=1,
                )


def stands(placements: Sequence[Placement], paid: Iterable[PaidTime]) -> dict[tuple[str, date], int]:
    """Return the minutes of holiday that were paid and not taken back, by business and day.

    Terms have no date of their own. So weekdays or a kind of holiday that become others change no day of leave
    that was paid, as long as it is one.
    """
    places, found = {one.id: one.business for one in placements}, dict[tuple[str, date], int]()
    for one in paid:
        if one.what is What.HOLIDAY and one.placement in places:
            key = places[one.placement], one.day
            found[key] = found.get(key, 0) + one.minutes
    return found


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
            year += _of_the_year(placement, len(terms.weekdays), leave_year, leave_year)
            regular += _of_the_year(placement, len(terms.weekdays), period, leave_year)
    return Holiday(earned=_up(regular) + accrued, accrued=accrued, year=_up(year))


def _of_the_year(placement: Placement, weekdays: int, days: Period, leave_year: Period) -> Fraction:
    """Minutes of holiday for some days of the leave year, exact; hours that grow by a plan earn more."""
    during, found = placement.days_in(days), Fraction()
    for stretch in _stretches(placement, during) if during else ():
        whole = of_a_year(placement.minutes_on(stretch.first), weekdays, leave_year.first)
        found += Fraction(whole * _length(stretch), _length(leave_year))
    return found


def _stretches(placement: Placement, during: Period) -> Iterator[Period]:
    """Some days of a placement, cut where the agreed hours become others."""
    begins = [
        during.first,
        *(one.first_day for one in placement.plan if during.first < one.first_day <= during.last),
    ]
    ends = [*(day - timedelta(days=1) for day in begins[1:]), during.last]
    yield from (Period(first, last) for first, last in zip(begins, ends, strict=True))


def _length(days: Period) -> int:
    return (days.last - days.first).days + 1


def _up(minutes: Fraction) -> int:
    return -(-minutes.numerator // minutes.denominator)
