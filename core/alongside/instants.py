"""Time: instants in UTC, wall time of a place, half-open intervals and periods.

Length and pay always come from instants: a shift from half past midnight to half past six is five hours
long on one night in March and seven on one in October. Wall times exist only together with a zone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Self
from zoneinfo import ZoneInfo

import attrs

from alongside.refusal import BadInput, worded

LONDON = "Europe/London"
FIRST_YEAR, LAST_YEAR = 1900, 2199


def near(day: date) -> date:
    """Return a day that people can mean.

    Raises:
        BadInput: for one so far off that it is a slip; the calendar itself ends at the year 9999.
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(
            worded(
                "display",
                "The day {far} is too far off. Give one from {first} to {last}.",
                far=str(day),
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
        )
    return day


def aware(moment: datetime) -> datetime:
    """Return the moment in UTC.

    Raises:
        ValueError: for a naive datetime, which could mean any instant.
    """
    if moment.tzinfo is UTC:
        return moment
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone, so it names no instant")
    return moment.astimezone(UTC)


def at(day: date, clock: time, zone: str) -> datetime:
    """Return the instant at which clocks in ``zone`` show ``clock`` on ``day``.

    A wall time that happens twice (in October) means the first; one that is skipped (in March) means the
    instant that the clocks jumped over, as ``zoneinfo`` folds it.
    """
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC)


def moments(day: date, clock: time, zone: str) -> tuple[datetime, ...]:
    """Return every instant at which clocks in ``zone`` show ``clock`` on ``day``: none, one or two, in order.

    There is none where the clocks jump over it in March, and there are two where it comes twice in October.
    """
    wall = datetime.combine(day, clock)
    folds = {wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(sorted(one for one in folds if local(one, zone).replace(tzinfo=None) == wall))


def local(moment: datetime, zone: str) -> datetime:
    """Return the same instant as clocks in ``zone`` show it."""
    return moment.astimezone(ZoneInfo(zone))


def minutes_between(starts: datetime, ends: datetime) -> int:
    """Whole minutes that really pass between two instants."""
    return int((aware(ends) - aware(starts)).total_seconds() // 60)


def monday_of(day: date) -> date:
    """Return the Monday of the week that ``day`` is in."""
    return near(day) - timedelta(days=day.weekday())


@attrs.frozen
class Interval:
    """A stretch of real time, from ``starts`` up to but not including ``ends``, both in UTC."""

    starts: datetime = attrs.field(converter=aware)
    ends: datetime = attrs.field(converter=aware)

    @ends.validator
    def _ends_later(self, _: object, ends: datetime) -> None:
        if ends <= self.starts:
            raise ValueError(f"{ends} is not later than {self.starts}")

    @cached_property
    def minutes(self) -> int:
        """Whole minutes of real time."""
        return minutes_between(self.starts, self.ends)

    def overlaps(self, other: Interval) -> bool:
        """True if the two share any instant; touching ends do not overlap."""
        return self.starts < other.ends and other.starts < self.ends


@attrs.frozen
class Period:
    """Days from ``first`` to ``last``, both included: what a report or a pay run is about."""

    first: date
    last: date = attrs.field()

    @last.validator
    def _not_before_first(self, _: object, last: date) -> None:
        if near(last) < near(self.first):
            raise ValueError(f"{last} is before {self.first}")

    @classmethod
    def quarter(cls, day: date) -> Self:
        """Return the calendar quarter that ``day`` is in."""
        first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
        following = date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
        return cls(first, following - timedelta(days=1))

    @property
    def before(self) -> Period:
        """The period just before: the quarter before a quarter, else the same number of days."""
        last = self.first - timedelta(days=1)
        if self == Period.quarter(self.first):
            return Period.quarter(last)
        return Period(last - (self.last - self.first), last)

    def interval(self, zone: str) -> Interval:
        """Return the instants of the period in ``zone``: its first midnight up to the one after its last day."""
        return Interval(at(self.first, time(), zone), at(self.last + timedelta(days=1), time(), zone))

    def days(self) -> list[date]:
        """Every day of the period, in order."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]
