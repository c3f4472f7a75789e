"""Looking at courses: what is coming, one run, what somebody has learnt, and what a manager has to see to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

import attrs

from alongside.api import diary, enterprise, people, placements
from alongside.api.store import Unit
from alongside.api.values import NotFound

from .. import offers
from ..course import Course, Lacking
from ..enrolment import Enrolment, EnrolmentState, places_left
from ..lesson import Lesson
from ..run import Run, RunState, Session, Trainer, TrainerRole, begun, over
from ..tables import LESSON, LESSONS
from ..wish import Wish
from . import awarding, joining

NOTICE = timedelta(days=90)
"""How long before their last day a manager is shown certificates: time enough to plan a course."""

TEACHES = "training"
"""The key of the skill of those who are offered as trainers."""


@attrs.frozen(kw_only=True)
class Seen:
    """A run as its visitor sees it.

    ``own`` is what she is to it and ``line`` her place in the line; ``lacking`` what should come first.
    """

    run: Run
    course: Course
    sessions: tuple[Session, ...]
    trainers: tuple[tuple[Trainer, people.Face], ...]
    room: str
    enrolled: int
    waiting: int
    own: Enrolment | None
    line: int | None
    lacking: Lacking
    teaches: bool
    begun: bool
    over: bool

    @property
    def left(self) -> int:
        """How many places are left."""
        return max(self.run.places - self.enrolled, 0)

    @property
    def enough(self) -> bool:
        """True if enough people have a place for the run to go ahead."""
        return self.enrolled >= self.course.least

    @property
    def minutes(self) -> int:
        """How long all sessions take together."""
        return sum(one.interval.minutes for one in self.sessions)

    @property
    def has_place(self) -> bool:
        """True if the visitor has a place."""
        return self.own is not None and self.own.state is EnrolmentState.ENROLLED

    @property
    def waits(self) -> bool:
        """True if the visitor waits for a place."""
        return self.own is not None and self.own.state is EnrolmentState.WAITING

    @property
    def may_join(self) -> bool:
        """True if the visitor could join, or wait."""
        live = self.own is not None and self.own.live
        return self.run.live and not (self.begun or live or self.run.customer or self.teaches or self.lacking)


def coming(unit: Unit, business: str) -> list[Seen]:
    """Look at runs that are not over, the next first; those of organisations only where one has part in them."""
    unit.need("training.see", business)
    seen = _seen(unit, business, [one for one in offers.runs(unit, business) if one.live])
    plans = unit.may("training.plan", business)
    open_ = [one for one in seen if plans or not one.run.customer or one.has_place or one.teaches]
    return [one for one in open_ if not one.over]


def look(unit: Unit, run: str) -> Seen:
    """Look at one run.

    Raises:
        NotFound: for one of an organisation in which the visitor has no part.
    """
    found = offers.run(unit, run)
    unit.need("training.see", found.business)
    (seen,) = _seen(unit, found.business, [found])
    if found.customer and not (seen.teaches or seen.own or unit.may("training.plan", found.business)):
        raise NotFound("course run", run)
    return seen


def _seen(unit: Unit, business: str, runs: Sequence[Run]) -> list[Seen]:
    """Read what stands round some runs, each kind of row once."""
    ids = [one.id for one in runs]
    courses, sessions = offers.courses(unit, business), offers.sessions_of(unit, ids)
    trainers, enrolments = offers.trainers_of(unit, ids), offers.enrolments_of(unit, ids)
    faces = faces_of(unit, {one.person for there in trainers.values() for one in there})
    rooms = diary.names_of(unit, sorted({one.room for one in runs}))
    found = []
    for run in runs:
        there, own = enrolments[run.id], _of(enrolments[run.id], unit.actor.id)
        course = courses[run.course]
        found.append(
            Seen(
                run=run,
                course=course,
                sessions=tuple(sessions[run.id]),
                trainers=tuple((one, faces[one.person]) for one in trainers[run.id]),
                room=rooms.get(run.room, ""),
                enrolled=run.places - places_left(run.places, there),
                waiting=sum(one.state is EnrolmentState.WAITING for one in there),
                own=own,
                line=joining.place_in_line(there, unit.actor.id),
                lacking=Lacking() if own else offers.lacks(unit, course, unit.actor.id, sessions[run.id]),
                teaches=any(one.person == unit.actor.id for one in trainers[run.id]),
                begun=begun(sessions[run.id], unit.now),
                over=over(sessions[run.id], unit.now),
            )
        )
    return sorted(found, key=_by_time)


def _of(enrolments: Iterable[Enrolment], person: str) -> Enrolment | None:
    return next((one for one in enrolments if one.person == person), None)


def _by_time(seen: Seen) -> tuple[bool, str, str]:
    first = seen.sessions[0].starts.isoformat() if seen.sessions else ""
    return not seen.sessions, first, seen.run.id


def faces_of(unit: Unit, ids: Iterable[str]) -> dict[str, people.Face]:
    """Return the faces of people; of an erased one, the face of “a member”."""
    wanted = sorted(set(ids))
    known = people.faces_of(unit, wanted)
    return {who: known.get(who) or people.Face(who, people.A_MEMBER) for who in wanted}


# --- one's own


@attrs.frozen(kw_only=True)
class Mine:
    """What somebody learns and has learnt here; ``wishes`` with the words for each."""

    now: tuple[Seen, ...]
    done: tuple[Seen, ...]
    certificates: tuple[people.Certificate, ...]
    wishes: tuple[tuple[Wish, str], ...]
    to_wish: tuple[Course, ...]


def mine(unit: Unit, business: str) -> Mine:
    """Look at one's own courses, certificates and wishes."""
    unit.need("training.see", business)
    return unit.once(f"training.mine.{business}", lambda: _mine(unit, business))


