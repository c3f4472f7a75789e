"""A person's week, day by day: what stands in it and when she is off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

import attrs

from alongside.diary.claim import Claim, Purpose
from alongside.instants import local

Span = tuple[datetime, datetime]
"""From when to when."""


@attrs.frozen
class Day:
    """What a person has on one day, or on several days off in a row. ``claims`` hold no days off.

    ``changed`` is true for a day that is another one than she last knew; ``before`` is when she was to come then.
    """

    days: tuple[date, ...]
    claims: tuple[Claim, ...]
    today: bool = False
    changed: bool = False
    before: Span | None = None

    @property
    def off(self) -> bool:
        """True if there is nothing to come for."""
        return not self.claims


def days_of(
    claims: Sequence[Claim], first: date, today: date, zone: str, changed: Mapping[date, Span | None] | None = None
) -> tuple[Day, ...]:
    """Return the seven days from ``first``; days off in a row stand together, today and what changed always alone.

    ``changed`` holds for each day that she was told of when she was to come before. A claim over midnight stands
    on the day it starts, and on the first day if it reaches into it.
    """
    told, found = changed or {}, list[Day]()
    for day in (first + timedelta(days=n) for n in range(7)):
        there = tuple(one for one in claims if one.purpose is not Purpose.LEAVE and _day(one, first, zone) == day)
        is_changed = day in told and has_changed(told[day], there)
        this = Day((day,), there, day == today, is_changed, told[day] if is_changed else None)
        if found and _joins(found[-1], this):
            found[-1] = Day((*found[-1].days, day), ())
        else:
            found.append(this)
    return tuple(found)


def has_changed(before: Span | None, claims: Sequence[Claim]) -> bool:
    """True if a day is another one now than it was ``before``; what was changed and changed back has not."""
    now = (min(one.starts for one in claims), max(one.ends for one in claims)) if claims else None
    return now != before


def _joins(before: Day, this: Day) -> bool:
    return all(one.off and not one.today and not one.changed for one in (before, this))


def _day(claim: Claim, first: date, zone: str) -> date:
    return max(local(claim.starts, zone).date(), first)
