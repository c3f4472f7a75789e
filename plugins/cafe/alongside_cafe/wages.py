"""What the hours of a rota cost in wages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from alongside.api.values import Pence, wage

from .problem import Problem
from .shift import Assignment


def wages(problem: Problem, rota: Iterable[Assignment]) -> Pence:
    """Return the wages of a rota in pence: each person's minutes at each of her rates, rounded up once.

    Breaks are counted as they are paid, as time at work.
    """
    minutes, workers = Counter[tuple[str, int]](), {worker.id: worker for worker in problem.workers}
    shifts = {shift.id: shift for shift in problem.shifts}
    for one in rota:
        if one.person in workers:
            shift = shifts[one.shift]
            minutes[one.person, workers[one.person].pence_on(shift.day)] += shift.minutes
    return Pence(sum(wage(Pence(rate), worked) for (_, rate), worked in minutes.items()))
