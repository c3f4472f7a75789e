"""How a draft shares out what a house shares out, and chances to learn: how far somebody is from a fair share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from .checker import alone
from .problem import Problem
from .sharing import Had, Shared, Spread, chances_of, days_of, spread
from .shift import Assignment, Shift
from .worker import Worker


def spreads(problem: Problem, rota: Sequence[Assignment]) -> tuple[Spread, ...]:
    """Return it of each kind of shifts that these weeks have, and of learning: lately and in this rota together.

    Those who could not have any of a kind, whatever else they work, are not counted.
    """
    had = list(_had(problem, rota))
    found = [_of_kind(problem, n, kind, had) for n, kind in enumerate(problem.shared)]
    return tuple(one for one in (*found, _of_learning(problem, had)) if one is not None)


def _had(problem: Problem, rota: Sequence[Assignment]) -> Iterator[Had]:
    shifts = {one.id: one for one in problem.shifts}
    for one in rota:
        shift = shifts[one.shift]
        yield Had(one.person, shift.during.starts, problem.zone, shift.job, bool(shift.learnt_on(one.place)))


def _of_kind(problem: Problem, number: int, kind: Shared, had: Sequence[Had]) -> Spread | None:
    shifts = [one for one in problem.shifts if kind.has(one.during.starts, problem.zone, one.job)]
    lately = {worker.id: worker.had(number) for worker in problem.workers}
    return _spread(problem, kind, shifts, lately, days_of(kind, had))


def _of_learning(problem: Problem, had: Sequence[Had]) -> Spread | None:
    lately = {worker.id: worker.chances for worker in problem.workers}
    return _spread(problem, None, [one for one in problem.shifts if one.learning], lately, chances_of(had))


def _spread(
    problem: Problem, kind: Shared | None, shifts: Sequence[Shift], lately: Mapping[str, int], now: Counter[str]
) -> Spread | None:
    able = {one.id: one.weight for one in problem.workers if now[one.id] or _could(problem, one, kind, shifts)}
    return spread(kind, Counter(lately) + now, able)


def _could(problem: Problem, worker: Worker, kind: Shared | None, shifts: Sequence[Shift]) -> bool:
    return any(
        not alone(problem, worker, shift, place)
        for shift in shifts
        for place in (*shift.kinds,)
        if kind is not None or place >= len(shift.places)
    )
