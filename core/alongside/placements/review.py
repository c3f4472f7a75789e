"""Reviews: talks about how a job goes, in a rhythm; she says it in her own words first.

When they are due is data: so many weeks after the first day, then again and again. Whoever answers for placements
may choose another rhythm, and a single review may be moved.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.refusal import BadInput, worded

LONGEST = 1_000
AHEAD = timedelta(days=7)
"""How long before it is due she and her job coach are reminded."""


@attrs.frozen(kw_only=True)
class Rhythm:
    """So many ``weeks`` after the first day of a job, then ``every`` so many weeks.

    Raises:
        BadInput: where the weeks do not come one after the other, or none is there.
    """

    id: str
    weeks: tuple[int, ...] = (2, 6, 13)
    every: int = 13
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes all the weeks to tell."""
        rising = list(self.weeks) == sorted(set(self.weeks))
        if not self.weeks or not rising or not 0 < min(self.weeks) <= max(self.weeks) <= 104:
            raise BadInput(worded("placements", "Write the weeks one after the other, such as 2, 6, 13."))
        if not 1 <= self.every <= 104:
            raise BadInput(worded("placements", "After that it is every 1 to 104 weeks. Write a number."))

    def due(self, first_day: date, number: int) -> date:
        """Return the day on which the ``number``-th review of a job is due, counted from 1."""
        more = number - len(self.weeks)
        weeks = self.weeks[number - 1] if more <= 0 else self.weeks[-1] + more * self.every
        return first_day + timedelta(weeks=weeks)


USUAL = Rhythm(id="usual")
"""After 2, 6 and 13 weeks, then each quarter."""


@attrs.frozen(kw_only=True)
class Review:
    """The ``number``-th review of a job, whose first placement is ``placement``.

    ``says`` are her own words, ``coach_says`` those of whoever talked with her, ``changes`` what is done
    otherwise from now on. ``held_on`` is the day of the talk, None while it is still to come.

    Raises:
        BadInput: with too many words.
    """

    id: str
    person: str
    placement: str
    number: int
    due: date
    says: str = ""
    coach_says: str = ""
    changes: str = ""
    held_on: date | None = None
    held_by: str | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep it as short as somebody reads."""
        if max(len(self.says), len(self.coach_says), len(self.changes)) > LONGEST:
            raise BadInput(worded("placements", "This is long. Write at most {most} letters.", most=LONGEST))

    @property
    def open(self) -> bool:
        """True while the talk is still to come."""
        return self.held_on is None

    def soon(self, today: date) -> bool:
        """True from a week before it is due until it was held."""
        return self.open and today >= self.due - AHEAD
