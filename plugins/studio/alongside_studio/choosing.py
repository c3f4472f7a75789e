"""Choosing which of the equal things a booking gets, and saying what is in its way where there are too few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import attrs

from alongside.api.values import Interval

from .sweep import Ask, Choice, Option


@attrs.frozen
class Lack:
    """A need that cannot be met, and how many of its things are free."""

    need: Choice
    free: int


def time_of(option: Option, starts: datetime, minutes: int) -> Interval:
    """Return the time that a thing is claimed for: the booking and its turnaround."""
    return Interval(starts, starts + timedelta(minutes=minutes + option.turnaround))


def choose(ask: Ask, starts: datetime, held: Mapping[str, Sequence[Interval]]) -> tuple[Option, ...] | Lack:
    """Return what the booking gets, the first free ones of each need in their order; else the first lack."""
    chosen: list[Option] = []
    for need in ask.needs:
        free = [
            one for one in need.options if _is_free(time_of(one, starts, ask.minutes), held.get(one.resource, ()))
        ]
        if len(free) < need.count:
            return Lack(need, len(free))
        chosen += free[: need.count]
    return tuple(chosen)


def _is_free(wanted: Interval, held: Sequence[Interval]) -> bool:
    return not any(wanted.overlaps(one) for one in held)
