"""What a day of leave is worth: its minutes, and the pence of an hour of them.

Where hours are the same each week, a day is its share of the agreed week at the agreed rate. Where they differ, it
is its share of the average week (``average``), and never less than what is agreed. What was paid for a day stands,
so that neither terms nor averages that become others change it; a raise of the rate is made up for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from alongside.money import Pence
from alongside.pay import leave
from alongside.pay.average import Weeks
from alongside.pay.facts import Facts
from alongside.pay.line import PaidTime, What
from alongside.pay.terms import HolidayBy
from alongside.placements.placement import Placement


@attrs.frozen(kw_only=True)
class Worth:
    """What one person's days of leave are worth, by what was paid to her up to now and is to be paid with it."""

    facts: Facts
    leave_year_starts: date
    paid: Mapping[tuple[str, date], int]
    rates: Mapping[tuple[str, date], int]
    weeks: Mapping[str, Weeks]

    @classmethod
    def of(cls, facts: Facts, work: Iterable[PaidTime], leave_year_starts: date) -> Worth:
        """Gather what a day may be worth by; ``work`` is what this run pays for hours, or takes back."""
        return cls(
            facts=facts,
            leave_year_starts=leave_year_starts,
            # Where the weeks before were read as well, all of what was paid for leave stands there.
            paid=leave.stands(facts.placements, facts.lately or facts.paid),
            rates=_rates((*facts.paid, *facts.lately)),
            weeks=_by_business(facts, [*facts.lately, *work]),
        )

    def day(self, placement: Placement, day: date) -> tuple[int, Pence | None]:
        """Return the minutes of a day of leave, none where it is not paid, and the rate of an hour of them."""
        stands = self.paid.get((placement.business, day), 0)
        if stands > 0:
            return stands, self._at_least(placement, self.rates.get((placement.id, day)))
        if self.facts.rolled_up(placement.business, day):
            return 0, None
        terms = self.facts.terms_of(placement.business)
        agreed = leave.a_day(placement, terms, day)
        if not agreed or terms.holiday is not HolidayBy.IRREGULAR:
            return agreed, placement.rate
        return self._average(placement, day, agreed, len(terms.weekdays))

    def _average(self, placement: Placement, day: date, agreed: int, weekdays: int) -> tuple[int, Pence | None]:
        weeks = self.weeks.get(placement.business) or Weeks()
        usual = weeks.average(day, self.leave_year_starts)
        minutes = max(agreed, usual.day_of(weekdays)) if usual else agreed
        rate = self._at_least(placement, usual.rate if usual else None)
        # A week of leave is a paid week too: it counts for the leave that follows.
        weeks.add(PaidTime(what=What.HOLIDAY, day=day, rate=rate, minutes=minutes))
        return minutes, rate

    def _at_least(self, placement: Placement, rate: int | None) -> Pence:
        return Pence(max(placement.rate or 0, rate or 0))


def _rates(paid: Iterable[PaidTime]) -> dict[tuple[str, date], int]:
    return {
        (one.placement, one.day): one.rate
        for one in paid
        if one.what is What.HOLIDAY and one.minutes > 0 and one.placement and one.rate
    }


def _by_business(facts: Facts, paid: Iterable[PaidTime]) -> dict[str, Weeks]:
    places = {one.id: one.business for one in facts.placements}
    found: dict[str, list[PaidTime]] = {}
    for one in paid:
        if one.placement in places:
            found.setdefault(places[one.placement], []).append(one)
    return {place: Weeks.of(theirs) for place, theirs in found.items()}
