"""Pay periods: from which day to which an enterprise pays, and the leave year that holiday is counted in.

A pay period is a calendar month, unless the enterprise has said a week or four weeks and a first day of one.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

import attrs

from alongside.instants import Period
from alongside.placements.hours import calendar_month
from alongside.refusal import BadInput


class Every(Enum):
    """How often people are paid."""

    MONTH = "month"
    WEEK = "week"
    FOUR_WEEKS = "four_weeks"


_DAYS = {Every.WEEK: 7, Every.FOUR_WEEKS: 28}
_A_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class PaySetting:
    """How an enterprise pays: how often, with ``first_day`` as the first day of one week or of one four weeks.

    The leave year begins each year on ``leave_day`` of ``leave_month``.

    Raises:
        BadInput: for weeks without a first day, or a leave year that begins on no day of every year.
    """

    id: str = "setting"
    every: Every = attrs.field(default=Every.MONTH, converter=Every)
    first_day: date | None = None
    leave_month: int = 4
    leave_day: int = 1
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if self.every is not Every.MONTH and self.first_day is None:
            raise BadInput("a week or four weeks need a first day", remedy="Give the first day of one pay period.")
        try:
            date(2023, self.leave_month, self.leave_day)
        except ValueError as no_day:
            found = f"no leave year begins on day {self.leave_day} of month {self.leave_month}"
            raise BadInput(found, remedy="Give a day that every year has.") from no_day

    def period_of(self, day: date) -> Period:
        """Return the pay period that a day is in."""
        if self.every is Every.MONTH or self.first_day is None:
            return calendar_month(day)
        length = _DAYS[self.every]
        first = day - timedelta(days=(day - self.first_day).days % length)
        return Period(first, first + timedelta(days=length - 1))

    def following(self, last: date) -> Period:
        """Return the pay period after one that ended on ``last``: shorter where the setting has changed since."""
        first = last + _A_DAY
        return Period(first, self.period_of(first).last)

    def leave_year_of(self, day: date) -> Period:
        """Return the leave year that a day is in."""
        begins = date(day.year, self.leave_month, self.leave_day)
        first = begins if begins <= day else begins.replace(year=day.year - 1)
        return Period(first, first.replace(year=first.year + 1) - _A_DAY)
