"""Checking a rota: every hard rule looked at again, by code that shares nothing with the solver.

It is slow and plain on purpose: it walks minute by minute and pair by pair, where the solver's model reasons in
intervals and sums. A rota that this module finds no breach in may be published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from ..problem import Problem
from ..rules import said
from ..shift import Assignment
from .alone import alone
from .among import Found, among
from .together import adds_to, together

__all__ = ["Breach", "Found", "adds_to", "alone", "among", "check", "misplaced", "together", "told"]


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
    there = [one for one in assignments if one.person in workers and one.shift in shifts]
    # Shift by shift, as the minutes of each are walked once for all who are on it.
    broken = {
        one: alone(problem, workers[one.person], shifts[one.shift], one.place)
        for one in sorted(there, key=lambda one: one.shift)
    }
    found: list[tuple[str, str, str]] = []
    for worker in problem.workers:
        hers = [one for one in there if one.person == worker.id]
        found += [(worker.id, one.shift, rule) for one in hers for rule in broken[one]]
        rota = [shifts[one.shift] for one in hers]
        found += [(worker.id, shift, rule) for rule, shift in together(problem, worker, rota)]
    return told(problem, [*misplaced(problem, assignments), *found, *among(problem, assignments)], names)


def told(
    problem: Problem, found: Iterable[tuple[str, str, str]], names: Mapping[str, str] | None = None
) -> tuple[Breach, ...]:
    """Return what was found, a person, a shift and a rule each, as it is told; nothing that was let go."""
    waived = {(one.person, one.shift, one.rule) for one in problem.waived}
    return tuple(
        Breach(rule, person, shift, f"{shift}: {said(rule, [(names or {}).get(person, person)], problem.limits)}.")
        for person, shift, rule in dict.fromkeys(found)
        if (person, shift, rule) not in waived
    )


def misplaced(problem: Problem, assignments: Sequence[Assignment]) -> Found:
    """Yield who is on a place that is not there, or that somebody else is on as well, or is nobody here."""
    workers, shifts = {worker.id for worker in problem.workers}, {shift.id: shift for shift in problem.shifts}
    taken = Counter((one.shift, one.place) for one in assignments)
    for one in assignments:
        known = one.shift in shifts and one.person in workers and shifts[one.shift].has(one.place)
        if not known or taken[one.shift, one.place] > 1:
            yield one.person, one.shift, "place"
