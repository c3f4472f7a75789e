"""A week to start with: from opening times to shifts, and from shifts to the hours when people are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

import attrs

from alongside.api.values import BadInput

from .availability import MIDNIGHT, FreeHours
from .pattern import OpeningPattern, ShiftTemplate

KITCHEN, FRONT = "Kitchen", "Front"
_LONGEST = timedelta(hours=8)
_BEFORE = timedelta(hours=1)
_ANY_DAY = date(2026, 6, 1)


@attrs.frozen(kw_only=True)
class Opening:
    """When a café is open, and how many people it wants in the kitchen and at the front at one time.

    Raises:
        BadInput: without a day, for a day that ends before it begins, or for nobody at all.
    """

    days: tuple[int, ...]
    opens: time
    closes: time
    kitchen: int
    front: int

    def __attrs_post_init__(self) -> None:
        """Refuse what no week could be made of."""
        if not self.days:
            raise BadInput("The café is open on no day", remedy="Choose one day or more.")
        if self.closes <= self.opens:
            found = f"The café closes at {self.closes:%H:%M}, before it opens at {self.opens:%H:%M}"
            raise BadInput(found, remedy="Give a later time.")
        if self.kitchen + self.front < 1 or min(self.kitchen, self.front) < 0:
            raise BadInput("Nobody would work", remedy="Say how many people you want.")


def starter(opening: Opening) -> OpeningPattern:
    """Return a week to start with: the kitchen begins an hour early, and whoever is there first needs the key.

    A day of more than eight hours is divided in two, so that nobody works all of it.
    """
    early = (_on(opening.opens) - _BEFORE).time() if opening.opens >= time(1) else opening.opens
    jobs = ((KITCHEN, early, opening.kitchen), (FRONT, opening.opens, opening.front))
    wanted = [job for job in jobs if job[2]]
    return OpeningPattern(
        tuple(
            ShiftTemplate(
                weekday=day,
                starts=starts,
                ends=ends,
                job=job,
                places=(frozenset({job.lower()}),) * people,
                key_holder=(job, starts) == wanted[0][:2],
            )
            for day in sorted(set(opening.days))
            for job, begins, people in wanted
            for starts, ends in _divided(begins, opening.closes)
        )
    )


def _on(clock: time) -> datetime:
    return datetime.combine(_ANY_DAY, clock)


def _divided(starts: time, ends: time) -> Iterator[tuple[time, time]]:
    length = _on(ends) - _on(starts)
    if length <= _LONGEST:
        yield starts, ends
        return
    half_hours = round(length / 2 / timedelta(minutes=30))
    middle = (_on(starts) + half_hours * timedelta(minutes=30)).time()
    yield from ((starts, middle), (middle, ends))


def open_hours(templates: Iterable[ShiftTemplate]) -> tuple[FreeHours, ...]:
    """Return for each day with shifts the time from the first one's start to the last one's end."""
    days: dict[int, list[ShiftTemplate]] = {}
    for one in templates:
        days.setdefault(one.weekday, []).append(one)
    return tuple(_span(day, days[day]) for day in sorted(days))


def _span(day: int, shifts: list[ShiftTemplate]) -> FreeHours:
    until = MIDNIGHT if any(one.ends <= one.starts for one in shifts) else max(one.ends for one in shifts)
    return FreeHours(day, min(one.starts for one in shifts), until)
