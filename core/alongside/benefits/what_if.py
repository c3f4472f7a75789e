"""What a week or a month comes to without one shift and with it: hours and pay, and nothing that judges them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import attrs

from alongside.instants import Interval, Period, monday_of
from alongside.money import Pence, wage
from alongside.placements.hours import calendar_month, minutes_within


@attrs.frozen(kw_only=True)
class Stretch:
    """Work in one stretch of real time; ``rate`` is pence an hour, None where it is not paid."""

    time: Interval
    business: str
    rate: Pence | None

    @property
    def pays(self) -> Pence:
        """What it comes to by itself."""
        return Pence(0) if self.rate is None else wage(self.rate, self.time.minutes)


@attrs.frozen(kw_only=True)
class Total:
    """What some stretches come to: minutes of all of them, those that are paid, and the pay before tax."""

    minutes: int
    paid_minutes: int
    pay: Pence


@attrs.frozen(kw_only=True)
class Compared:
    """A week or a month, without the shift and with it."""

    period: Period
    without: Total
    taken: Total

    @property
    def is_week(self) -> bool:
        """True for a week, false for a month."""
        return (self.period.last - self.period.first).days == 6


def week_of(day: date) -> Period:
    """Return the week from Monday to Sunday that a day is in."""
    monday = monday_of(day)
    return Period(monday, monday + timedelta(days=6))


def periods(day: date, *, by_week: bool, by_month: bool) -> tuple[Period, ...]:
    """Return the periods of a day that are to be compared, the week first."""
    return (*((week_of(day),) if by_week else ()), *((calendar_month(day),) if by_month else ()))


def compared(others: Sequence[Stretch], shift: Stretch, period: Period, zone: str) -> Compared:
    """Compare a period without a shift and with it; what reaches over an edge of it counts up to the edge."""
    whole = period.interval(zone)
    return Compared(period=period, without=total(others, whole), taken=total([*others, shift], whole))


def total(stretches: Iterable[Stretch], whole: Interval) -> Total:
    """Add up what falls into a stretch of time; the minutes of one rate are rounded to whole pence together."""
    times: dict[Pence | None, list[Interval]] = {}
    for one in stretches:
        times.setdefault(one.rate, []).append(one.time)
    minutes = {rate: minutes_within(theirs, whole) for rate, theirs in times.items()}
    return Total(
        minutes=sum(minutes.values()),
        paid_minutes=sum(count for rate, count in minutes.items() if rate is not None),
        pay=Pence(sum(wage(rate, count) for rate, count in minutes.items() if rate is not None)),
    )
