"""That somebody says yes to weeks longer than the law's average: her own choice, signed, dated and hers to end.

Source: Working Time Regulations 1998, regulations 4(1) and 5: in writing, from 18 on, ended by the worker alone.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.instants import Period
from alongside.refusal import BadInput, worded

AGE = 18
"""From which age the law has an average that can be agreed away; the limits of the young cannot be."""


class NotOldEnough(BadInput):
    """Who is under 18, or of no known age, cannot agree to longer weeks."""

    def __init__(self) -> None:
        super().__init__(worded("placements", "Only people of 18 or over can say yes to longer weeks."))


@attrs.frozen(kw_only=True)
class OptOut:
    """From ``signed_on`` on the average does not bind this person's weeks.

    ``taken_back_on`` is the day on which she gave notice, ``ends_on`` the first day on which the average counts
    again; both are None while she has not.
    """

    id: str
    person: str
    signed_on: date
    taken_back_on: date | None = None
    ends_on: date | None = None
    version: int = 1

    @property
    def stands(self) -> bool:
        """True while nobody has taken it back."""
        return self.taken_back_on is None

    def counts_on(self, day: date) -> bool:
        """True if the average does not bind her on a day."""
        return self.signed_on <= day and (self.ends_on is None or day < self.ends_on)

    def counts_in(self, days: Period) -> bool:
        """True if it counts on each of these days: one that ends among them is no ground to plan more."""
        return self.counts_on(days.first) and self.counts_on(days.last)

    def taken_back(self, today: date, notice_days: int) -> OptOut:
        """Return it with notice given today."""
        return attrs.evolve(self, taken_back_on=today, ends_on=today + timedelta(days=notice_days))
