"""When a person can work: hours of the week in wall time, and days off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from functools import lru_cache
from typing import TypeVar

import attrs

from alongside.api.values import BadInput, Interval, Period, at, local, worded

from .shift import Shift

MIDNIGHT = time()


def _later(hours: FreeHours | DayHours, _: object, until: time) -> None:
    if until != MIDNIGHT and until <= hours.since:
        raise BadInput(
            worded(
                "cafe",
                "Free hours from {since} to {until} end before they start. "
                "Hours past midnight go to the next day.",
                since=f"{hours.since:%H:%M}",
                until=f"{until:%H:%M}",
            )
        )


@attrs.frozen(order=True)
class FreeHours:
    """Hours of one weekday (0 is Monday) at which a person can work; ``until`` 00:00 is the end of the day."""

    weekday: int
    since: time
    until: time = attrs.field(validator=_later)


@attrs.frozen(order=True)
class DayHours:
    """Hours of one date at which a person can work, in the place of those of its weekday; ``until`` as there."""

    day: date
    since: time
    until: time = attrs.field(validator=_later)


Hours = TypeVar("Hours", bound=FreeHours | DayHours)


def with_more(said: Iterable[Hours], new: Hours) -> tuple[Hours, ...]:
    """Return what was said with one stretch more; stretches of a day that meet or touch become one."""
    others = []
    for one in said:
        if _day_of(one) == _day_of(new) and _reaches(one, new.since) and _reaches(new, one.since):
            last = max(one, new, key=lambda each: (each.until == MIDNIGHT, each.until))
            new = attrs.evolve(new, since=min(one.since, new.since), until=last.until)
        else:
            others.append(one)
    return tuple(sorted((*others, new), key=attrs.astuple))


def _day_of(one: FreeHours | DayHours) -> int | date:
    return one.weekday if isinstance(one, FreeHours) else one.day


def _reaches(one: FreeHours | DayHours, moment: time) -> bool:
    return one.until == MIDNIGHT or one.until >= moment


def meets_any(one: FreeHours, hours: Iterable[FreeHours]) -> bool:
    """True if a stretch has a moment in common with some hours of its weekday."""
    return any(
        each.weekday == one.weekday and _ends_after(each, one.since) and _ends_after(one, each.since)
        for each in hours
    )


def _ends_after(one: FreeHours, moment: time) -> bool:
    return one.until == MIDNIGHT or one.until > moment


@attrs.frozen
class Availability:
    """A person's free hours of every week, the days on which she is away, and time for which she has called off.

    ``off`` is narrower than a day: somebody may call off one shift and keep another.
    On a date for which ``on_days`` has hours these count alone, whatever is said of its weekday; away is away.
    """

    hours: tuple[FreeHours, ...]
    away: frozenset[date] = frozenset()
    off: tuple[Interval, ...] = ()
    on_days: tuple[DayHours, ...] = ()


def can_work(availability: Availability, shift: Shift, zone: str) -> bool:
    """True if the whole shift lies in free hours, and nothing of it in time in which she is away."""
    return not is_away(availability, shift, zone) and in_free_hours(availability, shift, zone)


def in_free_hours(availability: Availability, shift: Shift, zone: str) -> bool:
    """True if the whole shift lies in free hours, whatever time she is away."""
    reached, days = shift.during.starts, days_touched(shift.during, zone)
    for free in sorted(_free_on(availability, days, zone), key=lambda free: free.starts):
        if free.starts <= reached:
            reached = max(reached, free.ends)
    return reached >= shift.during.ends


def is_away(availability: Availability, shift: Shift, zone: str) -> bool:
    """True if a day that the shift touches is a day off, or she has called off some of its time."""
    away = not availability.away.isdisjoint(days_touched(shift.during, zone))
    return away or any(map(shift.during.overlaps, availability.off))


@lru_cache(maxsize=4096)
def days_touched(during: Interval, zone: str) -> frozenset[date]:
    """Return the days of a place of which a stretch of time has a moment."""
    first = local(during.starts, zone).date()
    last = local(during.ends - timedelta(microseconds=1), zone).date()
    return frozenset(first + timedelta(days=n) for n in range((last - first).days + 1))


def whole_days(taken: Iterable[Interval], zone: str) -> frozenset[date]:
    """Return the days that some stretches of time take from midnight to midnight, alone or one after the other."""
    joined: list[Interval] = []
    for one in sorted(taken, key=lambda one: one.starts):
        since = joined.pop() if joined and one.starts <= joined[-1].ends else one
        joined.append(Interval(since.starts, max(since.ends, one.ends)))
    return frozenset(day for one in joined for day in days_touched(one, zone) if _lies_in(one, day, zone))


def _lies_in(during: Interval, day: date, zone: str) -> bool:
    whole = Period(day, day).interval(zone)
    return during.starts <= whole.starts and whole.ends <= during.ends


def hours_of(availability: Availability, day: date) -> list[FreeHours] | list[DayHours]:
    """Return the hours that count on a date: those of this date, else those of its weekday."""
    of_date = [one for one in availability.on_days if one.day == day]
    return of_date or [one for one in availability.hours if one.weekday == day.weekday()]


def _free_on(availability: Availability, days: Iterable[date], zone: str) -> list[Interval]:
    stretches = [
        (at(day, free.since, zone), at(day + timedelta(days=free.until == MIDNIGHT), free.until, zone))
        for day in days
        for free in hours_of(availability, day)
    ]
    # Free hours that lie in the hour which the clocks skip are no hours.
    return [Interval(starts, ends) for starts, ends in stretches if starts < ends]
