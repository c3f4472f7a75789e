"""Days on which somebody was not there, and whether she was ill or on leave. Never what illness, nor why leave."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import Enum

import attrs

from alongside.instants import Period, aware
from alongside.refusal import BadInput

LONGEST = timedelta(days=366)


class Because(Enum):
    """What is said of days on which somebody was not there."""

    ILL = "ill"
    LEAVE = "leave"
    OTHER = "other"  # something else, or it is not said


@attrs.frozen(kw_only=True)
class Away:
    """Days from ``first_day`` to ``last_day``, both included, as somebody of a ``business`` noted it.

    ``noted_by`` is None for the keyboard; ``business`` where it was not kept yet: those who work out pay see that.

    Raises:
        BadInput: where the last day is before the first, or more than a year after it.
    """

    id: str
    person: str
    business: str | None = None
    because: Because = attrs.field(converter=Because)
    first_day: date
    last_day: date = attrs.field()
    noted_by: str | None = None
    noted_at: datetime = attrs.field(converter=aware)
    version: int = 1

    @last_day.validator
    def _in_order(self, _: object, last_day: date) -> None:
        if last_day < self.first_day:
            raise BadInput("the last day is before the first", remedy="Look at both days again.")
        if last_day - self.first_day > LONGEST:
            raise BadInput("this is longer than a year", remedy="Give up to a year at a time.")

    @property
    def days(self) -> Period:
        """The days as a period."""
        return Period(self.first_day, self.last_day)

    def meets(self, days: Period) -> bool:
        """True if it shares a day with a period."""
        return self.first_day <= days.last and days.first <= self.last_day


def days_of(noted: Iterable[Away], because: Because) -> set[date]:
    """Return every day for which that is said."""
    return {day for one in noted if one.because is because for day in one.days.days()}


def spells(days: Iterable[date]) -> list[Period]:
    """Return days that follow each other as spells, the earliest first."""
    found: list[Period] = []
    for day in sorted(days):
        if found and day - found[-1].last == timedelta(days=1):
            found[-1] = Period(found[-1].first, day)
        else:
            found.append(Period(day, day))
    return found
