"""Planning a run: its sessions are claims on a room and on trainers, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

import attrs

from alongside.api import diary, enterprise, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, Interval, NotFound, Refusal, Worded, at, local, worded

from .. import offers
from ..course import Course
from ..run import NotPossibleNow, Run, RunState, Session, Trainer, TrainerRole, over, to_come
from ..tables import RUNS, SESSIONS, TRAINERS
from . import joining, looking, telling

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
        BadInput: without a time, or with one that is over.
    """
    course = offers.course(unit, plan.course)
    unit.need("training.plan", course.business)
    if not plan.times or min(one.starts for one in plan.times) <= unit.now:
        raise BadInput("a run needs times that are still to come", remedy="Give a day after today.")
    _check_room(unit, course.business, plan.room)
    joining.must_be_here(unit, plan.trainers)
    run = unit.add(RUNS, _run(unit, course, plan))
    sessions = [_session(unit, run, one) for one in sorted(plan.times, key=lambda one: one.starts)]
    for person, role in plan.trainers.items():
        unit.add(TRAINERS, _trainer(unit, run, person, role))
    _claim(unit, course, sessions, [plan.room, *plan.trainers])
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


def _check_room(unit: Unit, business: str, room: str) -> None:
    """Refuse what is no room of the business: a plan may not claim another’s room, nor somebody’s time."""
    if room not in looking.rooms(unit, business):
        raise NotFound("room of this business", room, "Choose one of its rooms, or give a new one.")


def _session(unit: Unit, run: Run, during: Interval) -> Session:
    there = offers.sessions_of(unit, [run.id])[run.id]
    new = Session(
        id=unit.new_id(),
        business=run.business,
        run=run.id,
        number=max((one.number for one in there), default=0) + 1,
        starts=during.starts,
        ends=during.ends,
        zone=enterprise.the_enterprise(unit).zone,
    )
    return unit.add(SESSIONS, new)


def _trainer(unit: Unit, run: Run, person: str, role: TrainerRole) -> Trainer:
    return Trainer(id=unit.new_id(), business=run.business, run=run.id, person=person, role=role)


def _claim(unit: Unit, course: Course, sessions: Sequence[Session], resources: Sequence[str]) -> None:
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


# --- what becomes of it


def add_session(unit: Unit, run: str, during: Interval) -> Session:
    """Add a session: the room, the trainers and everybody who has a place are claimed for it.

    Raises:
        NotFree: where one of them is taken; then nothing is added.
    """
    found = _held(unit, run)
    if during.starts <= unit.now:
        raise BadInput("the session would begin before now", remedy="Give a time that is still to come.")
    new = _session(unit, found, during)
    _claim(unit, offers.course(unit, found.course), [new], _all_of(unit, found))
    return new


def move_session(unit: Unit, session: str, during: Interval) -> Session:
    """Move a session to another time, with everybody who comes; they are told.

    Raises:
        NotFree: where somebody or the room is taken then; the old time is kept.
        NotPossibleNow: where it has begun.
    """
    old = offers.session(unit, session)
    run = _held(unit, old.run)
    if old.starts <= unit.now or during.starts <= unit.now:
        raise NotPossibleNow(
            worded("training", "A session that has begun cannot be moved, and none can be moved into the past.")
        )
    offers.give_time_back(unit, [old])
    new = unit.change(SESSIONS, old, starts=during.starts, ends=during.ends)
    course = offers.course(unit, run.course)
    _claim(unit, course, [new], _all_of(unit, run))
    coming = [one.person for one in joining.with_a_place(unit, run)]
    telling.moved(unit, run, course, old, new, coming)
    return new


def add_trainer(unit: Unit, run: str, person: str, role: TrainerRole) -> Trainer:
    """Put somebody down as a trainer for the sessions to come; her role is changed where she is one already.

    Raises:
        NotFree: where her time is taken.
    """
    found = _held(unit, run)
    joining.must_be_here(unit, [person])
    for old in offers.trainers_of(unit, [run])[run]:
        if old.person == person:
            return unit.change(TRAINERS, old, role=role)
    coming = to_come(offers.sessions_of(unit, [run])[run], unit.now)
    _claim(unit, offers.course(unit, found.course), coming, [person])
    return unit.add(TRAINERS, _trainer(unit, found, person, role))


