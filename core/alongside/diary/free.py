"""Free time: what claims leave over."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from alongside.instants import Interval


def gaps(held: Iterable[Interval], within: Interval, minutes: int) -> list[Interval]:
    """Return the stretches of ``within`` that nothing holds and that are at least ``minutes`` long, in order."""
    free, since, least = [], within.starts, timedelta(minutes=max(minutes, 1))
    for one in sorted(held, key=lambda interval: interval.starts):
        if one.starts - since >= least:
            free.append(Interval(since, min(one.starts, within.ends)))
        since = max(since, one.ends)
    if within.ends - since >= least:
        free.append(Interval(since, within.ends))
    return free
