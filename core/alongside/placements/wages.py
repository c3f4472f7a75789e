"""Minutes and wages of one placement: what was worked while it ran, and what that came to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from alongside.instants import Period
from alongside.money import Pence, wage
from alongside.placements.hours import Worked, minutes_by_month
from alongside.placements.placement import Placement


@attrs.frozen(kw_only=True)
class Account:
    """What came of a placement in a period: minutes by calendar month, and what they earned in whole pence."""

    placement: Placement
    months: Mapping[Period, int]

    @property
    def minutes(self) -> int:
        """The minutes of all months."""
        return sum(self.months.values())

    @property
    def earned(self) -> Pence:
        """The wages; each month, being a pay period, is rounded up by itself. Nothing where nothing is paid."""
        rate = self.placement.rate
        return Pence(0 if rate is None else sum(wage(rate, minutes) for minutes in self.months.values()))


def account_of(placement: Placement, worked: Iterable[Worked], period: Period, zone: str) -> Account:
    """Count what the placement's person worked in its business, within the period and the placement's own days.

    ``worked`` is what was worked in that business, by anybody.
    """
    days = placement.days_in(period)
    hers = [one for one in worked if one.person == placement.person]
    return Account(placement=placement, months=minutes_by_month(hers, days, zone) if days else {})
