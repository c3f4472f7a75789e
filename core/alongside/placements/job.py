"""A job: placements of one person in one business, of one kind, one right after the other.

A new rate ends a placement and begins another on the next day. To the person it is the same job, so reviews and
outcomes go by jobs.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import attrs

from alongside.placements.placement import Placement

_A_DAY = timedelta(days=1)


@attrs.frozen
class Job:
    """Placements that follow each other without a day between them, the oldest first."""

    placements: tuple[Placement, ...]

    @property
    def id(self) -> str:
        """The id of the first placement: what reviews and endings of the job refer to."""
        return self.placements[0].id

    @property
    def person(self) -> str:
        """Whose job it is."""
        return self.placements[0].person

    @property
    def business(self) -> str:
        """Where it is."""
        return self.placements[0].business

    @property
    def first_day(self) -> date:
        """The first day of the first placement."""
        return self.placements[0].first_day

    @property
    def last_day(self) -> date | None:
        """The last day of the last placement; None while no end is agreed."""
        return self.placements[-1].last_day

    @property
    def newest(self) -> Placement:
        """The placement that was agreed last."""
        return self.placements[-1]

    def runs_on(self, day: date) -> bool:
        """True if the job covers the day."""
        return any(one.runs_on(day) for one in self.placements)

    def over(self, today: date) -> bool:
        """True if its last day is past."""
        return self.last_day is not None and self.last_day < today

    def part_on(self, day: date) -> Placement:
        """The placement that runs on a day: the last that has begun by then, the first where none has."""
        begun = [one for one in self.placements if one.first_day <= day]
        return begun[-1] if begun else self.placements[0]

    def after(self, placement: Placement) -> tuple[Placement, ...]:
        """The placements of the job that begin after one of them."""
        return tuple(one for one in self.placements if one.first_day > placement.first_day)

    def goes_on(self, other: Placement) -> bool:
        """True if another placement is the same job going on."""
        last = self.newest
        same = (last.person, last.business, last.kind) == (other.person, other.business, other.kind)
        return same and last.last_day is not None and other.first_day == last.last_day + _A_DAY


def jobs_of(placements: Iterable[Placement]) -> list[Job]:
    """Return the jobs that placements make up, by their first days."""
    found: list[Job] = []
    for one in sorted(placements, key=lambda one: (one.first_day, one.id)):
        before = next((job for job in found if job.goes_on(one)), None)
        if before is None:
            found.append(Job((one,)))
        else:
            found[found.index(before)] = Job((*before.placements, one))
    return found
