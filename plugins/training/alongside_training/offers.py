"""What training's own rooms read and keep inside a unit that was checked before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from alongside.api import diary, people
from alongside.api.store import Unit
from alongside.api.values import NotFound, Period

from .course import Course, Lacking, lacking
from .enrolment import Enrolment
from .register import RegisterMark
from .run import Run, Session, Trainer, TrainerRole
from .tables import (
    COURSE,
    COURSES,
    ENROLMENT,
    ENROLMENTS,
    MARK,
    MARKS,
    RUN,
    RUNS,
    SESSION,
    SESSIONS,
    TRAINER,
    TRAINERS,
    WISH,
    WISHES,
)
from .wish import Wish

# --- courses and runs


def course(unit: Unit, id: str) -> Course:  # noqa: A002 - what the column is called
    """Return a course by its id."""
    return unit.get(COURSES, id)


def courses(unit: Unit, business: str) -> dict[str, Course]:
    """Return the courses of a business by their ids, in the order of their titles."""
    found = unit.once(f"training.courses.{business}", lambda: unit.find(COURSES, COURSE.c.business == business))
    return {one.id: one for one in sorted(found, key=lambda one: (one.title.casefold(), one.id))}


def course_named(unit: Unit, business: str, text: str) -> Course:
    """Return the course meant by its title, or by the beginning of one title alone.

    Raises:
        NotFound: naming those there are.
    """
    known = list(courses(unit, business).values())
    wanted = text.strip().casefold()
    exact = [one for one in known if wanted == one.title.casefold()]
    beginning = [one for one in known if wanted and one.title.casefold().startswith(wanted)]
    for found in (exact, beginning):
        if len(found) == 1:
            return found[0]
    titles = ", ".join(one.title for one in known)
    raise NotFound("course", text, f"There are: {titles}." if known else "There is none yet.")


def run(unit: Unit, id: str) -> Run:  # noqa: A002 - what the column is called
    """Return a run by its id."""
    return unit.get(RUNS, id)


def runs(unit: Unit, business: str) -> list[Run]:
    """Return every run of a business."""
    return unit.find(RUNS, RUN.c.business == business)


def runs_by_id(unit: Unit, ids: Iterable[str]) -> dict[str, Run]:
    """Return runs by their ids."""
    return {one.id: one for one in unit.find(RUNS, RUN.c.id.in_(sorted(set(ids))))}


def session(unit: Unit, id: str) -> Session:  # noqa: A002 - what the column is called
    """Return a session by its id."""
    return unit.get(SESSIONS, id)


def sessions_of(unit: Unit, ids: Iterable[str]) -> dict[str, list[Session]]:
    """Return the sessions of each of the runs, in order of time."""
    wanted = sorted(set(ids))
    found: dict[str, list[Session]] = {one: [] for one in wanted}
    for one in unit.find(SESSIONS, SESSION.c.run.in_(wanted), order=(SESSION.c.starts, SESSION.c.id)):
        found[one.run].append(one)
    return found


def sessions_in(unit: Unit, period: Period, zone: str) -> list[Session]:
    """Return the sessions of every training business that begin in a period, in order of time."""
    during = period.interval(zone)
    when = (SESSION.c.starts >= during.starts, SESSION.c.starts < during.ends)
    return unit.find(SESSIONS, *when, order=(SESSION.c.starts, SESSION.c.id))


def sessions_claimed(unit: Unit, claims: Iterable[diary.Claim]) -> dict[str, Session]:
    """Return the session that each of some claims is for, by the id of the claim; other claims are left out."""
    wanted = {
        one.id: one.source.rpartition(":")[2] for one in claims if one.source.startswith("training:session:")
    }
    found = (
        {one.id: one for one in unit.find(SESSIONS, SESSION.c.id.in_(sorted(set(wanted.values()))))}
        if wanted
        else {}
    )
    return {claim: found[session] for claim, session in wanted.items() if session in found}


def trainers_of(unit: Unit, ids: Iterable[str]) -> dict[str, list[Trainer]]:
    """Return who teaches in each of the runs, those who lead first."""
    wanted = sorted(set(ids))
    found: dict[str, list[Trainer]] = {one: [] for one in wanted}
    for one in unit.find(TRAINERS, TRAINER.c.run.in_(wanted)):
        found[one.run].append(one)
    return {
        one: sorted(there, key=lambda trainer: (trainer.role is not TrainerRole.LEAD, trainer.id))
        for one, there in found.items()
    }


def taught_by(unit: Unit, person: str) -> set[str]:
    """Return the ids of the runs in which somebody teaches."""
    return {one.run for one in unit.find(TRAINERS, TRAINER.c.person == person)}


# --- enrolments, marks, wishes


def enrolments_of(unit: Unit, ids: Iterable[str]) -> dict[str, list[Enrolment]]:
    """Return the enrolments of each of the runs, in the order in which people joined."""
    wanted = sorted(set(ids))
    found: dict[str, list[Enrolment]] = {one: [] for one in wanted}
    order = (ENROLMENT.c.since, ENROLMENT.c.id)
    for one in unit.find(ENROLMENTS, ENROLMENT.c.run.in_(wanted), order=order):
        found[one.run].append(one)
    return found


def enrolments_of_person(unit: Unit, person: str) -> list[Enrolment]:
    """Return every enrolment somebody has or had, in the order in which she joined."""
    order = (ENROLMENT.c.since, ENROLMENT.c.id)
    return unit.find(ENROLMENTS, ENROLMENT.c.person == person, order=order)


def enrolment_of(unit: Unit, run: str, person: str) -> Enrolment | None:
    """Return what somebody is to a run, None where she never joined it."""
    return next(iter(unit.find(ENROLMENTS, ENROLMENT.c.run == run, ENROLMENT.c.person == person)), None)


def marks_of(unit: Unit, sessions: Iterable[Session]) -> list[RegisterMark]:
    """Return every mark made at the sessions, in the order in which they were made."""
    ids = [one.id for one in sessions]
    return unit.find(MARKS, MARK.c.session.in_(ids), order=(MARK.c.session, MARK.c.person, MARK.c.number))


def marks_of_person(unit: Unit, person: str) -> list[RegisterMark]:
    """Return every mark of one person."""
    return unit.find(MARKS, MARK.c.person == person, order=(MARK.c.marked_at, MARK.c.id))


def wishes(unit: Unit, business: str, person: str | None = None) -> list[Wish]:
    """Return the learning wishes of everybody or of one person, the earliest first."""
    hers = () if person is None else (WISH.c.person == person,)
    return unit.find(WISHES, WISH.c.business == business, *hers, order=(WISH.c.since, WISH.c.id))


def wishes_of_person(unit: Unit, person: str) -> list[Wish]:
    """Return somebody's learning wishes, in all businesses."""
    return unit.find(WISHES, WISH.c.person == person, order=(WISH.c.since, WISH.c.id))


