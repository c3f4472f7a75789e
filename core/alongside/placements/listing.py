"""A line of the list that is printed for an audit: a person's timeline, how she stands, and her job."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

import attrs

from alongside.placements.ending import Ending
from alongside.placements.job import Job
from alongside.placements.outcome import Outcome
from alongside.placements.stage import Stage, StageStep, stage_on

MOST = 15
"""An audit asks for ten to fifteen people."""


class Status(Enum):
    """How somebody stands on her way to work."""

    IN_PAID_WORK = "in_paid_work"
    IN_OTHER_WORK = "in_other_work"  # unpaid, in one of our businesses
    STARTS_SOON = "starts_soon"
    MOVED_ON = "moved_on"  # said at the end of her work where she goes next
    LOOKING = "looking"  # on the way, with no work of ours


@attrs.frozen(kw_only=True)
class Line:
    """One person: ``called`` is her name, or a number in the place of it."""

    called: str
    steps: tuple[StageStep, ...]
    stage: Stage | None
    status: Status
    jobs: tuple[Job, ...]
    outcomes: tuple[Outcome, ...]


def line_of(
    called: str,
    steps: Sequence[StageStep],
    jobs: Sequence[Job],
    outcomes: Sequence[Outcome],
    endings: Sequence[Ending],
    today: date,
) -> Line:
    """Return the line of a person as she stands on a day; outcomes that nobody has confirmed are left out."""
    return Line(
        called=called,
        steps=tuple(steps),
        stage=stage_on(steps, today),
        status=status_of(jobs, endings, today),
        jobs=tuple(jobs),
        outcomes=tuple(one for one in outcomes if one.confirmed),
    )


def status_of(jobs: Sequence[Job], endings: Sequence[Ending], today: date) -> Status:
    """Return how somebody stands on a day: paid work first, then other work, then what is to come."""
    running = [job for job in jobs if job.runs_on(today)]
    if any(job.newest.paid for job in running):
        return Status.IN_PAID_WORK
    if running:
        return Status.IN_OTHER_WORK
    if any(job.first_day > today for job in jobs):
        return Status.STARTS_SOON
    return Status.MOVED_ON if endings else Status.LOOKING
