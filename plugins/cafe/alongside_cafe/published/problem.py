"""One published problem: days, kinds of shift, staff with their limits, requests, and the cover that is wanted.

The rules as scored: http://www.schedulingbenchmarks.org, “Shift Scheduling Problem Instances”, 1 to 24, by Tim
Curtois and Rong Qu (2014). Day 0 is a Monday.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

SATURDAY = 5

Roster = Mapping[tuple[str, int], str]
"""The shift that somebody works on a day; nothing where she is free."""


@attrs.frozen(kw_only=True)
class Kind:
    """A kind of shift: its length in minutes, and the kinds that may not follow it on the next day."""

    id: str
    minutes: int
    not_before: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Limits:
    """What holds for one person over all days; a run that touches the first or last day has no least length."""

    id: str
    most_of: tuple[tuple[str, int], ...]  # shifts of a kind
    most_minutes: int
    least_minutes: int
    longest_run: int
    shortest_run: int
    shortest_rest: int  # days off in a row
    most_weekends: int
    days_off: frozenset[int] = frozenset()


@attrs.frozen(kw_only=True)
class Request:
    """A request for one shift on one day, or (``on`` is False) against it; not met it costs ``weight``."""

    person: str
    day: int
    kind: str
    weight: int
    on: bool


@attrs.frozen(kw_only=True)
class Cover:
    """How many people are wanted on a kind of shift on a day, and what each one too few or too many costs."""

    day: int
    kind: str
    wanted: int
    under: int
    over: int


@attrs.frozen(kw_only=True)
class Published:
    """A whole problem."""

    days: int
    kinds: tuple[Kind, ...]
    staff: tuple[Limits, ...]
    requests: tuple[Request, ...]
    cover: tuple[Cover, ...]

    @property
    def weekends(self) -> list[tuple[int, ...]]:
        """The days of each weekend, as far as they are within the problem."""
        starts = range(SATURDAY, self.days, 7)
        return [tuple(day for day in (start, start + 1) if day < self.days) for start in starts]
