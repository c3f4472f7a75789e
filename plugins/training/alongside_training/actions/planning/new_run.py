"""A new run: its sessions are claims on a room and on trainers, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta

import attrs

from alongside.api.store import Unit
from alongside.api.values import BadInput, Interval, at

from ... import offers
from ...course import Course
from ...run import Run, TrainerRole
from ...tables import RUNS, TRAINERS
from .. import joining
from .claims import claim
from .holding import must_not_be_held_back
from .meetings import new_session
from .rooms import check_room
from .trainers import new_trainer


@attrs.frozen(kw_only=True)
class Plan:
    """What a new run shall be: when it meets, in which room, taught by whom (id -> role)."""

    course: str
    times: tuple[Interval, ...]
    room: str
    trainers: Mapping[str, TrainerRole]
    places: int | None = None
    customer: str = ""
    how_to_find: str = ""


def weekly(first: date, starts: time, ends: time, times: int, zone: str) -> tuple[Interval, ...]:
    """Return so many meetings, a week apart, at the same time on the clock.

    Raises:
        BadInput: where they would end before they start.
    """
    if ends <= starts:
        raise BadInput("the sessions would end before they start", remedy="Give an end that is later.")
    days = [first + timedelta(weeks=week) for week in range(times)]
    return tuple(Interval(at(day, starts, zone), at(day, ends, zone)) for day in days)


def plan_run(unit: Unit, plan: Plan) -> Run:
    """Plan a run of a course; those who wished for it get their places first, in the order of their wishes.

    Raises:
        NotFree: where the room or a trainer is taken at one of the times; then nothing is planned.
        HeldBack: where nothing new may be planned for a trainer.
        BadInput: without a time, or with one that is over.
    """
    course = offers.course(unit, plan.course)
    unit.need("training.plan", course.business)
    if not plan.times or min(one.starts for one in plan.times) <= unit.now:
        raise BadInput("a run needs times that are still to come", remedy="Give a day after today.")
    check_room(unit, course.business, plan.room)
    joining.must_be_here(unit, plan.trainers)
    run = unit.add(RUNS, _run(unit, course, plan))
    sessions = [new_session(unit, run, one) for one in sorted(plan.times, key=lambda one: one.starts)]
    must_not_be_held_back(unit, run.business, plan.trainers, (one.day for one in sessions))
    for person, role in plan.trainers.items():
        unit.add(TRAINERS, new_trainer(unit, run, person, role))
    claim(unit, course, sessions, [plan.room, *plan.trainers])
    if not run.customer:
        joining.wishers_first(unit, run)
    return run


def _run(unit: Unit, course: Course, plan: Plan) -> Run:
    return Run(
        id=unit.new_id(),
        business=course.business,
        course=course.id,
        customer=plan.customer.strip(),
        room=plan.room,
        how_to_find=plan.how_to_find.strip(),
        places=plan.places or course.most,
    )
