"""Leave that somebody asks for: some days off, and what was answered. Nobody is asked why."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum

import attrs

from alongside.instants import Period, aware
from alongside.refusal import BadInput, worded

LONGEST = timedelta(weeks=13)
LONGEST_WORDS = 300

KEPT = timedelta(weeks=53)
"""How long after its last day a wish for leave is kept; the days themselves stay in the diary."""


class Standing(Enum):
    """Where a wish for leave stands."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"
    BACK = "back"  # she took it back herself


@attrs.frozen(kw_only=True)
class LeaveWish:
    """That ``person`` asks to be off from ``first_day`` to ``last_day``, both included.

    ``words`` go with the answer.

    Raises:
        BadInput: where the last day is before the first, for more than thirteen weeks, or too many words.
    """

    id: str
    person: str
    first_day: date
    last_day: date = attrs.field()
    asked_at: datetime = attrs.field(converter=aware)
    standing: Standing = attrs.field(default=Standing.WAITING, converter=Standing)
    words: str = attrs.field(default="")
    answered_at: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    version: int = 1

    @last_day.validator
    def _sound(self, _: object, last_day: date) -> None:
        if last_day < self.first_day:
            raise BadInput(worded("placements", "The last day is before the first. Look at both days again."))
        if last_day - self.first_day >= LONGEST:
            raise BadInput(worded("placements", "This is longer than thirteen weeks. Ask for fewer days at once."))

    @words.validator
    def _few(self, _: object, words: str) -> None:
        if len(words) > LONGEST_WORDS:
            raise BadInput(worded("placements", "This is long. Write at most {most} letters.", most=LONGEST_WORDS))

    @property
    def days(self) -> Period:
        """Its days as a period."""
        return Period(self.first_day, self.last_day)

    @property
    def waits(self) -> bool:
        """True while nobody has answered it."""
        return self.standing is Standing.WAITING

    @property
    def counts(self) -> bool:
        """True while it waits or was granted: then none of its days need be asked for again."""
        return self.standing in {Standing.WAITING, Standing.YES}

    @property
    def source(self) -> str:
        """What the claims on her time say that they come from."""
        return f"placements:leave:{self.id}"

    def meets(self, days: Period) -> bool:
        """True if it shares a day with some days."""
        return self.first_day <= days.last and days.first <= self.last_day


@attrs.frozen(kw_only=True)
class HolidayLeft:
    """Minutes of paid holiday that somebody has left of her leave year, as it stood on a ``day``."""

    minutes: int
    day: date
