"""A new rate of pay: a placement ends on the day before, and another goes on with everything else that is agreed.

So every hour of the past keeps the rate it was worked for. To the person it is the same job.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import attrs

from alongside.money import Pence
from alongside.placements.hours import calendar_month, following
from alongside.placements.hours_plan import steps_after
from alongside.placements.pay_floor import MINIMUM
from alongside.placements.placement import Placement
from alongside.refusal import BadInput, Refusal, worded
from alongside.rulepacks.offers import RuleValue, anniversary, day_in_words, shipped

FARTHEST = 366
"""How many days ahead a rate may be agreed. The floors of years would tell in which month somebody was born."""


class NotRaised(Refusal):
    """Some of the rates cannot be; ``each`` says of which placement what is wrong. Nothing was changed."""

    def __init__(self, each: Mapping[str, Refusal]) -> None:
        self.each = dict(each)
        super().__init__(*next(iter(self.each.values())).said)


@attrs.frozen(kw_only=True)
class Earner:
    """Somebody paid: her ``placement`` on the day of a new rate, and what is known of her pay.

    ``now`` is what she has on the day before, or on the day where her work begins with it. ``floor`` is the least
    from that day on; None where nobody can tell, and then ``unknown`` says why.
    """

    placement: Placement
    name: str
    now: Pence
    floor: RuleValue | None = None
    unknown: Refusal | None = None

    @property
    def then(self) -> Pence:
        """What is agreed for that day already."""
        return Pence(self.placement.rate or 0)

    @property
    def offered(self) -> Pence:
        """What is agreed already or the floor, whichever is more."""
        return Pence(max(self.then, self.floor.pence if self.floor else 0))

    @property
    def too_low(self) -> bool:
        """True if what is agreed is under the floor."""
        return self.floor is not None and self.then < self.floor.pence


def parted(old: Placement, day: date, rate: Pence, *, id: str) -> tuple[Placement, Placement]:  # noqa: A002
    """Return a placement until the day before, and the one that goes on at another rate from the day on.

    ``day`` is a later one than its first.
    """
    new = attrs.evolve(
        old,
        id=id,
        rate=rate,
        first_day=day,
        agreed_minutes=old.minutes_on(day),
        plan=steps_after(old.plan, day),
        version=1,
    )
    return attrs.evolve(old, last_day=day - timedelta(days=1)), new


def usual_day(today: date) -> date:
    """Return the day that is offered: the next step of the minimum wage, else the first of the next pay period."""
    steps = sorted(one.first_day for one in shipped().of(MINIMUM) if one.first_day > today)
    return steps[0] if steps else following(calendar_month(today)).first


def not_known_from(day: date) -> date | None:
    """Return since when the minimum wage of a day is due to be one not known here; None where it is known."""
    newest = max(shipped().of(MINIMUM), key=lambda one: one.first_day)
    due = anniversary(newest.first_day, 1)
    return due if newest.yearly and calendar_month(day).first >= due else None


def refuse_day(day: date, today: date, paid_until: date | None) -> None:
    """Refuse a day on which no rate can be agreed any more, or that is too far ahead.

    Raises:
        BadInput: where the day is in a pay period whose run is agreed, or more than a year ahead.
    """
    if paid_until is not None and day <= paid_until:
        raise BadInput(
            worded(
                "placements",
                "The pay until {last} is agreed. Choose {next} or a later day.",
                last=day_in_words(paid_until),
                next=day_in_words(paid_until + timedelta(days=1)),
            )
        )
    if (day - today).days > FARTHEST:
        raise BadInput(worded("placements", "This is more than a year ahead. Choose an earlier day."))
