"""A weekly series: its dates, and what came of each of them."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import Enum

import attrs

MOST_WEEKS = 104


class Came(Enum):
    """What came of one date of a series."""

    BOOKED = "booked"
    CLOSED = "closed"  # the studio is closed then; said, and no fault
    TAKEN = "taken"  # something stands there already


@attrs.frozen
class DateAnswer:
    """The answer for one date: why it was left out, and the nearest free start where something is there."""

    day: date
    came: Came
    why: str = ""
    nearest: datetime | None = None


@attrs.frozen(kw_only=True)
class Series:
    """A booking that comes again every week, as it was asked for; its bookings are rows of their own.

    ``skipped`` are the dates that were left out, each with its reason.
    """

    id: str
    business: str
    bookable: str
    person: str | None
    first_day: date
    clock: time
    minutes: int
    times: int
    skipped: tuple[DateAnswer, ...] = ()
    version: int = 1
