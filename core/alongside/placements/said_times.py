"""When somebody worked, as people say it: two times on the clock of the wall, around a shift that was planned."""

from __future__ import annotations

from datetime import date, time, timedelta

from alongside.instants import Interval, at, local
from alongside.placements.attendance import NotThen


def worked(claim: str, planned: Interval, since: time | None, until: time | None, zone: str) -> Interval:
    """Return the time of a claim between two times of the wall; as it was planned where none are said.

    Raises:
        NotThen: for a time that the clocks left out.
    """
    if since is None or until is None:
        return planned
    starts, over = local(planned.starts, zone), local(planned.ends, zone)
    # Of a shift over midnight, an hour before its end is of the next morning.
    day = starts.date() + timedelta(days=over.date() > starts.date() and since < over.time())
    return between(claim, day, since, until, zone)


def between(claim: str, day: date, since: time, until: time, zone: str) -> Interval:
    """Return the time between two times of the wall; the second is of the next morning where it is no later.

    Raises:
        NotThen: for a time that the clocks left out.
    """
    starts, ends = at(day, since, zone), at(day + timedelta(days=until <= since), until, zone)
    if ends <= starts:  # a time that the clocks leave out is of the hour after it
        found = "the clocks were put forward on that night, and this time was left out"
        raise NotThen(claim, found, "Look at both times again.")
    return Interval(starts, ends)
