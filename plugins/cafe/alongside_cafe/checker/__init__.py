"""Checking a rota: every hard rule looked at again, by code that shares nothing with the solver.

It is slow and plain on purpose: it walks minute by minute and pair by pair, where the solver's model reasons in
intervals and sums. A rota that this module finds no breach in may be published.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from ..problem import Problem
from ..rules import said
from ..shift import Assignment, Shift
from ..worker import Worker
from .alone import alone
from .among import among
from .together import adds_to, together

__all__ = ["Breach", "adds_to", "alone", "among", "check", "together"]


@attrs.frozen
class Breach:
    """One hard rule that is broken, by whom, on which shift, and the sentence that a manager reads."""

    rule: str
    person: str
    shift: str
    sentence: str


def check(
    problem: Problem, assignments: Sequence[Assignment], names: Mapping[str, str] | None = None
) -> tuple[Breach, ...]:
    """Return every breach of a hard rule; an empty tuple means that the rota may stand."""
    workers = {worker.id: worker for worker in problem.workers}
    shifts = {shift.id: shift for shift in problem.shifts}
    found = [
        (one.person, one.shift, "place") for one in assignments if _misplaced(one, assignments, shifts, workers)
    ]
    there = [one for one in assignments if one.person in workers and one.shift in shifts]
    # Shift by shift, as the minutes of each are walked once for all who are on it.
    broken = {
        one: alone(problem, workers[one.person], shifts[one.shift], one.place)
        for one in sorted(there, key=lambda one: one.shift)
    }
    for worker in problem.workers:
        hers = [one for one in there if one.person == worker.id]
        found += [(worker.id, one.shift, rule) for one in hers for rule in broken[one]]
        rota = [shifts[one.shift] for one in hers]
        found += [(worker.id, shift, rule) for rule, shift in together(problem, worker, rota)]
    found += among(problem, assignments)
    waived = {(one.person, one.shift, one.rule) for one in problem.waived}
    return tuple(
        Breach(rule, person, shift, f"{shift}: {said(rule, [(names or {}).get(person, person)], problem.limits)}.")
        for person, shift, rule in dict.fromkeys(found)
        if (person, shift, rule) not in waived
    )


def _misplaced(
    one: Assignment, assignments: Sequence[Assignment], shifts: Mapping[str, Shift], workers: Mapping[str, Worker]
) -> bool:
    if one.shift not in shifts or one.person not in workers or not shifts[one.shift].has(one.place):
        return True
    return sum(other.shift == one.shift and other.place == one.place for other in assignments) > 1
