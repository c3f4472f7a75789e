"""One value of a rule: what it is, from when to when, for whom, and where that was read.

A value speaks for the days from ``first_day`` to ``last_day`` and the ages from ``age_from`` to ``age_to``, all
included. Values of one rule share its id and follow each other without hole or overlap; ``pack`` checks that.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from alongside.money import Pence, pounds

OLDEST = 150  # older than anybody: the end of a band that is open upwards


class Measure(Enum):
    """What the number counts."""

    PENCE_PER_HOUR = "pence per hour"
    PENCE_PER_DAY = "pence per day"
    PENCE_PER_WEEK = "pence per week"
    PENCE_PER_MONTH = "pence per month"
    PENCE_PER_YEAR = "pence per year"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    YEARS = "years"
    PERCENT = "percent"
    CLOCK = "o'clock"  # whole hours of wall time, 0 to 23


class Bound(Enum):
    """On which side of the number one may be: a promise can be stricter than the law and never looser."""

    AT_LEAST = "at_least"  # a floor, such as a wage or a rest
    AT_MOST = "at_most"  # a ceiling, such as the hours of a day
    EXACTLY = "exactly"  # what is simply so, such as the hour at which the night begins


class AppliesBy(Enum):
    """Which day decides whether a value counts."""

    DAY = "day"  # the day itself
    PAY_PERIOD_START = "pay_period_start"  # the first day of the pay period
    LEAVE_YEAR_START = "leave_year_start"  # the first day of the leave year
    REPORTING_PERIOD_START = "reporting_period_start"  # the first day of the year that is reported on


class Status(Enum):
    """How sure the value is."""

    IN_FORCE = "in_force"  # read in a source as law or rate in force
    ANNOUNCED = "announced"  # said to come, not yet law
    DERIVED = "derived"  # worked out or remembered, not confirmed


# What the money is for, as people say it.
MONEY = {
    Measure.PENCE_PER_HOUR: "an hour",
    Measure.PENCE_PER_DAY: "a day",
    Measure.PENCE_PER_WEEK: "a week",
    Measure.PENCE_PER_MONTH: "a month",
    Measure.PENCE_PER_YEAR: "a year",
}


def _filled(_: Any, field: attrs.Attribute[Any], text: object) -> None:
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"its {field.name} is empty")


_day = attrs.validators.instance_of(date)
_age = attrs.validators.and_(
    attrs.validators.instance_of(int), attrs.validators.ge(0), attrs.validators.le(OLDEST)
)


@attrs.frozen(kw_only=True)
class RuleValue:
    """What a rule says for some days and ages, with its source.

    ``title`` is the rule's name in plain words. ``yearly`` marks a rule that changes each year on the day that its
    newest value began; ``bound`` says on which side of the value one may be. ``checked_by`` names who compared the
    value with its source a second time. ``law`` is what the law itself says, where this is a promise beyond it.

    Raises:
        ValueError: where a text is empty, or a last day or age lies before the first.
        TypeError: where a field is of another type.
    """

    id: str = attrs.field(validator=_filled)
    title: str = attrs.field(validator=_filled)
    value: int | Decimal = attrs.field(validator=attrs.validators.instance_of((int, Decimal)))
    unit: Measure = attrs.field(converter=Measure)
    first_day: date = attrs.field(validator=_day)
    last_day: date | None = attrs.field(default=None, validator=attrs.validators.optional(_day))
    applies_by: AppliesBy = attrs.field(converter=AppliesBy)
    age_from: int = attrs.field(default=0, validator=_age)
    age_to: int = attrs.field(default=OLDEST, validator=_age)
    jurisdiction: str = attrs.field(validator=_filled)
    status: Status = attrs.field(converter=Status)
    bound: Bound = attrs.field(default=Bound.EXACTLY, converter=Bound)
    yearly: bool = attrs.field(default=False, validator=attrs.validators.instance_of(bool))
    source: str = attrs.field(validator=_filled)
    place: str = attrs.field(validator=_filled)
    read_on: date = attrs.field(validator=_day)
    checked_by: str = attrs.field(validator=_filled)
    note: str = ""
    topic: str = ""  # the file it stands in
    law: RuleValue | None = None

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError(f"it ends on {self.last_day}, before it begins on {self.first_day}")
        if self.age_to < self.age_from:
            raise ValueError(f"its ages end at {self.age_to}, before they begin at {self.age_from}")

    @property
    def banded(self) -> bool:
        """True if the value is for some ages and not for all."""
        return self.age_from > 0 or self.age_to < OLDEST

    @property
    def pence(self) -> Pence:
        """The amount as whole pence, for a value that is money."""
        if self.unit not in MONEY:
            raise TypeError(f"{self.id} is in {self.unit.value}, which is not money")
        return Pence(int(self.value))

    @property
    def minutes(self) -> int:
        """The length in minutes, for a value in minutes or hours."""
        if self.unit not in {Measure.MINUTES, Measure.HOURS}:
            raise TypeError(f"{self.id} is in {self.unit.value}, which is no stretch of minutes")
        return int(self.value * (60 if self.unit is Measure.HOURS else 1))

    @property
    def clock(self) -> time:
        """The hour as a time of day, for a value that is one."""
        if self.unit is not Measure.CLOCK:
            raise TypeError(f"{self.id} is in {self.unit.value}, which is no time of day")
        return time(int(self.value))

    @property
    def said(self) -> str:
        """The value as people say it: ``£12.71 an hour``, ``11 hours``, ``22:00``."""
        if self.unit in MONEY:
            return f"{pounds(int(self.value))} {MONEY[self.unit]}"
        if self.unit is Measure.PERCENT:
            return f"{self.value} %"
        if self.unit is Measure.CLOCK:
            return f"{int(self.value):02d}:00"
        return f"{self.value} {self.unit.value}"

    def covers(self, on: date, age: int | None) -> bool:
        """True if the value speaks for that day and, where one is given, for that age."""
        in_time = self.first_day <= on and (self.last_day is None or on <= self.last_day)
        return in_time and (age is None or self.age_from <= age <= self.age_to)
