"""When something is free: one pass over free stretches of rooms and things, in whole minutes.

A start is free where the whole booking lies within opening hours, on the grid of the wall clock, and for each
need enough of its things are free until the end and their turnaround after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

import attrs

from alongside.api.values import Interval, local

_Range = tuple[int, int]
"""Minutes since 1970 of the first and the last possible start, both included."""


@attrs.frozen
class Option:
    """One thing that could meet a need, with the minutes it needs after each use."""

    resource: str
    turnaround: int = 0


@attrs.frozen
class Choice:
    """A need: ``count`` of these."""

    options: tuple[Option, ...]
    count: int = 1


@attrs.frozen(kw_only=True)
class Ask:
    """What is looked for: so many minutes, starting on the grid, with all of the needs met."""

    needs: tuple[Choice, ...]
    minutes: int
    grid: int
    zone: str

    @property
    def resources(self) -> tuple[str, ...]:
        """Everything that could be used, each once."""
        return tuple(dict.fromkeys(one.resource for need in self.needs for one in need.options))

    @property
    def longest_turnaround(self) -> int:
        """The longest turnaround of any of it."""
        return max((one.turnaround for need in self.needs for one in need.options), default=0)


def free_starts(
    ask: Ask, opening: Sequence[Interval], free: Mapping[str, Sequence[Interval]]
) -> Iterator[datetime]:
    """Yield every free start in order of time.

    ``opening`` must be in order and merged; ``free`` holds for each resource the stretches in which nothing
    claims it, in order, reaching beyond the last opening by the turnaround.
    """
    possible = [_starts_in(one, ask.minutes) for one in opening]
    ranges = [one for one in possible if one[0] <= one[1]]
    for need in ask.needs:
        ranges = _both(ranges, _enough(need, ask.minutes, free))
    for first, last in ranges:
        for minute in _on_the_grid(first, last, ask):
            yield datetime.fromtimestamp(minute * 60, UTC)


def nearest(wanted: datetime, starts: Iterable[datetime]) -> datetime | None:
    """Return the start closest to the one wanted, the later of two that are as close; None where there is none."""
    return min(starts, key=lambda one: (abs(one - wanted), one < wanted), default=None)


def runs(starts: Sequence[datetime], grid: int) -> list[tuple[datetime, datetime]]:
    """Return starts that follow each other by one step of the grid as pairs of the first and the last of them."""
    found: list[tuple[datetime, datetime]] = []
    for one in starts:
        if found and one - found[-1][1] == timedelta(minutes=grid):
            found[-1] = (found[-1][0], one)
        else:
            found.append((one, one))
    return found


def _starts_in(stretch: Interval, minutes: int) -> _Range:
    first, last = stretch.starts.timestamp(), stretch.ends.timestamp()
    return -int(-first // 60), int(last // 60) - minutes  # inwards, where an end is no whole minute


def _enough(need: Choice, minutes: int, free: Mapping[str, Sequence[Interval]]) -> list[_Range]:
    """Return the starts at which at least ``count`` of the options are free."""
    steps: list[tuple[int, int]] = []
    for option in need.options:
        for stretch in free.get(option.resource, ()):
            first, last = _starts_in(stretch, minutes + option.turnaround)
            if first <= last:
                steps += [(first, 1), (last + 1, -1)]
    return list(_counted(sorted(steps), need.count))


def _counted(steps: list[tuple[int, int]], least: int) -> Iterator[_Range]:
    there, since = 0, 0
    for minute, step in steps:
        before, there = there, there + step
        if before < least <= there:
            since = minute
        elif there < least <= before and since < minute:
            yield since, minute - 1


def _both(some: Sequence[_Range], others: Sequence[_Range]) -> list[_Range]:
    """Return what lies in both, by walking along the two once."""
    found, here, there = [], 0, 0
    while here < len(some) and there < len(others):
        first, last = max(some[here][0], others[there][0]), min(some[here][1], others[there][1])
        if first <= last:
            found.append((first, last))
        if some[here][1] < others[there][1]:
            here += 1
        else:
            there += 1
    return found


def _on_the_grid(first: int, last: int, ask: Ask) -> Iterable[int]:
    begins, ends = _offset(first, ask.zone), _offset(last, ask.zone)
    if begins == ends:
        return range(first + -(first + begins) % ask.grid, last + 1, ask.grid)
    # The clocks change on this night, perhaps by half an hour: each minute is looked at.
    return (one for one in range(first, last + 1) if (one + _offset(one, ask.zone)) % ask.grid == 0)


def _offset(minute: int, zone: str) -> int:
    ahead = local(datetime.fromtimestamp(minute * 60, UTC), zone).utcoffset()
    return round(ahead.total_seconds() / 60) if ahead else 0
