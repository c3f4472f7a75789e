"""The opening pattern: which shifts a week of the café needs, and the dated shifts that follow from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, time, timedelta

import attrs

from alongside.api.values import BadInput, Interval, at, worded

from .shift import Shift, said_or_none

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

LONGEST_BREAK = 180
"""The longest break, in minutes, that is taken for one."""


@attrs.frozen(kw_only=True)
class ShiftTemplate:
    """A shift that comes back every week, in wall time; one that ends at or before its start ends the next day.

    ``weekday`` is 0 for Monday. ``places`` names the skills that each place needs, ``learning`` skills that
    somebody may learn beside the team: such a place is no cover. ``break_minutes`` is the rest within it; where
    nobody has said (``None``), there is none.

    Raises:
        BadInput: for a weekday that is none, no places, or a break that leaves no work.
    """

    weekday: int
    starts: time
    ends: time
    job: str
    places: tuple[frozenset[str], ...]
    key_holder: bool = False
    learning: tuple[str, ...] = ()
    break_minutes: int = attrs.field(default=0, converter=said_or_none)

    def __attrs_post_init__(self) -> None:
        """Refuse what could never be worked."""
        if not 0 <= self.weekday <= 6:
            raise BadInput(f"Weekday {self.weekday} is none", where=self.job, remedy="Monday is 0 and Sunday 6.")
        if not self.places:
            where = f"{WEEKDAYS[self.weekday]} {self.starts:%H:%M} {self.job}"
            raise BadInput("The shift has no places", where=where, remedy="Give it one place or more.")
        if not 0 <= self.break_minutes < self.minutes:
            raise BadInput(
                worded(
                    "cafe",
                    "A break of {n} minutes does not fit this shift. Write a shorter one.",
                    n=self.break_minutes,
                )
            )

    @property
    def minutes(self) -> int:
        """Whole minutes by clocks that nobody changes meanwhile."""
        between = (self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute
        return between if between > 0 else between + 24 * 60


@attrs.frozen
class OpeningPattern:
    """What every week needs, as shift templates in any order."""

    templates: tuple[ShiftTemplate, ...] = attrs.field()

    @templates.validator
    def _told_apart(self, _: object, templates: tuple[ShiftTemplate, ...]) -> None:
        """Ids of shifts are made of weekday, start and job, so these must differ."""
        seen: set[tuple[int, time, str]] = set()
        for one in templates:
            mark = (one.weekday, one.starts, one.job)
            if mark in seen:
                where = f"{WEEKDAYS[one.weekday]} {one.starts:%H:%M} {one.job}"
                raise BadInput("The shift is there twice", where=where, remedy="Add its places together in one.")
            seen.add(mark)


@attrs.frozen(kw_only=True)
class OnDate:
    """A shift that is needed on one date alone."""

    day: date
    template: ShiftTemplate


def shifts_of(
    pattern: OpeningPattern,
    first_day: date,
    weeks: int,
    zone: str,
    closures: Collection[date] = (),
    one_offs: Iterable[OnDate] = (),
) -> tuple[Shift, ...]:
    """Return the dated shifts of ``weeks`` times seven days, in order of start and job.

    On closed days there are one-off shifts alone. One of these that has the job and start of a shift of the week
    stands in its place.

    Raises:
        BadInput: for less than one week, or a shift that lies in the hour which the clocks skip.
    """
    if weeks < 1:
        raise BadInput(f"{weeks} weeks cannot be planned", remedy="Ask for one week or more.")
    days = [first_day + timedelta(days=n) for n in range(7 * weeks)]
    every_week = (shift for day in days if day not in closures for shift in _shifts_on(day, pattern, zone))
    once = (dated(one.day, one.template, zone) for one in one_offs if one.day in days)
    found = {shift.id: shift for shift in (*every_week, *once)}
    return tuple(sorted(found.values(), key=lambda shift: (shift.during.starts, shift.id)))


def _shifts_on(day: date, pattern: OpeningPattern, zone: str) -> Iterator[Shift]:
    for template in pattern.templates:
        if template.weekday == day.weekday():
            yield dated(day, template, zone)


def dated(day: date, template: ShiftTemplate, zone: str) -> Shift:
    """Return the shift of a template on a date.

    Raises:
        BadInput: where it lies in the hour which the clocks skip.
    """
    return Shift(
        id=called(day, template.starts, template.job),
        day=day,
        job=template.job,
        during=_during(day, template, zone),
        places=template.places,
        key_holder=template.key_holder,
        learning=template.learning,
        break_minutes=template.break_minutes,
    )


def called(day: date, starts: time, job: str) -> str:
    """Return what the shift of a day, start and job is called in planning."""
    return f"{day}T{starts:%H:%M}-{job}"


def day_in(shift: str) -> date | None:
    """Return the day in what a shift is called in planning; None where it is called otherwise."""
    try:
        return date.fromisoformat(shift.partition("T")[0])
    except ValueError:
        return None


def _during(day: date, template: ShiftTemplate, zone: str) -> Interval:
    last = day if template.ends > template.starts else day + timedelta(days=1)
    starts, ends = at(day, template.starts, zone), at(last, template.ends, zone)
    if ends <= starts:
        where = f"{day} {template.starts:%H:%M} {template.job}"
        remedy = "Close the café for it, or move the shift."
        raise BadInput("The clocks skip the hour of this shift", where=where, remedy=remedy)
    return Interval(starts, ends)
