"""Hours worked: minutes that really passed, for a person and a pay period.

Length comes from instants, so the night shift over a clock change is five or seven hours long and is paid as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from alongside.instants import Interval, Period


@attrs.frozen
class Worked:
    """A stretch of time that a person worked."""

    person: str
    time: Interval


def calendar_month(day: date) -> Period:
    """Return the month that ``day`` is in: the usual pay period, and the longest that the law allows."""
    first = day.replace(day=1)
    return Period(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def following(period: Period) -> Period:
    """Return the pay period after this one: the next month after a calendar month, else as many days."""
    first = period.last + timedelta(days=1)
    if period == calendar_month(period.first):
        return calendar_month(first)
    return Period(first, first + (period.last - period.first))


def pay_periods(first_day: date, last_day: date | None, today: date) -> Iterator[date]:
    """Yield the first day of each pay period of an agreement from its first day until now; at least one."""
    month = calendar_month(first_day)
    yield month.first
    while (month := following(month)).first <= min(last_day or today, today):
        yield month.first


def minutes_within(times: Iterable[Interval], whole: Interval) -> int:
    """Minutes of ``times`` that fall into ``whole``; what reaches over an edge counts up to the edge.

    The times of one person do not overlap (the diary sees to it), so they are summed as they are.
    """
    passed = sum((_shared(time, whole) for time in times), timedelta())
    return int(passed // timedelta(minutes=1))


def _shared(one: Interval, other: Interval) -> timedelta:
    return max(min(one.ends, other.ends) - max(one.starts, other.starts), timedelta())


def minutes_by_person(worked: Iterable[Worked], period: Period, zone: str) -> dict[str, int]:
    """Minutes that each person worked in a pay period, as days begin and end in ``zone``; nobody with none."""
    whole = period.interval(zone)
    times: dict[str, list[Interval]] = {}
    for one in worked:
        times.setdefault(one.person, []).append(one.time)
    minutes = {person: minutes_within(theirs, whole) for person, theirs in times.items()}
    return {person: count for person, count in sorted(minutes.items()) if count}


def minutes_by_month(worked: Iterable[Worked], period: Period, zone: str) -> dict[Period, int]:
    """Minutes that all together worked in each calendar month of a period, in order; months without work are 0.

    The first and last month count as far as the period reaches.
    """
    times = [one.time for one in worked]
    months = [calendar_month(day) for day in period.days() if day == period.first or day.day == 1]
    return {month: minutes_within(times, _both(month, period).interval(zone)) for month in months}


def _both(one: Period, other: Period) -> Period:
    return Period(max(one.first, other.first), min(one.last, other.last))
