"""Searching a published problem, in this process: for the one that was started for it."""

from __future__ import annotations

import time as clock
from math import ceil
from typing import Any

from ortools.sat.python import cp_model

from .model import build, roster_of
from .question import Question, Solved
from .scoring import cost_of

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
NEARLY = 1e-6
"""The solver's bound is no whole number; every cost is one, so the bound may be rounded up."""


def search(question: Question) -> Solved:
    """Return the best roster found; its cost is scored by the checker and not taken from the solver."""
    began = clock.monotonic()
    model = build(question.problem)
    solver = cp_model.CpSolver()
    _settle(solver, question.seconds - (clock.monotonic() - began))
    found = solver.solve(model.cp) in FOUND
    roster = roster_of(model, solver.value) if found else {}
    return Solved(
        shifts=tuple((person, day, kind) for (person, day), kind in sorted(roster.items())) if found else None,
        cost=cost_of(question.problem, roster) if found else 0,
        bound=max(0, ceil(solver.best_objective_bound - NEARLY)),
        seconds=round(clock.monotonic() - began, 2),
    )


def _settle(solver: Any, seconds: float) -> None:
    """One worker that works on the relaxation: on two cores that proves more than the defaults do."""
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = 1
    solver.parameters.max_time_in_seconds = max(seconds, 0.01)
