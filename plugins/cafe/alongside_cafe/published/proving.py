"""Proving what the best roster costs: the solver asked about the whole problem at once."""

from __future__ import annotations

from typing import Any

from ortools.sat.python import cp_model

from .model import Model, begin, build, roster_of
from .searching import Found, settle


def prove(found: Found, seconds: float) -> None:
    """Search the whole problem from the roster that is known, and say of each better roster and bound."""
    model = build(found.problem)
    if found.roster is not None:
        begin(model, found.roster)
    solver = cp_model.CpSolver()
    settle(solver, seconds)
    watching = _Watching(solver, model, found)
    solver.best_bound_callback = watching.bound
    status = solver.solve(model.cp, watching)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        found.offer(roster_of(model, solver.value))
        found.proves(solver.best_objective_bound)
    if status in (cp_model.OPTIMAL, cp_model.INFEASIBLE):
        found.end()


class _Watching(cp_model.CpSolverSolutionCallback):
    """Hands on what the solver finds as it finds it, and stops it when nothing better can be found."""

    def __init__(self, solver: Any, model: Model, found: Found) -> None:
        super().__init__()
        self._solver, self._model, self._found = solver, model, found

    def on_solution_callback(self) -> None:
        """Offer the roster that was found."""
        self._found.offer(roster_of(self._model, self.value))
        if self._found.ended:
            self._solver.stop_search()

    def bound(self, bound: Any) -> None:
        """Say the bound; where the roster that is known costs no more, the search is over."""
        self._found.proves(bound)
        if self._found.ended:
            self._solver.stop_search()