def remove_trainer(unit: Unit, run: str, person: str) -> None:
    """Take a trainer off the sessions to come, and give her time back.

    Raises:
        NotPossibleNow: where nobody would lead a confirmed run.
    """
    found = _held(unit, run)
    there = offers.trainers_of(unit, [run])[run]
    staying = [one for one in there if one.person != person]
    if found.state is RunState.CONFIRMED and not any(one.role is TrainerRole.LEAD for one in staying):
        raise NotPossibleNow(
            worded("training", "Nobody would lead this run. Put somebody else down to lead it first.")
        )
    for one in there:
        if one.person == person:
            unit.remove(TRAINERS, one)
    offers.give_time_back(unit, to_come(offers.sessions_of(unit, [run])[run], unit.now), [person])


def confirm(unit: Unit, run: str) -> Run:
    """Say that a run takes place; it needs somebody who leads it.

    Raises:
        NotPossibleNow: without one, or where the run cannot be confirmed any more.
    """
    found = _held(unit, run)
    found.must_move_to(RunState.CONFIRMED)
    if not any(one.role is TrainerRole.LEAD for one in offers.trainers_of(unit, [run])[run]):
        raise NotPossibleNow(
            worded("training", "Nobody leads this run yet. Put a trainer down to lead it, then confirm it.")
        )
    return unit.change(RUNS, found, state=RunState.CONFIRMED)


def cancel(unit: Unit, run: str, because: str = "") -> Run:
    """Cancel a run: all time to come is given back, and everybody who has a place or waits is told.

    Raises:
        NotPossibleNow: where it is cancelled or finished already.
    """
    found = _held(unit, run)
    found.must_move_to(RunState.CANCELLED)
    changed = unit.change(RUNS, found, state=RunState.CANCELLED, cancelled_because=because.strip())
    coming = to_come(offers.sessions_of(unit, [run])[run], unit.now)
    offers.give_time_back(unit, coming)
    live = [one for one in offers.enrolments_of(unit, [run])[run] if one.live]
    telling.cancelled(unit, changed, offers.course(unit, found.course), coming, live)
    return changed


def finish(unit: Unit, run: str) -> Run:
    """Say that a run is finished, after its last session.

    Raises:
        NotPossibleNow: before that, or where it was not confirmed.
    """
    found = _held(unit, run)
    found.must_move_to(RunState.FINISHED)
    if not over(offers.sessions_of(unit, [run])[run], unit.now):
        raise NotPossibleNow(worded("training", "The last session is not over yet."))
    return unit.change(RUNS, found, state=RunState.FINISHED)


def change_places(unit: Unit, run: str, places: int) -> Run:
    """Change how many places a run has; new ones go to those who wait. Nobody loses a place by it."""
    found = _held(unit, run)
    _refuse_over(unit, found)
    changed = unit.change(RUNS, found, places=places)
    joining.move_up(unit, changed)
    return changed


def change_room(unit: Unit, run: str, room: str) -> Run:
    """Give the sessions to come in another room; everybody who comes or teaches is told.

    Raises:
        NotFree: where that room is taken at one of them; then the old one is kept.
    """
    found = _held(unit, run)
    _refuse_over(unit, found)
    _check_room(unit, found.business, room)
    if room == found.room:
        return found
    coming = to_come(offers.sessions_of(unit, [run])[run], unit.now)
    course = offers.course(unit, found.course)
    offers.give_time_back(unit, coming, [found.room])
    _claim(unit, course, coming, [room])
    changed = unit.change(RUNS, found, room=room)
    _old_room, *there = _all_of(unit, changed)
    telling.new_room(unit, changed, course, there)
    return changed


def _refuse_over(unit: Unit, run: Run) -> None:
    if not run.live or over(offers.sessions_of(unit, [run.id])[run.id], unit.now):
        raise NotPossibleNow(worded("training", "This run is over or cancelled, so it stays as it was."))


def add_room(unit: Unit, business: str, name: str) -> str:
    """Add a room to teach in; return its id."""
    unit.need("training.plan", business)
    return diary.add_resource(unit, name.strip(), diary.ResourceKind.ROOM, business).id


def _held(unit: Unit, run: str) -> Run:
    found = offers.run(unit, run)
    unit.need("training.plan", found.business)
    unit.lock(RUNS, [run])
    return offers.run(unit, run)


def _all_of(unit: Unit, run: Run) -> list[str]:
    """The room, the trainers, and everybody who has a place."""
    trainers = [one.person for one in offers.trainers_of(unit, [run.id])[run.id]]
    return [run.room, *trainers, *(one.person for one in joining.with_a_place(unit, run))]
