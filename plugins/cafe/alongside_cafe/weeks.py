"""One week of a question as a question of its own.

Little ties the weeks of a café together: rest over a night, days off, the average, what is shared out, chances to
learn. Each week alone is quickly solved, and what all weeks cost at the least alone, they cost together at least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import attrs

from alongside.api.values import Interval, local, monday_of

from .problem import Problem
from .sharing import Shared
from .shift import Assignment, Shift
from .worker import Worker


def mondays(problem: Problem) -> list[date]:
    """Return the Monday of each week that has shifts, in order."""
    return sorted({monday_of(shift.day) for shift in problem.shifts})


def of_week(problem: Problem, monday: date, rota: Iterable[Assignment], *, tied: bool) -> Problem:
    """Return the question of one week, beside what the rota says of the others.

    What somebody has had of what is shared out, and of learning, is counted on. Where the weeks are ``tied``, her
    other weeks are work of hers too; else this one is asked as if she had none.
    """
    shifts = tuple(shift for shift in problem.shifts if monday_of(shift.day) == monday)
    there = {shift.id for shift in shifts}
    others = _others(problem, rota, there)
    return attrs.evolve(
        problem,
        shifts=shifts,
        workers=tuple(_beside(problem, worker, others, monday, tied=tied) for worker in problem.workers),
        pinned=frozenset(one for one in problem.pinned if one.shift in there),
        published=frozenset(one for one in problem.published if one.shift in there),
        frozen=problem.frozen & there,
        waived=frozenset(one for one in problem.waived if one.shift in there),
    )


Others = dict[str, list[tuple[Shift, int]]]


def _others(problem: Problem, rota: Iterable[Assignment], there: set[str]) -> Others:
    shifts = {shift.id: shift for shift in problem.shifts}
    found: Others = {worker.id: [] for worker in problem.workers}
    for one in rota:
        if one.shift not in there:
            found[one.person].append((shifts[one.shift], one.place))
    return found


def _beside(problem: Problem, worker: Worker, others: Others, monday: date, *, tied: bool) -> Worker:
    hers = others[worker.id]
    counted = attrs.evolve(
        worker,
        shared=tuple(
            worker.had(n) + len(_days(problem, kind, [shift for shift, _ in hers]))
            for n, kind in enumerate(problem.shared)
        ),
        chances=worker.chances + sum(bool(shift.learnt_on(place)) for shift, place in hers),
    )
    if not tied:
        return counted
    # Rest and seven days in a row reach no farther; an average gets its weeks by themselves.
    near = timedelta(days=8)
    around = [s for s, _ in hers if monday - near <= s.day <= monday + 2 * near]
    return attrs.evolve(
        counted,
        work=(*worker.work, *(s.during for s in around)),
        breaks=(*worker.breaks, *((s.during, s.break_minutes) for s in around)),
        busy=(*worker.busy, *_kept_apart(problem, worker, others)),
        earlier=_earlier(problem, worker, [shift for shift, _ in hers], monday),
    )


def _days(problem: Problem, kind: Shared, shifts: Iterable[Shift]) -> set[date]:
    return {one.day for one in shifts if kind.has(one.during.starts, problem.zone, one.job)}


def _kept_apart(problem: Problem, worker: Worker, others: Others) -> Sequence[Interval]:
    """When those are at work, in other weeks, whom she never works with: a shift may reach into the next week."""
    partners = {other for pair in problem.apart if worker.id in pair for other in pair - {worker.id}}
    return [shift.during for partner in sorted(partners) for shift, _ in others[partner]]


def _earlier(
    problem: Problem, worker: Worker, hers: Sequence[Shift], monday: date
) -> tuple[tuple[date, int], ...]:
    """Her minutes of the weeks before, other work of hers included: it counts in no week that is named here."""
    minutes, known = Counter[date](dict(worker.earlier)), {week for week, _ in worker.earlier}
    worked = [(monday_of(shift.day), shift.minutes) for shift in hers]
    elsewhere = [(monday_of(local(one.starts, problem.zone).date()), one.minutes) for one in worker.work]
    for week, more in (*worked, *(one for one in elsewhere if one[0] not in known)):
        if week < monday:
            minutes[week] += more
    return tuple(sorted(minutes.items()))
