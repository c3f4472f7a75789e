"""Repeating dates: a rule that can be proven, expanded once into days and instants.

Rules repeat in the wall time of a place: a weekly class at six stays at six when the clocks change. A start
that the clocks jump over in March happens as they have jumped (half past one becomes half past two); one that
comes twice in October means the first. Every occurrence lasts the same real time.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import Enum
from itertools import count

import attrs

from alongside.instants import Interval, at
from alongside.refusal import BadInput

MOST = 400
"""The most occurrences of one rule: a weekday class for more than a year."""


class Every(Enum):
    """The kinds of rules that are accepted; the first day says which weekday or date it is."""

    DAY = "every day"
    WEEK = "every week"
    FORTNIGHT = "every two weeks"
    MONTH_DATE = "every month on the same date"
    MONTH_WEEKDAY = "every month on the same weekday, such as the second Tuesday"
    MONTH_LAST_WEEKDAY = "every month on the last such weekday"


_STEPS = {Every.DAY: 1, Every.WEEK: 7, Every.FORTNIGHT: 14}


@attrs.frozen(kw_only=True)
class Repeat:
    """Something that happens again and again, from its first day until its end.

    The end is either ``times`` (how often in all, 400 at the most) or ``last``, the last day it may happen on.

    Raises:
        BadInput: without an end, with both, or where the first day does not fit the rule.
    """

    every: Every
    first: date
    clock: time
    minutes: int = attrs.field()
    zone: str
    times: int | None = None
    last: date | None = None

    @minutes.validator
    def _lasts(self, _: object, minutes: int) -> None:
        if minutes < 1:
            raise BadInput(f"it cannot last {minutes} minutes")

    def __attrs_post_init__(self) -> None:
        """Check that the rule ends, and begins where it says."""
        if (self.times is None) == (self.last is None):
            raise BadInput("a repeat needs one end", remedy="Say how many times, or the last day.")
        if self.times is not None and not 1 <= self.times <= MOST:
            raise BadInput(
                f"it repeats {self.times} times; from 1 to {MOST} can be kept", remedy="Make it shorter."
            )
        if self.last is not None and self.last < self.first:
            raise BadInput(f"its last day {self.last} is before its first, {self.first}")
        if self.every is Every.MONTH_LAST_WEEKDAY and not _is_last(self.first):
            raise BadInput(f"{self.first} is not the last {self.first:%A} of its month")


def days(repeat: Repeat) -> tuple[date, ...]:
    """Return the days on which it happens, in order.

    A month without the date (a 31st) or without a fifth such weekday is left out, and does not count.

    Raises:
        BadInput: for more than 400 days until the last one.
    """
    found: list[date] = []
    for day in _candidates(repeat):
        if (repeat.last is not None and day > repeat.last) or len(found) == repeat.times:
            break
        found.append(day)
        if len(found) > MOST:
            raise BadInput(
                f"until {repeat.last} it repeats more than {MOST} times", remedy="Choose an earlier day."
            )
    return tuple(found)


def expand(repeat: Repeat) -> tuple[Interval, ...]:
    """Return when it happens, as real time."""
    lasts = timedelta(minutes=repeat.minutes)
    starts = (at(day, repeat.clock, repeat.zone) for day in days(repeat))
    return tuple(Interval(start, start + lasts) for start in starts)


def in_words(repeat: Repeat) -> str:
    """Say the rule in words, and what it leaves out."""
    if repeat.every is Every.MONTH_DATE and repeat.first.day > 28:
        return f"every month on day {repeat.first.day}; months without one are left out"
    if repeat.every is Every.MONTH_WEEKDAY and place_in_month(repeat.first) == 5:
        return f"every month on the fifth {repeat.first:%A}; months without one are left out"
    return repeat.every.value


def _candidates(repeat: Repeat) -> Iterator[date]:
    if repeat.every in _STEPS:
        yield from (repeat.first + timedelta(days=n * _STEPS[repeat.every]) for n in count())
    for ahead in count():
        year, month = divmod(repeat.first.year * 12 + repeat.first.month - 1 + ahead, 12)
        day = _in_month(repeat, year, month + 1)
        if day is not None:
            yield day


def _in_month(repeat: Repeat, year: int, month: int) -> date | None:
    weekday_of_first, length = monthrange(year, month)
    number = repeat.first.day
    if repeat.every is not Every.MONTH_DATE:
        number = 1 + (repeat.first.weekday() - weekday_of_first) % 7 + 7 * (place_in_month(repeat.first) - 1)
    if repeat.every is Every.MONTH_LAST_WEEKDAY:
        number = length - (monthrange(year, month)[0] + length - 1 - repeat.first.weekday()) % 7
    return date(year, month, number) if number <= length else None


def place_in_month(day: date) -> int:
    """1 for the first such weekday of its month, up to 5."""
    return (day.day - 1) // 7 + 1


def _is_last(day: date) -> bool:
    return (day + timedelta(days=7)).month != day.month
