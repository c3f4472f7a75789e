"""Awarding: who has been there often enough has done the course, and is given its certificate."""

from __future__ import annotations

from collections.abc import Collection

import attrs

from alongside.api import enterprise, people
from alongside.api.store import Unit
from alongside.api.values import NotFound, worded

from .. import offers
from ..course import Course
from ..enrolment import Enrolment
from ..register import Attendance, attendance, latest
from ..run import NotPossibleNow, Run, RunState, over
from ..tables import ENROLMENTS, RUNS, WISHES
from . import joining
from .marking import need_trainer


@attrs.frozen(kw_only=True)
class Reached:
    """How far somebody with a place has come: how often she was there, and whether that is enough."""

    enrolment: Enrolment
    name: str
    attendance: Attendance
    enough: bool


def reached(unit: Unit, run: Run) -> list[Reached]:
    """Look at who has been there often enough; by name."""
    need_trainer(unit, run)
    sessions, course = offers.sessions_of(unit, [run.id])[run.id], offers.course(unit, run.course)
    marks, there = latest(offers.marks_of(unit, sessions)), joining.with_a_place(unit, run)
    names = people.names_of(unit, [one.person for one in there])
    found = []
    for one in there:
        how_often = attendance(one.person, sessions, marks)
        enough = over(sessions, unit.now) and how_often.enough(course.may_miss)
        found.append(Reached(enrolment=one, name=names[one.person], attendance=how_often, enough=enough))
    return sorted(found, key=lambda one: (one.name.casefold(), one.enrolment.person))


def award(unit: Unit, run: str, only: Collection[str] | None = None) -> list[Reached]:
    """Give everybody who was there often enough, or ``only`` some of them, what the course gives; return who.

    Nobody is given it twice. Afterwards the run is finished, as soon as all of its register is marked.

    Raises:
        NotPossibleNow: before the last session is over, or where somebody named was not there often enough.
    """
    found = offers.run(unit, run)
    need_trainer(unit, found)
    if found.state is RunState.CANCELLED or not over(offers.sessions_of(unit, [run])[run], unit.now):
        raise NotPossibleNow(
            worded("training", "The last session is not over yet, so nobody has done the course.")
        )
    everybody = reached(unit, found)
    wanted = [one for one in everybody if only is None or one.enrolment.person in only]
    _refuse_too_early(wanted, named=only is not None)
    new = [one for one in wanted if one.enough and one.enrolment.done_on is None]
    course = offers.course(unit, found.course)
    for one in new:
        _give(unit, found, course, one.enrolment)
    if found.state is RunState.CONFIRMED and all(one.attendance.unmarked == 0 for one in everybody):
        unit.change(RUNS, found, state=RunState.FINISHED)
    return new


def _refuse_too_early(wanted: list[Reached], *, named: bool) -> None:
    for one in wanted:
        if named and not one.enough:
            there, sessions = one.attendance.there, one.attendance.sessions
            raise NotPossibleNow(
                worded(
                    "training",
                    "{name} is marked as there at {there} of {sessions} sessions, which is not enough yet.",
                    name=one.name,
                    there=there,
                    sessions=sessions,
                )
            )


def _give(unit: Unit, run: Run, course: Course, enrolment: Enrolment) -> None:
    day = offers.sessions_of(unit, [run.id])[run.id][-1].day
    given = None
    # Who was erased since she was there has done it, and keeps nothing.
    if course.gives and people.find(unit, enrolment.person) is not None:
        by = enterprise.business(unit, run.business).name
        given = people.award(
            unit,
            enrolment.person,
            course.gives,
            day,
            course.last_day(day),
            by,
            title=course.title,
            refresh_due=course.refresh_due(day),
        ).id
    unit.change(ENROLMENTS, enrolment, done_on=day, certificate=given)
    for wish in offers.wishes(unit, run.business, enrolment.person):
        if wish.course == course.id and wish.met_on is None:
            unit.change(WISHES, wish, met_on=day)


# --- the paper


@attrs.frozen(kw_only=True)
class Awarded:
    """What stands on a certificate's paper: whose it is, what she can do, who taught her, who gives it."""

    certificate: people.Certificate
    name: str
    course: Course | None
    trainers: tuple[str, ...]
    business: str
    enterprise: str


def certificate(unit: Unit, business: str, certificate: str) -> Awarded:
    """Look at a certificate that this business gave: its holder may, and who plans.

    Raises:
        NotFound: for one that somebody else gave.
        NotPossibleNow: for one that does not hold any more: no paper is made of it.
    """
    here, given = enterprise.business(unit, business), people.certificate(unit, certificate)
    unit.need("training.plan", business, own=given.person)
    if given.awarded_by != here.name:
        raise NotFound("certificate", given.serial, f"It was given by {given.awarded_by}.")
    if given.revoked_on is not None:
        raise NotPossibleNow(worded("training", "This certificate was taken back, so there is no paper of it."))
    hers = offers.enrolments_of_person(unit, given.person)
    run = next((one.run for one in hers if one.certificate == given.id), None)
    trainers = offers.trainers_of(unit, [run])[run] if run else []
    names = people.names_of(unit, [given.person, *(one.person for one in trainers)])
    return Awarded(
        certificate=given,
        name=names[given.person],
        course=_course(unit, business, run, given.kind),
        trainers=tuple(names[one.person] for one in trainers),
        business=here.name,
        enterprise=enterprise.the_enterprise(unit).name,
    )


def _course(unit: Unit, business: str, run: str | None, kind: str) -> Course | None:
    if run:
        return offers.course(unit, offers.run(unit, run).course)
    return next((one for one in offers.courses(unit, business).values() if one.gives == kind), None)
