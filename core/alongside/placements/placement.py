"""A placement: work agreed with a person in one business, of one kind, for so many minutes a week.

What it is called does not decide whether somebody is a worker; the real arrangement does. So any placement with a
rate is held to the pay floor, whatever its kind.
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from fractions import Fraction

import attrs

from alongside.instants import Period
from alongside.money import Pence, pounds
from alongside.placements.hours_plan import HoursStep, fitting_a_week, in_order
from alongside.refusal import BadInput

MOST_RATE = Pence(100_000)
"""More an hour than this is a slip of the keyboard."""

# Fraction alone would read 1/2 and 1e3 too.
_HOURS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")


def minutes_of(hours: str) -> int:
    """Read hours, written 12 or 12.5, as minutes.

    Raises:
        BadInput: where the text is no number of hours, or they are no whole minutes.
    """
    if not _HOURS.fullmatch(hours):
        raise BadInput(f"“{hours}” is no number of hours", remedy="Write it such as 12 or 12.5.")
    minutes = Fraction(hours) * 60
    if minutes.denominator != 1:
        raise BadInput(f"{hours} hours are no whole minutes", remedy="Write it such as 12 or 12.5.")
    return int(minutes)


class PlacementType(Enum):
    """What has been agreed."""

    PAID = "paid"  # a job with a rate
    WORK_EXPERIENCE = "work_experience"  # part of a course or a named scheme
    SUPPORTED_INTERNSHIP = "supported_internship"  # a study programme for 16 to 24, with an EHC plan
    VOLUNTEERING = "volunteering"  # freely given, real expenses at most
    TRIAL = "trial"  # to find out whether it suits both


class AlreadyThere(BadInput):
    """The person has another placement in that business on one of the days."""


def check_rate(kind: PlacementType, rate: Pence | None) -> None:
    """Check that a kind of work can have this rate, or none.

    Raises:
        BadInput: where it cannot.
    """
    if kind is PlacementType.PAID and rate is None:
        raise BadInput("a paid placement has no rate", remedy="Give the rate in pounds an hour, such as 12.71.")
    if kind is PlacementType.VOLUNTEERING and rate is not None:
        found = "volunteering has no rate: pay makes the person a worker"
        raise BadInput(found, remedy="Leave the rate out, or agree a paid placement.")
    if rate is not None and rate <= 0:
        raise BadInput(f"a rate of {pounds(rate)} is no pay", remedy="Give a rate above nothing, or leave it out.")
    if rate is not None and rate > MOST_RATE:
        found = f"a rate of {pounds(rate)} an hour is over {pounds(MOST_RATE)}"
        raise BadInput(found, remedy="Look at the digits again.")


@attrs.frozen(kw_only=True)
class Placement:
    """Work agreed with a person: where, of which kind, from when, how much, and what it pays.

    Days are those of the business, both included; ``last_day`` is None while no end is agreed. ``agreed_minutes``
    are minutes a week from the first day on, ``plan`` the steps by which they become others: what is agreed on a
    day is asked by ``minutes_on`` alone. ``rate`` is pence an hour, None where nothing is paid. ``supporter`` is a
    person's id, ``apprentice_since`` the day an apprenticeship began. A placement has one rate: a new one ends it
    and begins another, so that every hour of the past keeps the rate it was worked for. With ``coach_beside``
    it is agreed that a job coach of hers works each of her shifts with her.

    Raises:
        BadInput: where it ends before it begins, the week has fewer minutes, kind and rate do not fit, or the
            steps of its plan are not in the order of their days.
    """

    id: str
    person: str
    business: str
    kind: PlacementType = attrs.field(converter=PlacementType)
    first_day: date
    last_day: date | None = None
    agreed_minutes: int = attrs.field()
    rate: Pence | None = None
    supporter: str | None = None
    apprentice_since: date | None = None
    plan: tuple[HoursStep, ...] = ()
    coach_beside: bool = False
    version: int = 1

    @agreed_minutes.validator
    def _fits_a_week(self, _: object, minutes: int) -> None:
        fitting_a_week(minutes)

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if self.last_day is not None and self.last_day < self.first_day:
            found = f"the placement ends on {self.last_day}, before it begins on {self.first_day}"
            raise BadInput(found, remedy="Give a last day on or after the first, or none.")
        check_rate(self.kind, self.rate)
        in_order(self.first_day, self.plan)
        if self.apprentice_since is not None and self.kind is not PlacementType.PAID:
            raise BadInput(
                "an apprentice is paid", remedy="Agree a paid placement, or leave the apprenticeship out."
            )

    @property
    def paid(self) -> bool:
        """True if there is a rate, whatever the placement is called."""
        return self.rate is not None

    def minutes_on(self, day: date) -> int:
        """Return the minutes a week that are agreed on a day: those of the last step that has come by then."""
        come = [step.minutes for step in self.plan if step.first_day <= day]
        return come[-1] if come else self.agreed_minutes

    def runs_on(self, day: date) -> bool:
        """True if the placement covers the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def meets(self, other: Placement) -> bool:
        """True if both are of one person in one business and share a day."""
        same = (self.person, self.business) == (other.person, other.business)
        first = max(self.first_day, other.first_day)
        return same and self.runs_on(first) and other.runs_on(first)

    def days_in(self, period: Period) -> Period | None:
        """Return the days of a period that the placement covers, None for none."""
        last = period.last if self.last_day is None else min(self.last_day, period.last)
        first = max(self.first_day, period.first)
        return Period(first, last) if first <= last else None
