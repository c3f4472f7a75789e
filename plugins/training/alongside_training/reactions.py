"""What training does when something happens elsewhere, or a new day begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from alongside.api import diary, enterprise, hook, people
from alongside.api.display import Said
from alongside.api.store import Unit
from alongside.api.values import Period, local

from . import offers
from .actions import joining, telling
from .enrolment import EnrolmentState, places_left
from .kept_words import WORDS
from .run import begun, over
from .tables import COURSE, COURSES, RUN, RUNS, TRAINERS, WISHES


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Take her out of runs that are not over and forget her wishes; what is past is counted, and holds no name.

    Where she teaches, somebody else is needed: her place as a trainer of a run that is not over is given up.
    """
    joining.let_go(unit, person)
    for wish in offers.wishes_of_person(unit, person):
        unit.remove(WISHES, wish)
    taught = offers.taught_by(unit, person)
    sessions = offers.sessions_of(unit, taught)
    for run, trainers in offers.trainers_of(unit, taught).items():
        for one in trainers:
            if one.person == person and not over(sessions[run], unit.now):
                unit.remove(TRAINERS, one)


@hook
def at_work(unit: Unit, claims: Sequence[diary.Claim]) -> frozenset[str]:
    """Teaching is work; learning is not, unless somebody says that it is paid."""
    sessions = offers.sessions_claimed(unit, claims)
    trainers = offers.trainers_of(unit, {one.run for one in sessions.values()})
    teaching = {(run, one.person) for run, several in trainers.items() for one in several}
    return frozenset(
        claim.id
        for claim in claims
        if (there := sessions.get(claim.id)) and (there.run, claim.resource) in teaching
    )


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over her courses, her marks, her wishes and what she teaches."""
    enrolments = offers.enrolments_of_person(unit, person)
    taught = offers.taught_by(unit, person)
    runs = offers.runs_by_id(unit, [*taught, *(one.run for one in enrolments)])
    titles = {one.id: offers.course(unit, one.course).title for one in runs.values()}
    return {
        "courses": [
            {
                "course": titles[one.run],
                "state": one.state.value,
                "since": str(one.since),
                "done_on": one.done_on,
                "waived_because": one.waived_because,
            }
            for one in enrolments
        ],
        "register": [
            {"marked_at": str(one.marked_at), "mark": one.mark.value}
            for one in offers.marks_of_person(unit, person)
        ],
        "wishes": [
            {"wish": offers.course(unit, one.course).title if one.course else one.words, "since": one.since}
            for one in offers.wishes_of_person(unit, person)
        ],
        "teaches": sorted(titles[one] for one in taught),
    }


@hook
def next_course(unit: Unit, kind: str) -> people.NextCourse | None:
    """Say which of our own runs to come gives certificates of the kind, one with free places before a full one."""
    giving = {one.id: one for one in unit.find(COURSES, COURSE.c.gives == kind)}
    runs = [one for one in unit.find(RUNS, RUN.c.course.in_(list(giving))) if one.live and not one.customer]
    sessions = offers.sessions_of(unit, [one.id for one in runs])
    enrolments = offers.enrolments_of(unit, [one.id for one in runs])
    coming = [one for one in runs if sessions[one.id] and not begun(sessions[one.id], unit.now)]
    if not coming:
        return None
    best = min(
        coming,
        key=lambda one: (
            places_left(one.places, enrolments[one.id]) == 0,
            sessions[one.id][0].starts,
            one.id,
        ),
    )
    first = sessions[best.id][0].day
    return people.NextCourse(title=giving[best.course].title, first_day=first, path=telling.page_of(unit, best))


@hook
def daily_round(unit: Unit, day: date) -> None:
    """Remind everybody who has a place, and who teaches, of the sessions of tomorrow."""
    zone = enterprise.the_enterprise(unit).zone
    tomorrow = day + timedelta(days=1)
    for one in offers.sessions_in(unit, Period(tomorrow, tomorrow), zone):
        run = offers.run(unit, one.run)
        if run.live and local(one.starts, zone).date() == tomorrow:
            there = offers.enrolments_of(unit, [run.id])[run.id]
            coming = [each.person for each in there if each.state is EnrolmentState.ENROLLED]
            teaching = [each.person for each in offers.trainers_of(unit, [run.id])[run.id]]
            telling.soon(unit, run, offers.course(unit, run.course), one, [*coming, *teaching])


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
