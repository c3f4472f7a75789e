"""A closure: a stretch of any length as a claim a day, since no claim is longer than the longest day."""

from __future__ import annotations

from datetime import time, timedelta

from alongside.instants import Interval, at, local


def day_by_day(whole: Interval, zone: str) -> list[Interval]:
    """Return the stretch cut at each midnight of the place."""
    pieces, since = [], whole.starts
    while since < whole.ends:
        midnight = at(local(since, zone).date() + timedelta(days=1), time(), zone)
        pieces.append(Interval(since, min(midnight, whole.ends)))
        since = midnight
    return pieces