def lacks(unit: Unit, course: Course, person: str, sessions: Sequence[Session]) -> Lacking:
    """Return which prerequisites of a course somebody does not meet on the day of its first session."""
    if not (course.needs or course.after):
        return Lacking()
    given, done = unit.once(f"training.learnt.{person}", lambda: _learnt(unit, person))
    held = {one.kind for one in given if not sessions or one.holds(sessions[0].day)}
    return lacking(course, held, done, courses(unit, course.business))


def _learnt(unit: Unit, person: str) -> tuple[tuple[people.Certificate, ...], frozenset[str]]:
    """Somebody's certificates, and the ids of the courses that she has finished."""
    finished = [one for one in enrolments_of_person(unit, person) if one.done_on is not None]
    done = frozenset(one.course for one in runs_by_id(unit, [one.run for one in finished]).values())
    return people.certificates_of(unit, [person])[person], done


# --- the time of rooms and people


def wishes_for_time(course: Course, sessions: Iterable[Session], resources: Collection[str]) -> list[diary.Wish]:
    """Return what has to be claimed so that the resources are there at the sessions."""
    return [
        diary.Wish(
            resource=one,
            starts=session.starts,
            ends=session.ends,
            purpose=diary.Purpose.SESSION,
            label=course.title,
            business=session.business,
            zone=session.zone,
            source=session.source,
        )
        for session in sessions
        for one in sorted(resources)
    ]


def claim_time(unit: Unit, course: Course, sessions: Sequence[Session], resources: Collection[str]) -> None:
    """Claim the resources for the sessions, all or none.

    Raises:
        Taken: where something else stands then.
    """
    diary.claim_all(unit, wishes_for_time(course, sessions, resources))


def give_time_back(unit: Unit, sessions: Iterable[Session], resources: Collection[str] | None = None) -> None:
    """Give back the time of some resources, or of all, at the sessions."""
    for session in sessions:
        for one in diary.claims_of(unit, session.business, session.interval):
            if one.source == session.source and (resources is None or one.resource in resources):
                diary.release(unit, one.id)


def is_free(unit: Unit, person: str, sessions: Sequence[Session]) -> bool:
    """True if nothing stands in somebody's diary at any of the sessions."""
    return not any(diary.holds(unit, [person], one.interval) for one in sessions)


def by_run(sessions: Iterable[Session]) -> dict[str, list[Session]]:
    """Return sessions by the run they belong to."""
    found: dict[str, list[Session]] = defaultdict(list)
    for one in sessions:
        found[one.run].append(one)
    return dict(found)