def _mine(unit: Unit, business: str) -> Mine:
    who, here = unit.actor.id, enterprise.business(unit, business)
    hers = [one for one in offers.enrolments_of_person(unit, who) if one.business == business and one.live]
    seen = _seen(unit, business, list(offers.runs_by_id(unit, [one.run for one in hers]).values()))
    given = people.certificates_of(unit, [who]).get(who, ())
    own = [one for one in given if one.awarded_by == here.name and one.revoked_on is None]
    courses = offers.courses(unit, business)
    open_ = [one for one in offers.wishes(unit, business, who) if one.met_on is None]
    wished = {one.course for one in open_}
    return Mine(
        now=tuple(one for one in seen if not one.over and one.run.live),
        done=tuple(one for one in seen if one.own and one.own.done_on),
        certificates=people.newest_of_each_kind(own),
        wishes=tuple((one, courses[one.course].title if one.course else one.words) for one in open_),
        to_wish=tuple(one for one in courses.values() if not one.closed and one.id not in wished),
    )


def to_teach(unit: Unit, business: str) -> list[tuple[Seen, Session]]:
    """Look at the sessions that one teaches and that are not long over, in order of time."""
    taught = offers.taught_by(unit, unit.actor.id)
    runs = [one for one in offers.runs_by_id(unit, taught).values() if one.business == business and one.live]
    since = unit.now - timedelta(days=14)
    found = [(seen, one) for seen in _seen(unit, business, runs) for one in seen.sessions if one.ends > since]
    return sorted(found, key=lambda pair: (pair[1].starts, pair[1].id))


# --- the manager's


@attrs.frozen(kw_only=True)
class Planned:
    """What a manager sees to: runs to come, runs that are over and still to close, courses, and lapses."""

    coming: tuple[Seen, ...]
    to_close: tuple[Seen, ...]
    finished: tuple[Seen, ...]
    courses: tuple[Course, ...]
    lapsing: tuple[tuple[people.Certificate, str], ...]


def planned(unit: Unit, business: str) -> Planned:
    """Look at everything that a manager of a training business has to see to."""
    unit.need("training.plan", business)
    seen = _seen(
        unit, business, [one for one in offers.runs(unit, business) if one.state is not RunState.CANCELLED]
    )
    ending = people.lapsing(unit, enterprise.today(unit) + NOTICE)
    names = people.names_of(unit, {one.person for one in ending})
    return Planned(
        coming=tuple(one for one in seen if one.run.live and not one.over),
        to_close=tuple(one for one in seen if one.run.live and one.over),
        finished=tuple(reversed([one for one in seen if one.run.state is RunState.FINISHED])),
        courses=tuple(offers.courses(unit, business).values()),
        lapsing=tuple((one, names[one.person]) for one in ending),
    )


@attrs.frozen(kw_only=True)
class Managed:
    """A run as who plans or teaches it sees it: who is in it and how far, who could be added, and lessons."""

    seen: Seen
    reached: tuple[awarding.Reached, ...]
    line: tuple[people.Face, ...]
    to_enrol: tuple[people.Face, ...]
    could_teach: tuple[people.Face, ...]
    lessons: tuple[Lesson, ...]


def manage(unit: Unit, run: str) -> Managed:
    """Look at a run with everybody in it; who plans may, and who teaches it."""
    found = offers.run(unit, run)
    (seen,) = _seen(unit, found.business, [found])
    reached = awarding.reached(unit, found)
    there = offers.enrolments_of(unit, [run])[run]
    waiting = [one.person for one in there if one.state is EnrolmentState.WAITING]
    inside = {one.person for one in there if one.live} | {one.person for one, _ in seen.trainers}
    everybody = [people.face_of(one) for one in people.everybody(unit)]
    faces = faces_of(unit, waiting)
    return Managed(
        seen=seen,
        reached=tuple(reached),
        line=tuple(faces[one] for one in waiting),
        to_enrol=tuple(one for one in everybody if one.person not in inside),
        could_teach=could_teach(unit, found.business),
        lessons=tuple(
            unit.find(LESSONS, LESSON.c.course == found.course, order=(LESSON.c.day.desc(), LESSON.c.id))
        ),
    )


def could_teach(unit: Unit, business: str) -> tuple[people.Face, ...]:
    """Return who is offered as a trainer: those who work in the business, and those who help others learn."""
    working = {one.person for one in placements.placements_on(unit, enterprise.today(unit), business)}
    everybody = people.everybody(unit)
    skills = people.skills_of(unit, [one.id for one in everybody])
    return tuple(people.face_of(one) for one in everybody if one.id in working or TEACHES in skills[one.id])


def rooms(unit: Unit, business: str) -> Mapping[str, str]:
    """Return the rooms of a business, and those that all share, by name."""
    known = [one for one in diary.resources(unit) if one.kind is diary.ResourceKind.ROOM]
    return {one.id: one.name for one in known if one.business in {business, None}}


def leads(seen: Seen) -> str:
    """Return the name of who leads a run; empty where nobody does yet."""
    return next((face.name for one, face in seen.trainers if one.role is TrainerRole.LEAD), "")
