"""What the hours of a rota cost in wages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from alongside.api.values import Pence, wage

from .problem import Problem
from .shift import Assignment


def wages(problem: Problem, rota: Iterable[Assignment]) -> Pence:
    """Return the wages of a rota in pence: each person's minutes, breaks included, at her rate, rounded up."""
    minutes, shifts = Counter[str](), {shift.id: shift for shift in problem.shifts}
    for one in rota:
        minutes[one.person] += shifts[one.shift].minutes
    rates = {worker.id: worker.pence for worker in problem.workers}
    return Pence(sum(wage(Pence(rates[who]), worked) for who, worked in minutes.items()))
