"""A person's week, day by day: what stands in it and when she is off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import attrs

from alongside.diary.claim import Claim, Purpose
from alongside.instants import local


@attrs.frozen
class Day:
    """What a person has on one day, or on several days off in a row. ``claims`` hold no days off."""

    days: tuple[date, ...]
    claims: tuple[Claim, ...]
    today: bool = False

    @property
    def off(self) -> bool:
        """True if there is nothing to come for."""
        return not self.claims


def days_of(claims: Sequence[Claim], first: date, today: date, zone: str) -> tuple[Day, ...]:
    """Return the seven days from ``first``; days off in a row stand together, today always alone.

    A claim over midnight stands on the day it starts, and on the first day if it reaches into it.
    """
    found: list[Day] = []
    for day in (first + timedelta(days=n) for n in range(7)):
        there = tuple(one for one in claims if one.purpose is not Purpose.LEAVE and _day(one, first, zone) == day)
        this = Day((day,), there, day == today)
        before = found[-1] if found else this
        if before.off and this.off and not before.today and not this.today and found:
            found[-1] = Day((*before.days, day), ())
        else:
            found.append(this)
    return tuple(found)


def _day(claim: Claim, first: date, zone: str) -> date:
    return max(local(claim.starts, zone).date(), first)
