"""Searching a model for the best rota, so that the same problem gives the same answer on any machine.

First week after week with the others held still, because little but Saturdays ties weeks together and a week is
quickly solved; then the whole at once, from the rota found so far, which also proves how good it is.
"""

from __future__ import annotations

import time as clock
from typing import Any

import attrs
from ortools.sat.python import cp_model

from alongside.api.values import monday_of

from .model import Model, build, kinds
from .problem import Answer, Ending, Problem, gaps_in
from .rules import RULES
from .shift import Assignment

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
BY_WEEK = 0.8
"""The share of the work that is spent week by week."""
ROUNDS = 2
"""How often each week is looked at: the second time it knows what the later weeks look like."""


@attrs.frozen
class Step:
    """One run of the solver: the value of every variable (none if it found no rota), its cost, bound and work."""

    values: tuple[int, ...] | None
    cost: int
    bound: int
    work: float


def search(problem: Problem, work: float, seconds: float) -> Answer:
    """Return the best rota found within ``work`` deterministic units; ``seconds`` of wall time are the backstop.

    Where the backstop was hit, the ending says so, and a second run may differ.
    """
    until = clock.monotonic() + seconds
    model = build(problem)
    best, spent = _week_by_week(model, work * BY_WEEK, until)
    last = _run(model.cp, best.values, work * (1 - BY_WEEK), until)
    best = last if last.values is not None else best
    if best.values is None:
        return _nothing(problem, spent + last.work)
    ending = Ending.BEST if best.cost <= last.bound else Ending.WORK_DONE
    if ending is Ending.WORK_DONE and clock.monotonic() >= until:
        ending = Ending.CLOCK
    rota = _assignments(model, best.values)
    gaps, total = gaps_in(problem, rota), round(spent + last.work, 3)
    return Answer(
        assignments=rota, gaps=gaps, ending=ending, cost=best.cost, bound=min(last.bound, best.cost), work=total
    )


def settle(solver: Any, work: float, seconds: float) -> None:
    """Set what makes a search repeatable: one worker, a fixed seed, an end by work and not by the clock."""
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = work
    solver.parameters.max_time_in_seconds = max(seconds, 0.01)


def _week_by_week(model: Model, work: float, until: float) -> tuple[Step, float]:
    """Return the rota found by filling each week in turn, weeks not yet filled being empty, and the work spent."""
    mondays = {shift.id: monday_of(shift.day) for shift in model.problem.shifts}
    best, spent = Step(None, 0, 0, 0.0), 0.0
    weeks = sorted(set(mondays.values()))
    for turn, week in enumerate(weeks * ROUNDS):
        cp = model.cp.clone()
        for (_, shift), places in model.x.items():
            for one in places.values() if mondays[shift] != week else ():
                cp.add(one == (best.values[one.index] if best.values else 0))
        hint = best.values if turn >= len(weeks) else None
        step = _run(cp, hint, work / len(weeks) / ROUNDS, until)
        spent += step.work
        best = step if step.values is not None else best
    return best, spent


def _run(cp: Any, hint: tuple[int, ...] | None, work: float, until: float) -> Step:
    """Run the solver once, from a hint for every variable or from none."""
    solver = cp_model.CpSolver()
    settle(solver, work, until - clock.monotonic())
    variables = [cp.get_int_var_from_proto_index(n) for n in range(len(cp.proto.variables))]
    for variable, value in zip(variables, hint or (), strict=False):
        cp.add_hint(variable, value)
    status = solver.solve(cp)
    spent = solver.response_proto.deterministic_time
    if status not in FOUND:
        return Step(None, 0, 0, spent)
    values = tuple(solver.value(variable) for variable in variables)
    return Step(values, round(solver.objective_value), round(solver.best_objective_bound), spent)


def _assignments(model: Model, values: tuple[int, ...]) -> tuple[Assignment, ...]:
    found: list[Assignment] = []
    for shift in model.problem.shifts:
        for first, places in kinds(shift).items():
            ons = [w.id for w in model.problem.workers if first in model.x.get((w.id, shift.id), {})]
            there = [who for who in ons if values[model.x[who, shift.id][first].index]]
            found += [
                Assignment(shift=shift.id, place=n, person=who) for n, who in zip(places, there, strict=False)
            ]
    return tuple(found)


def _nothing(problem: Problem, spent: float) -> Answer:
    gaps = gaps_in(problem, ())
    keys = sum(gap.place is None for gap in gaps)
    cost = RULES["cover"].weight * (len(gaps) - keys) + RULES["key_holder"].weight * keys
    return Answer(assignments=(), gaps=gaps, ending=Ending.NOTHING, cost=cost, bound=0, work=round(spent, 3))
