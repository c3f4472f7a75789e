"""Who could be where: what keeps each person from each place whatever else she works."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, time, timedelta
from itertools import product

from alongside.api.values import Interval, at, local, monday_of

from ..availability import in_free_hours, is_away
from ..problem import Problem, Waiver
from ..rules import WorkingTime
from ..shift import Assignment, Shift
from ..worker import Worker
from .writing import Guard, Model


def limits_of(problem: Problem, worker: Worker) -> WorkingTime:
    """Return the limits of a worker's age group."""
    return problem.limits.of(under_18=worker.under_18)


def write(model: Model, only: Collection[Assignment] | None) -> None:
    """Fix what is fixed, and give the model a variable for each place that somebody could have.

    With ``only``, nobody but these could be anywhere.
    """
    if not model.guarded:
        for one in stays(model.problem):
            model.fixed[one.person, one.shift] = one.place
    wished = None if only is None else {(one.person, one.shift): one.place for one in only}
    stay = frozenset[str]() if model.guarded else model.problem.frozen
    stands = {(one.person, one.shift): one.place for one in model.standing}
    for worker, shift in product(model.problem.workers, model.problem.shifts):
        pair = worker.id, shift.id
        if shift.id not in stay and pair not in model.fixed and (wished is None or pair in wished):
            _open(model, worker, shift, None if wished is None else wished[pair], stands.get(pair))


def stays(problem: Problem) -> Iterator[Assignment]:
    """Yield who is where whatever a search does: what is pinned, and what is frozen as it was published."""
    workers, shifts = {one.id for one in problem.workers}, {one.id: one for one in problem.shifts}
    frozen = {one for one in problem.published if one.shift in problem.frozen}
    for one in sorted(problem.pinned | frozen):
        if one.person in workers and one.shift in shifts and shifts[one.shift].has(one.place):
            yield one


def _open(model: Model, worker: Worker, shift: Shift, wished: int | None, stands: int | None) -> None:
    kinds = shift.kinds
    if wished is not None:
        kinds = {first: of for first, of in kinds.items() if wished in of}
    kept = {first: _kept_from_place(worker, shift, first) for first in kinds}
    if not kinds or (not model.guarded and all(kept.values())):
        return
    everywhere = list(_kept_from(model.problem, worker, shift))
    for first, rules in kept.items():
        reasons = [] if stands in kinds[first] else [*rules, *everywhere]
        if model.guarded or not reasons:
            one = model.open(worker.id, shift, first)
            for rule in reasons:
                model.row(Guard(rule=rule, person=worker.id, week=monday_of(shift.day)), one <= 0)


def _kept_from_place(worker: Worker, shift: Shift, place: int) -> list[str]:
    if place >= len(shift.places):
        learnt = shift.learnt_on(place)
        return [] if learnt in worker.learns and not worker.holds(learnt, shift.day) else ["learner"]
    lacking = [skill for skill in shift.places[place] if not worker.holds(skill, shift.day)]
    had = {held.skill for held in worker.skills} if lacking else ()
    return sorted({"certificate" if skill in had else "skill" for skill in lacking})


def _kept_from(problem: Problem, worker: Worker, shift: Shift) -> Iterator[str]:
    if shift.day in worker.held and shift.id not in worker.keeps:
        yield "held"
    if shift.day in worker.underpaid:
        yield "pay_floor"
    if is_away(worker.availability, shift, problem.zone):
        yield "away"
    elif not in_free_hours(worker.availability, shift, problem.zone) and not _asked_beyond(problem, worker, shift):
        yield "available"
    if any(shift.during.overlaps(taken) for taken in worker.busy + worker.work):
        yield "busy"
    limits = limits_of(problem, worker)
    if limits.night and _at_night(shift, *limits.night, problem.zone):
        yield "night"
    yield from _without_a_break(problem, worker, shift)
    yield from _no_rest_beside_other_work(problem, worker, shift)


def _asked_beyond(problem: Problem, worker: Worker, shift: Shift) -> bool:
    return Waiver(rule="available", shift=shift.id, person=worker.id) in problem.waived


def _at_night(shift: Shift, since: time, until: time, zone: str) -> bool:
    # The night of the evening before reaches into an early shift.
    first = shift.day - timedelta(days=1)
    for n in range((shift.during.ends.date() - first).days + 2):
        day = first + timedelta(days=n)
        over = day + timedelta(days=until <= since)
        begins, ends = at(day, since, zone), at(over, until, zone)
        if begins < shift.during.ends and shift.during.starts < ends:
            return True
    return False


def _without_a_break(problem: Problem, worker: Worker, shift: Shift) -> Iterator[str]:
    for rule, limits in ages(problem, worker, "break", "longer_break"):
        too_long = limits.break_after is not None and shift.minutes > limits.break_after
        if too_long and shift.break_minutes < limits.break_length:
            yield rule
            return


def ages(problem: Problem, worker: Worker, for_all: str, for_young: str) -> Iterator[tuple[str, WorkingTime]]:
    """Yield what holds for everybody, and after it what is asked for somebody under 18 besides."""
    yield for_all, problem.limits.adults
    if worker.under_18:
        yield for_young, problem.limits.under_18


def _no_rest_beside_other_work(problem: Problem, worker: Worker, shift: Shift) -> Iterator[str]:
    for rule, limits in ages(problem, worker, "rest", "longer_rest"):
        rest = timedelta(minutes=limits.rest)
        for work in worker.work:
            if local(work.starts, problem.zone).date() != shift.day and near(shift.during, work, rest):
                yield rule
                return


def near(one: Interval, other: Interval, rest: timedelta) -> bool:
    """True if less than a rest lies between two stretches of time."""
    return _before(one.starts, other.ends, rest) and _before(other.starts, one.ends, rest)


def _before(starts: datetime, ends: datetime, rest: timedelta) -> bool:
    return starts < ends + rest
