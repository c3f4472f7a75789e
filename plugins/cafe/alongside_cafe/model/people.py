"""Rows about people beside people: who has a coach there, who keeps apart, who learns from whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alongside.api.values import monday_of

from ..problem import Waiver
from ..shift import Shift
from ..worker import Worker
from .working_time import moments
from .writing import Guard, Model


def write(model: Model) -> None:
    """Write the rows of every shift and every pair."""
    for shift in model.problem.shifts:
        _coaches(model, shift)
        if shift.learning:
            _teachers(model, shift)
    for pair in sorted(map(sorted, model.problem.apart)):
        _apart(model, *pair)


def _coaches(model: Model, shift: Shift) -> None:
    """Each of those who need one has a coach of hers to herself, or shares him with as many as he looks after."""
    looked_after: dict[str, list[Any]] = {}
    for worker in model.able[shift.id]:
        if not worker.coaches_on(shift.day) or (worker.id, shift.id) in model.fixed:
            continue
        hers = _coach_of(model, worker, shift)
        if not _waived(model, "coached_at_once", worker, shift):
            for coach, link in hers.items():
                looked_after.setdefault(coach, []).append(link)
    _beside_a_coach(model, shift)
    for coach, links in looked_after.items():
        if len(links) > model.problem.coached_at_once:
            most = model.problem.coached_at_once * model.works(coach, shift.id)
            model.row(Guard(rule="coached_at_once", shift=shift.id), sum(links) <= most)


def _beside_a_coach(model: Model, shift: Shift) -> None:
    """Say as well how many who need a coach the places allow: for so many whom a coach looks after, he takes one.

    It is said of people who coach nobody there: of others, one could be the coach of the next.
    """
    team, fixed = model.able[shift.id], model.taken[shift.id]
    coaches = {coach for worker in team for coach in worker.coaches_on(shift.day)}
    places, most = len(shift.places) + len(shift.learning), model.problem.coached_at_once
    led = [one for one in team if one.coaches_on(shift.day) and (one.id not in coaches or places == 1)]
    if not led or model.guarded or fixed or any(_waived(model, "coached_at_once", one, shift) for one in led):
        return
    model.cp.add(sum(model.works(one.id, shift.id) for one in led) <= places * most // (most + 1))


def _coach_of(model: Model, worker: Worker, shift: Shift) -> dict[str, Any]:
    """Return for each coach who could be on the shift a variable: 1 if it is he who is with her."""
    guard = Guard(rule="coach", person=worker.id, week=monday_of(shift.day))
    there = {one.id for one in model.able[shift.id]}
    links = {coach: model.new() for coach in sorted(worker.coaches_on(shift.day)) if coach in there}
    model.row(guard, model.works(worker.id, shift.id) <= sum(links.values()))
    for coach, link in links.items():
        model.cp.add(link <= model.works(coach, shift.id))
    if worker.usual_coaches and not model.guarded and "wishes" in model.layers:
        usual = sum(link for coach, link in links.items() if coach in worker.usual_coaches)
        model.charge("same_coach", model.above(model.works(worker.id, shift.id) - usual, 1), shift.day)
    return links


def _waived(model: Model, rule: str, worker: Worker, shift: Shift) -> bool:
    return Waiver(rule=rule, shift=shift.id, person=worker.id) in model.problem.waived


def _teachers(model: Model, shift: Shift) -> None:
    """Who learns beside the team has a teacher in it; who is held back is asked to teach nobody anew."""
    told = {one.person for one in model.problem.published if one.shift == shift.id}
    for n, skill in enumerate(shift.learning, len(shift.places)):
        if n in shift.kinds:
            for worker in model.able[shift.id]:
                if n in model.x.get((worker.id, shift.id), {}):
                    guard = Guard(rule="teacher", person=worker.id, week=monday_of(shift.day))
                    teaching = sum(
                        model.covers(one.id, shift)
                        for one in model.able[shift.id]
                        if skill in one.teaches
                        and one.holds(skill, shift.day)
                        and one.id != worker.id
                        and (shift.day not in one.held or worker.id in told)
                    )
                    model.row(guard, model.x[worker.id, shift.id][n] <= teaching)


def _apart(model: Model, one: str, other: str) -> None:
    """At each moment one of the two is at work at most."""
    shifts = {shift.id: shift for who in (one, other) for shift in model.could[who]}
    if model.guarded:
        _apart_and_no_more(model, one, other, list(shifts.values()))
        return
    for then in moments(shifts.values()):
        guard = Guard(rule="apart", person=one, other=other, week=monday_of(then[-1].day))
        model.at_most(guard, [(1, who, near.id) for who in (one, other) for near in then], 1)


def _apart_and_no_more(model: Model, one: str, other: str, shifts: Sequence[Shift]) -> None:
    """Where a reason is sought, nothing is asked of one person alone: the other is not there as one begins."""
    for shift in shifts:
        then = [near for near in shifts if near.during.starts <= shift.during.starts < near.during.ends]
        guard = Guard(rule="apart", person=one, other=other, week=monday_of(shift.day))
        for first, second in ((one, other), (other, one)):
            model.at_most(guard, [(1, first, shift.id), *((1, second, near.id) for near in then)], 1)
