"""Searching a model for the best rota, so that the same problem gives the same answer on any machine."""

from __future__ import annotations

from typing import Any

from ortools.sat.python import cp_model

from .model import Model, build, kinds
from .problem import Answer, Ending, Problem, gaps_in
from .rules import RULES
from .shift import Assignment

ENDINGS = {cp_model.OPTIMAL: Ending.BEST, cp_model.FEASIBLE: Ending.WORK_DONE}


def search(problem: Problem, work: float, seconds: float) -> Answer:
    """Return the best rota found within ``work`` deterministic units; ``seconds`` of wall time are the backstop.

    Where the backstop was hit, the ending says so, and a second run may differ.
    """
    model = build(problem)
    solver = cp_model.CpSolver()
    settle(solver, work, seconds)
    status = solver.solve(model.cp)
    if status not in ENDINGS:
        return _nothing(problem, solver)
    rota = _assignments(model, solver)
    clock = status == cp_model.FEASIBLE and solver.response_proto.deterministic_time < work * 0.98
    return Answer(
        assignments=rota,
        gaps=gaps_in(problem, rota),
        ending=Ending.CLOCK if clock else ENDINGS[status],
        cost=round(solver.objective_value),
        bound=round(solver.best_objective_bound),
        work=round(solver.response_proto.deterministic_time, 3),
    )


def settle(solver: Any, work: float, seconds: float) -> None:
    """Set what makes a search repeatable: one worker, a fixed seed, an end by work and not by the clock."""
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = work
    solver.parameters.max_time_in_seconds = seconds


def _assignments(model: Model, solver: Any) -> tuple[Assignment, ...]:
    found: list[Assignment] = []
    for shift in model.problem.shifts:
        for first, places in kinds(shift).items():
            ons = [w.id for w in model.problem.workers if first in model.x.get((w.id, shift.id), {})]
            there = [who for who in ons if solver.boolean_value(model.x[who, shift.id][first])]
            found += [
                Assignment(shift=shift.id, place=n, person=who) for n, who in zip(places, there, strict=False)
            ]
    return tuple(found)


def _nothing(problem: Problem, solver: Any) -> Answer:
    gaps = gaps_in(problem, ())
    keys = sum(gap.place is None for gap in gaps)
    cost = RULES["cover"].weight * (len(gaps) - keys) + RULES["key_holder"].weight * keys
    spent = round(solver.response_proto.deterministic_time, 3)
    return Answer(assignments=(), gaps=gaps, ending=Ending.NOTHING, cost=cost, bound=0, work=spent)
