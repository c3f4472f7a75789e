"""What a week of somebody whose hours differ usually comes to: the average of the weeks before her leave.

A week of leave is worth a week's pay, and an hour of it that pay by the hours of such a week (Working Time
Regulations 1998, regulation 16(1A)). Where hours differ, both are the average of the last 52 weeks in which
something was paid. A week without pay is passed over for an earlier one, at most 104 weeks back; where there are
fewer, those that there are count. Weeks end on Saturday (Employment Rights Act 1996, section 235); that in which
the leave begins is not over, and left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

import attrs

from alongside.money import Pence
from alongside.pay.line import PaidTime, What
from alongside.rulepacks.offers import rule

WEEKS, LONGEST = "uk.holiday-average-weeks", "uk.holiday-average-longest"
FURTHEST = timedelta(weeks=105)
"""The ledger is read no further back: the longest that the rules look back, and the week of the leave."""

_A_WEEK = timedelta(weeks=1)
_SATURDAY = 5
_AN_HOUR = 60


@attrs.frozen(kw_only=True)
class AverageWeek:
    """What a week came to on average, exact, in minutes that were paid and in pence."""

    minutes: Fraction
    pence: Fraction

    @property
    def rate(self) -> Pence:
        """Pence an hour, rounded up."""
        return Pence(_up(self.pence * _AN_HOUR / self.minutes))

    def day_of(self, days: int) -> int:
        """The minutes of one of so many working days of the week, rounded up."""
        return _up(self.minutes / days)


@attrs.define
class Weeks:
    """Minutes and pence that were paid for work and for leave, by the Saturday on which their week ends."""

    found: dict[date, tuple[int, int]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, paid: Iterable[PaidTime]) -> Weeks:
        """Gather what was paid, and what was taken back, by week."""
        weeks = cls()
        for one in paid:
            weeks.add(one)
        return weeks

    def add(self, one: PaidTime) -> None:
        """Add what is paid for one day; a day of sickness is no usual one."""
        if one.what in {What.WORK, What.HOLIDAY} and one.rate is not None:
            minutes, worth = self.found.get(week_of(one.day), (0, 0))
            self.found[week_of(one.day)] = minutes + one.minutes, worth + one.minutes * one.rate

    def average(self, day: date, leave_year_starts: date) -> AverageWeek | None:
        """Return the average of the weeks that were over before a day; None where nothing was paid in them.

        Raises:
            NoValue: for a leave year that the rule pack says nothing about.
        """
        most = int(rule(WEEKS, leave_year_starts).value)
        last = week_of(day) - _A_WEEK
        first = last - int(rule(LONGEST, leave_year_starts).value - 1) * _A_WEEK
        there = sorted(week for week, (minutes, _) in self.found.items() if minutes > 0 and first <= week <= last)
        counted = [self.found[week] for week in there[-most:]]
        if not counted:
            return None
        return AverageWeek(
            minutes=Fraction(sum(minutes for minutes, _ in counted), len(counted)),
            pence=Fraction(sum(worth for _, worth in counted), len(counted) * _AN_HOUR),
        )


def week_of(day: date) -> date:
    """Return the Saturday on which the week of a day ends."""
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)


def _up(exact: Fraction) -> int:
    return -(-exact.numerator // exact.denominator)
