"""A job coach: somebody whom a person has chosen to help her find work and do well in it, until a day.

A coach sees the way to work of those who chose her, their placements, reviews and shifts, and what they have
ticked for her; never anybody's pay. The right comes from the choice and ends with it.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.refusal import BadInput, worded

USUAL = timedelta(days=365)
LONGEST = timedelta(days=3 * 366)


@attrs.frozen(kw_only=True)
class Coaching:
    """``coach`` is the job coach of ``person`` on these days, both included.

    ``placement`` is the one it is for; None for her whole way to work, also before there is any placement. A
    choice always has an end; one that was taken back ends with the day before.

    Raises:
        BadInput: for oneself, or for more than three years.
    """

    id: str
    person: str
    coach: str
    placement: str | None = None
    first_day: date
    last_day: date
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if self.person == self.coach:
            raise BadInput(worded("placements", "Nobody is their own job coach. Choose somebody else."))
        if self.last_day - self.first_day > LONGEST:
            raise BadInput(worded("placements", "A job coach is chosen for three years at the most."))

    def holds(self, day: date) -> bool:
        """True if it counts on the day. One ended before it began never counts."""
        return self.first_day <= day <= self.last_day
