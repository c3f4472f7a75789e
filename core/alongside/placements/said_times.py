"""When somebody worked, as people say it: from times on a clock to real time, for pages and for lists.

In October the clocks go back, and half past one comes twice. Which of the two is meant is asked and never guessed:
an hour of pay lies between them. In March they go forward, and a time that is left out is refused.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import attrs

from alongside.instants import Interval, at, local, moments
from alongside.placements.attendance import NotThen

DAY = timedelta(days=1)


@attrs.frozen
class SaidTime:
    """A time on the clock of the wall; ``second`` tells which is meant of two, None where nobody has said."""

    clock: time
    second: bool | None = None


class CameTwice(NotThen):
    """A time came twice on that night, and nobody has said which is meant: ``asked`` is the one."""

    def __init__(self, claim: str, asked: SaidTime) -> None:
        self.asked = asked
        found = f"the clocks went back on that night, and {asked.clock:%H:%M} came twice"
        super().__init__(claim, found, f"Write {asked.clock:%H:%M} first, or {asked.clock:%H:%M} second.")


def between(
    claim: str, day: date, since: SaidTime, until: SaidTime, zone: str, *, ends_by: datetime | None = None
) -> Interval:
    """Return the real time between two times of the wall; the second is of the next morning where it is no later.

    ``day`` is the one that it begins on. Of a stretch that goes on over midnight until ``ends_by``, a time before
    that end is of the next morning.

    Raises:
        CameTwice: where which of two is meant was not said.
        NotThen: for a time that the clocks left out; ``claim`` is the stretch it was said of.
    """
    if ends_by and local(ends_by, zone).date() > day and at(day + DAY, since.clock, zone) < ends_by:
        day += DAY
    starts = _instant(claim, day, since, zone)
    ends = _instant(claim, day, until, zone)
    # A time that is no later than the other is of the morning after it, unless it came twice.
    if until.clock <= since.clock and ends <= starts:
        ends = _instant(claim, day + DAY, until, zone)
    if ends <= starts:  # a time that the clocks leave out is of the hour after it
        found = "the clocks were put forward on that night, and this time was left out"
        raise NotThen(claim, found, "Look at both times again.")
    return Interval(starts, ends)


def _instant(claim: str, day: date, said: SaidTime, zone: str) -> datetime:
    found = moments(day, said.clock, zone)
    if len(found) < 2:
        return at(day, said.clock, zone)
    if said.second is None:
        raise CameTwice(claim, said)
    return found[said.second]
