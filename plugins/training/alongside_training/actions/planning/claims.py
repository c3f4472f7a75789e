"""The time of a run: whom and what its sessions claim, and what is said where one of them is taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from alongside.api import diary, people
from alongside.api.store import Unit
from alongside.api.values import Interval, Refusal, Worded, at, local, worded

from ... import offers
from ...course import Course
from ...run import Run, Session
from ...tables import RUNS
from .. import joining

LOOK_AHEAD = 14
"""Days after a clash on which the same time is looked at for another one that is free."""


class NotFree(Refusal):
    """A room or a trainer is taken; where there is one, the nearest day is named on which all are free then."""

    status = 409

    def __init__(self, taken: Worded, free_on: date | None) -> None:
        self.free_on = free_on
        more = (
            worded("training", "At the same time, everything is free on {day}.", day=free_on)
            if free_on
            else worded("training", "Choose another time.")
        )
        super().__init__(taken, more)


def claim(unit: Unit, course: Course, sessions: Sequence[Session], resources: Sequence[str]) -> None:
    """Claim a room and people for sessions.

    Raises:
        NotFree: where one of them is taken.
    """
    for one in resources:
        if people.find(unit, one) is not None:
            diary.ensure_person(unit, one)
    try:
        offers.claim_time(unit, course, sessions, resources)
    except diary.Taken as taken:
        # Where the database itself said no, it answers nothing more in this unit.
        free_on = _free_day(unit, sessions, resources, taken.wanted) if taken.standing else None
        raise NotFree(taken.there, free_on) from taken


def _free_day(
    unit: Unit, sessions: Sequence[Session], resources: Sequence[str], clashing: diary.Wish
) -> date | None:
    """Return the nearest later day on which all resources are free at the time of the session that clashed."""
    wall, ends = local(clashing.starts, clashing.zone), local(clashing.ends, clashing.zone)
    taken = {one.day for one in sessions}
    for day in (wall.date() + timedelta(days=n) for n in range(1, LOOK_AHEAD + 1)):
        during = Interval(at(day, wall.time(), clashing.zone), at(day, ends.time(), clashing.zone))
        if day not in taken and not diary.holds(unit, resources, during):
            return day
    return None


def held(unit: Unit, run: str) -> Run:
    """Return a run that the actor may plan, held against others until the unit ends."""
    found = offers.run(unit, run)
    unit.need("training.plan", found.business)
    unit.lock(RUNS, [run])
    return offers.run(unit, run)


def all_of(unit: Unit, run: Run) -> list[str]:
    """The room, the trainers, and everybody who has a place."""
    return [run.room, *trainers_of(unit, run), *(one.person for one in joining.with_a_place(unit, run))]


def trainers_of(unit: Unit, run: Run) -> list[str]:
    """Those who teach in a run."""
    return [one.person for one in offers.trainers_of(unit, [run.id])[run.id]]
