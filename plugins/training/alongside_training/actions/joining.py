"""Joining a run and leaving it: places, the waiting list, and who moves up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from alongside.api import diary, enterprise, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, worded

from .. import offers
from ..course import Course
from ..enrolment import Enrolment, EnrolmentState, in_line, next_in_line, places_left
from ..lesson import Lesson
from ..run import NotPossibleNow, Run, Session, begun, over, to_come
from ..tables import ENROLMENTS, LESSONS, RUNS
from . import telling


def join(unit: Unit, run: str, person: str, *, waived_because: str = "") -> Enrolment:
    """Give somebody a place in a run, or a place in its waiting list where all are taken.

    Her time is claimed with the place. Who plans may put others down, and waive with a reason what should come
    first; runs for organisations are filled by who plans alone.

    Raises:
        NotPossibleNow: where the run has begun or takes no more people, where she is in it already, or where
            something that should come first is missing.
        Taken: where she has something else at one of the times.
    """
    found = offers.run(unit, run)
    unit.need("training.see", found.business)
    if person != unit.actor.id or found.customer or waived_because.strip():
        unit.need("training.plan", found.business)
    must_be_here(unit, [person])
    run_now, sessions = _held(unit, run), offers.sessions_of(unit, [run])[run]
    _refuse_closed(unit, run_now, sessions)
    course = offers.course(unit, found.course)
    _refuse_unprepared(unit, course, person, sessions, waived_because)
    move_up(unit, run_now)
    enrolled = _put_down(unit, run_now, course, person, sessions, waived_because.strip())
    if enrolled.state is EnrolmentState.ENROLLED and person != unit.actor.id:
        telling.place(unit, run_now, course, sessions, enrolled, moved_up=False)
    return enrolled


def leave(unit: Unit, run: str, person: str, because: str = "") -> Enrolment:
    """Give a place back, or leave the line. A reason is kept as a lesson without a name; none is needed.

    The place goes to whoever is next by the rule, once, and she is told.

    Raises:
        NotPossibleNow: where she is not in the run, or it is over.
    """
    found = offers.run(unit, run)
    unit.need("training.plan", found.business, own=person)
    run_now, sessions = _held(unit, run), offers.sessions_of(unit, [run])[run]
    hers = offers.enrolment_of(unit, run, person)
    if hers is None or not hers.live or over(sessions, unit.now):
        raise NotPossibleNow(worded("training", "There is no place here to give back."))
    left = unit.change(ENROLMENTS, hers, state=EnrolmentState.LEFT)
    offers.give_time_back(unit, to_come(sessions, unit.now), [person])
    telling.place_is_gone(unit, hers)
    telling.not_reminded(unit, sessions, person)
    if person != unit.actor.id:
        telling.place_was_taken(unit, run_now, offers.course(unit, run_now.course), hers)
    if because.strip():
        _learn(unit, run_now, because)
    move_up(unit, run_now)
    return left


def move_up(unit: Unit, run: Run) -> list[Enrolment]:
    """Give free places to those who wait, by the rule, and tell each of them; once a run has begun, to nobody."""
    sessions = offers.sessions_of(unit, [run.id])[run.id]
    if not run.live or begun(sessions, unit.now):
        return []
    there = offers.enrolments_of(unit, [run.id])[run.id]
    course = offers.course(unit, run.course)
    lucky = next_in_line(run.places, there, lambda one: offers.is_free(unit, one.person, sessions))
    moved = []
    for one in lucky:
        _claim(unit, course, sessions, one.person)
        hers = unit.change(ENROLMENTS, one, state=EnrolmentState.ENROLLED)
        telling.place(unit, run, course, sessions, hers, moved_up=True)
        moved.append(hers)
    return moved


def wishers_first(unit: Unit, run: Run) -> list[Enrolment]:
    """Put those down who wished for the course, in the order of their wishes; they are told, and may give it back.

    Who is not free or lacks something that comes first is left for a later run, and so keeps her wish.
    """
    sessions, course = offers.sessions_of(unit, [run.id])[run.id], offers.course(unit, run.course)
    enrolled: list[Enrolment] = []
    for wish in offers.wishes(unit, run.business):
        if wish.course != run.course or wish.met_on is not None or wish.person in {one.person for one in enrolled}:
            continue
        able = not offers.lacks(unit, course, wish.person, sessions)
        if able and offers.is_free(unit, wish.person, sessions):
            one = _put_down(unit, run, course, wish.person, sessions, "")
            enrolled.append(one)
            if one.state is EnrolmentState.ENROLLED:
                telling.place(unit, run, course, sessions, one, moved_up=False)
    return enrolled


def with_a_place(unit: Unit, run: Run) -> list[Enrolment]:
    """Return those who have a place, in the order in which they joined."""
    there = offers.enrolments_of(unit, [run.id])[run.id]
    return [one for one in there if one.state is EnrolmentState.ENROLLED]


def _held(unit: Unit, run: str) -> Run:
    """Hold the run, so that two who want its last place are served one after the other."""
    unit.lock(RUNS, [run])
    return offers.run(unit, run)


def _refuse_closed(unit: Unit, run: Run, sessions: Sequence[Session]) -> None:
    if not run.live:
        raise NotPossibleNow(
            worded("training", "This run is {state}. Look for another one.", state=run.state.value)
        )
    if begun(sessions, unit.now):
        raise NotPossibleNow(worded("training", "This run has begun. Look for the next one, or wish for it."))


def _refuse_unprepared(
    unit: Unit, course: Course, person: str, sessions: Sequence[Session], waived_because: str
) -> None:
    missing = offers.lacks(unit, course, person, sessions)
    if missing and not waived_because.strip():
        said = (
            worded(
                "training",
                "Before this course comes {missing}. A manager can let somebody in without, and says why.",
                missing=missing.words,
            )
            if unit.actor.id != person
            else worded("training", "Before this course comes {missing}. Ask about it.", missing=missing.words)
        )
        raise NotPossibleNow(said)


def _put_down(
    unit: Unit, run: Run, course: Course, person: str, sessions: Sequence[Session], waived_because: str
) -> Enrolment:
    there = offers.enrolments_of(unit, [run.id])[run.id]
    old = next((one for one in there if one.person == person), None)
    if old is not None and old.live:
        raise NotPossibleNow(worded("training", "There is a place in this run, or in its line, already."))
    room = places_left(run.places, there) > 0
    if room:
        _claim(unit, course, sessions, person)
    new = Enrolment(
        id=unit.new_id(),
        business=run.business,
        run=run.id,
        person=person,
        state=EnrolmentState.ENROLLED if room else EnrolmentState.WAITING,
        since=unit.now,
        waived_by=unit.actor.id if waived_because and unit.actor.kind.value == "person" else None,
        waived_because=waived_because,
        wished=_wished(unit, run, person),
    )
    if old is None:
        return unit.add(ENROLMENTS, new)
    return unit.change(ENROLMENTS, old, **{name: getattr(new, name) for name in _JOINED_AGAIN})


_JOINED_AGAIN = ("state", "since", "waived_by", "waived_because", "wished")
"""What is new about an enrolment of somebody who had left."""


def _wished(unit: Unit, run: Run, person: str) -> bool:
    hers = offers.wishes(unit, run.business, person)
    return any(one.course == run.course and one.met_on is None for one in hers)


def _claim(unit: Unit, course: Course, sessions: Sequence[Session], person: str) -> None:
    diary.ensure_person(unit, person)
    offers.claim_time(unit, course, sessions, [person])


def _learn(unit: Unit, run: Run, because: str) -> None:
    lesson = Lesson(
        id=unit.new_id(),
        business=run.business,
        course=run.course,
        words=because,
        day=enterprise.today(unit),
    )
    unit.add(LESSONS, lesson)


def place_in_line(enrolments: Sequence[Enrolment], person: str) -> int | None:
    """Return how many wait before somebody, herself counted; None where she does not wait."""
    waiting = [one.person for one in in_line(enrolments)]
    return waiting.index(person) + 1 if person in waiting else None


def let_go(unit: Unit, person: str) -> None:
    """Take an erased person out of every run that is not over; places go to those who wait until it begins."""
    for one in offers.enrolments_of_person(unit, person):
        run, sessions = offers.run(unit, one.run), offers.sessions_of(unit, [one.run])[one.run]
        if over(sessions, unit.now):
            unit.change(ENROLMENTS, one, waived_because="", certificate=None)
        elif begun(sessions, unit.now):
            # Not expected any more: no register waits for her, and no time is claimed for her again.
            unit.change(ENROLMENTS, one, state=EnrolmentState.LEFT, waived_because="")
        else:
            unit.remove(ENROLMENTS, one)
            offers.give_time_back(unit, sessions, [person])
            move_up(unit, run)


def must_be_here(unit: Unit, ids: Iterable[str]) -> None:
    """Refuse who is not on record, or was erased: nobody else can be given time or a place."""
    for one in ids:
        if people.find(unit, one) is None:
            raise NotFound("person", one)


def who_is_meant(unit: Unit, text: str) -> str:
    """Return the id of the person named, or of the one who acts where nobody is.

    Raises:
        BadInput: where nobody is named and no person acts.
    """
    if text:
        return people.find_person(unit, text).id
    if unit.actor.kind.value != "person":
        raise BadInput(worded("training", "Nobody is named. Say who."))
    return unit.actor.id
