"""How a period's courses went, in figures; nobody is named or put in an order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

import attrs

from alongside.api.values import Period

from .course import Course
from .enrolment import Enrolment, EnrolmentState
from .register import Mark
from .run import Run, Session, Trainer, TrainerRole
from .wish import Wish

FEWEST = 10
"""People who must have learnt before how often they were there is told: fewer would be known one by one."""


@attrs.frozen(kw_only=True)
class Given:
    """A run that was given, with everything that counts of it; ``marks`` are those that count."""

    run: Run
    sessions: Sequence[Session]
    enrolments: Sequence[Enrolment]
    trainers: Sequence[Trainer]
    marks: Mapping[tuple[str, str], Mark]

    @property
    def minutes(self) -> int:
        """How long it was taught."""
        return sum(one.interval.minutes for one in self.sessions)

    @property
    def taken(self) -> list[Enrolment]:
        """Those who had a place."""
        return [one for one in self.enrolments if one.state is EnrolmentState.ENROLLED]

    def co_trainers(self, among: Collection[str] | None = None) -> list[Trainer]:
        """Return who taught beside the one who led; only those ``among`` some people, where they are given."""
        there = [one for one in self.trainers if one.role is TrainerRole.CO_TRAINER]
        return there if among is None else [one for one in there if one.person in among]


@attrs.frozen(kw_only=True)
class CourseCount:
    """One course: how often it was given, places taken, certificates given, and how many hold at the end."""

    title: str
    runs: int
    places: int
    certificates: int
    valid: int


@attrs.frozen(kw_only=True)
class Summary:
    """The figures of a period. Minutes of co-trainers are all of theirs; ``paid_co_minutes`` those in paid work.

    ``there_of_a_hundred`` is the share of marks that say somebody was there, None for too few people.
    """

    runs: int = 0
    minutes: int = 0
    places: int = 0
    wished: int = 0
    certificates: int = 0
    there_of_a_hundred: int | None = None
    co_minutes: int = 0
    paid_co_minutes: int = 0
    for_organisations: int = 0
    without_co_trainer: int = 0
    by_course: tuple[CourseCount, ...] = ()
    wishes_met: int = 0
    wishes_open: int = 0


def summary(
    period: Period,
    given: Sequence[Given],
    courses: Mapping[str, Course],
    holding: Mapping[str, int],
    wishes: Iterable[Wish],
    paid: Collection[str],
) -> Summary:
    """Return the figures of the runs that were given in a period.

    ``holding`` counts by course the certificates that hold on its last day; ``paid`` are people in paid work.
    """
    outside = [one for one in given if one.run.customer]
    known = list(wishes)
    return Summary(
        runs=len(given),
        minutes=sum(one.minutes for one in given),
        places=sum(len(one.taken) for one in given),
        wished=sum(each.wished for one in given for each in one.taken),
        certificates=sum(each.certificate is not None for one in given for each in one.enrolments),
        there_of_a_hundred=_there(given),
        co_minutes=sum(one.minutes * len(one.co_trainers()) for one in given),
        paid_co_minutes=sum(one.minutes * len(one.co_trainers(paid)) for one in given),
        for_organisations=len(outside),
        without_co_trainer=sum(not one.co_trainers(paid) for one in outside),
        by_course=_by_course(given, courses, holding),
        wishes_met=sum(_within(one.met_on, period) for one in known),
        wishes_open=sum(_open_at(one, period.last) for one in known),
    )


def _within(day: date | None, period: Period) -> bool:
    return day is not None and period.first <= day <= period.last


def _open_at(wish: Wish, day: date) -> bool:
    return wish.since <= day and (wish.met_on is None or wish.met_on > day)


def _there(given: Sequence[Given]) -> int | None:
    marks = [(person, mark) for one in given for (_, person), mark in one.marks.items()]
    if len({person for person, _ in marks}) < FEWEST:
        return None
    return 100 * sum(mark.there for _, mark in marks) // len(marks)


def _by_course(
    given: Sequence[Given], courses: Mapping[str, Course], holding: Mapping[str, int]
) -> tuple[CourseCount, ...]:
    ids = {one.run.course for one in given} | {one for one, number in holding.items() if number}
    counts = [
        CourseCount(
            title=courses[course].title,
            runs=sum(one.run.course == course for one in given),
            places=sum(len(one.taken) for one in given if one.run.course == course),
            certificates=sum(
                each.certificate is not None
                for one in given
                if one.run.course == course
                for each in one.enrolments
            ),
            valid=holding.get(course, 0),
        )
        for course in ids
    ]
    return tuple(sorted(counts, key=lambda one: (one.title.casefold(), one.places)))
