"""The chapter about training: courses given, places taken, certificates, teaching together, and wishes."""

from __future__ import annotations

from collections import Counter

from alongside.api import enterprise, people, placements
from alongside.api.display import View
from alongside.api.reports import Figure
from alongside.api.store import Unit
from alongside.api.values import Period

from . import offers
from .course import Course
from .register import latest
from .run import Run, RunState, over
from .summary import Given, Summary, summary


def write(unit: Unit, period: Period) -> View:
    """Tell how the courses of all training businesses went."""
    now, before = _summary(unit, period), _summary(unit, period.before)
    return View("chapter.html", "What we learnt", {"now": now, "before": before})


def figures(unit: Unit, period: Period) -> tuple[Figure, ...]:
    """Hand the first page how many places in courses were taken; nothing where there was no course at all."""
    now, before = _summary(unit, period), _summary(unit, period.before)
    if not now.runs:
        return ()
    places = "place" if now.places == 1 else "places"
    more = now.places - before.places
    change = f"{abs(more)} {'more' if more > 0 else 'fewer'} than" if more else "as many as"
    return (
        Figure(
            now=now.places,
            before=before.places,
            said=f"{now.places:,}",
            sentence=f"People took {now.places:,} {places} in courses, {change} in the period before.",
            easy=f"People took **{now.places:,} {places}** in courses.",
            easy_change=f"That is **{change}** before." if more else "That is **the same** as before.",
            picture="graduation",
            rank=45,
        ),
    )


def _summary(unit: Unit, period: Period) -> Summary:
    schools = [one.id for one in enterprise.all_businesses(unit) if one.kind == "training"]
    courses = {row: course for school in schools for row, course in offers.courses(unit, school).items()}
    runs = [run for school in schools for run in offers.runs(unit, school)]
    paid = {one.person for one in placements.placements_in(unit, period) if one.paid}
    return summary(
        period,
        _given(unit, runs, period),
        courses,
        _holding(unit, runs, courses, period),
        [wish for school in schools for wish in offers.wishes(unit, school)],
        paid,
    )


def _given(unit: Unit, runs: list[Run], period: Period) -> list[Given]:
    """Return the runs whose last session was in the period and is over."""
    ids = [one.id for one in runs if one.state is not RunState.CANCELLED]
    sessions = offers.sessions_of(unit, ids)
    ended = {
        one
        for one in ids
        if over(sessions[one], unit.now) and period.first <= sessions[one][-1].day <= period.last
    }
    enrolments, trainers = offers.enrolments_of(unit, ended), offers.trainers_of(unit, ended)
    marks = latest(offers.marks_of(unit, [one for run in ended for one in sessions[run]]))
    return [
        Given(
            run=run,
            sessions=sessions[run.id],
            enrolments=enrolments[run.id],
            trainers=trainers[run.id],
            marks={
                key: one.mark for key, one in marks.items() if key[0] in {each.id for each in sessions[run.id]}
            },
        )
        for run in runs
        if run.id in ended
    ]


def _holding(unit: Unit, runs: list[Run], courses: dict[str, Course], period: Period) -> dict[str, int]:
    """Count by course the certificates it ever gave that hold on the last day of the period."""
    enrolments = offers.enrolments_of(unit, [one.id for one in runs])
    course = {one.id: one.course for one in runs}
    gave = {one.certificate: course[run] for run, there in enrolments.items() for one in there if one.certificate}
    learnt = {one.person for there in enrolments.values() for one in there if one.certificate}
    given = [one for hers in people.certificates_of(unit, learnt).values() for one in hers]
    return Counter(
        gave[one.id] for one in given if one.id in gave and one.holds(period.last) and gave[one.id] in courses
    )
