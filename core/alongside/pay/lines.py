"""From times that are paid to lines of an advice: each is one amount, rounded once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

import attrs

from alongside.instants import Period
from alongside.money import Pence, wage
from alongside.pay.facts import Days
from alongside.pay.holiday import rolled_up as rolled_up_pay
from alongside.pay.line import Line, PaidTime, What
from alongside.pay.sickness import amount
from alongside.placements.placement import Placement

_ORDER = tuple(What)


def lines_of(
    times: Sequence[PaidTime],
    placements: Mapping[str, Placement],
    days: Days,
    rolled_up: Callable[[str, date], bool],
) -> list[Line]:
    """Return the lines for hours and holiday: this period's first, then what puts earlier ones right.

    ``rolled_up`` says of a business and a day whether holiday is paid with the wages there.
    """
    groups: dict[tuple[What, Period | None, str, Pence], int] = {}
    for one in times:
        if one.placement is not None and one.rate is not None:
            key = one.what, days.paid_in(one.day), one.placement, one.rate
            groups[key] = groups.get(key, 0) + one.minutes
    found = [_hourly(*key, minutes, placements) for key, minutes in groups.items() if minutes]
    found += [
        line
        for one in list(found)
        if one.what is What.WORK and one.business and rolled_up(one.business, one.about or days.period.first)
        for line in _with_the_wages(one, days)
    ]
    return sorted(found, key=lambda one: _place(one, placements))


def _place(one: Line, placements: Mapping[str, Placement]) -> tuple[bool, date, int, date, str, int]:
    """Where a line stands: the oldest placement first, whatever its id."""
    begins = placements[one.placement].first_day if one.placement else date.min
    place = one.business or "", one.rate or 0
    return one.about is not None, one.about or date.min, _ORDER.index(one.what), begins, *place


def _hourly(
    what: What,
    period: Period | None,
    placement: str,
    rate: Pence,
    minutes: int,
    placements: Mapping[str, Placement],
) -> Line:
    return Line(
        what=what,
        business=placements[placement].business,
        placement=placement,
        minutes=minutes,
        rate=rate,
        pence=wage(rate, minutes),
        about=period.first if period else None,
        until=period.last if period else None,
    )


def _with_the_wages(line: Line, days: Days) -> Iterator[Line]:
    pence = rolled_up_pay(line.pence, days.leave_year.first)
    if pence:
        yield attrs.evolve(line, what=What.ROLLED_UP, minutes=0, rate=None, pence=pence)


def sick_lines(times: Sequence[PaidTime], worth: Mapping[date, Fraction], days: Days) -> list[Line]:
    """Return the lines of sick pay: what is paid now, and what is taken back of days that were no sickness."""
    sick = [one for one in times if one.what is What.SICK]
    periods = {days.paid_in(one.day) for one in sick}
    return [
        _sick(period, [one for one in sick if days.paid_in(one.day) == period], worth)
        for period in sorted(periods, key=lambda one: one.first if one else date.min)
    ]


def _sick(period: Period | None, times: list[PaidTime], worth: Mapping[date, Fraction]) -> Line:
    given = amount(worth[one.day] for one in times if one.days > 0)
    back = sum((one.rate or 0) for one in times if one.days < 0)
    return Line(
        what=What.SICK,
        days=sum(one.days for one in times),
        pence=Pence(given - back),
        about=period.first if period else None,
        until=period.last if period else None,
    )
