"""Going down the layers of a model: the best of the first, then the best of the next beside it."""

from __future__ import annotations

import time as clock
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import attrs
from ortools.sat.python import cp_model

from .model import Model
from .problem import Layer
from .ruled_out import rule_out

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
SHARE = 0.6
"""How much of the work and of the time that is left one layer may take; the last one takes all."""


FIRST = ("kept", "cover", "skills")
"""The layers that say what stays open."""
CHANGE = "change"
WISHES = "wishes"
HOPE = 2.0
"""Units of work for finding a rota in which nothing stays open; where it takes more, layer comes after layer."""
LATER = 0.1
"""Units of work for each layer after the days that change: it is these that must be proven, in a second."""


@attrs.define
class Budget:
    """What a search may still take: deterministic units of work, and wall time up to ``until``.

    ``took`` is what each layer took so far: (wall seconds, processor seconds) of the solver, by its name.
    """

    work: float
    until: float
    spent: float = 0.0
    took: dict[str, tuple[float, float]] = attrs.field(factory=dict)

    @property
    def seconds(self) -> float:
        """Wall time that is left."""
        return self.until - clock.monotonic()

    def part(self, *, all_of_it: bool) -> tuple[float, float]:
        """Return the work and the wall time that one search may take of what is left."""
        share = 1.0 if all_of_it else SHARE
        return (self.work - self.spent) * share, self.seconds * share

    def add(self, other: Budget) -> None:
        """Count what a part of the search spent of its own share."""
        self.spent += other.spent
        for layer, (wall, processor) in other.took.items():
            self.count(layer, wall, processor)

    def count(self, layer: str, wall: float, processor: float) -> None:
        """Count what a search for a layer took."""
        before = self.took.get(layer, (0.0, 0.0))
        self.took[layer] = before[0] + wall, before[1] + processor


Values = tuple[int, ...]


@attrs.frozen
class Descent:
    """Where a search has come to: the value of every variable (none without a rota), and each layer's figures."""

    values: Values | None
    layers: tuple[Layer, ...]


def descend(
    model: Model,
    order: Sequence[str],
    budget: Budget,
    hint: dict[int, int] | None = None,
    known: Mapping[str, Layer] | None = None,
    *,
    narrowing: bool = True,
) -> Descent:
    """Return the best rota found, layer by layer; of a layer that is ``known`` no more is asked than it says.

    ``hint`` is where to begin, by the index of each variable. Without ``narrowing``, what a layer rules out
    of the next is not reckoned: where there is little to search, that takes longer than it saves.
    """
    best: Values | None = None
    sure_of = dict(known or {})
    if not sure_of:
        best, sure_of = _hoped(model, order, budget, hint)
        hint = dict(enumerate(best)) if best is not None else hint
    cp, found, near = model.cp.clone(), list[Layer](), bool(model.problem.published)
    before: tuple[Any, int] | None = None
    for name in order:
        cost, sure = model.cost(name), sure_of.get(name)
        if isinstance(cost, int):
            found.append(Layer(name=name, cost=cost, bound=cost))
            continue
        if sure is None:
            told = any(one.name == CHANGE and one.cost for one in found)
            most, seconds = budget.part(all_of_it=name == order[-1])
            with _timed(budget, name):
                if before is not None and not told and narrowing:
                    rule_out(cp, *before)
                solver = _solver(min(most, LATER) if told else most, seconds, name, near=near)
                values, bound = _least(cp, cost, budget, hint, solver)
            best = values if values is not None else best
            if best is None:
                return Descent(None, tuple(found))
            reached, hint = worth(cost, best), dict(enumerate(best))
            sure = Layer(name=name, cost=reached, bound=min(bound, reached))
        found.append(sure)
        cp.add(cost <= sure.cost)
        before = cost, sure.cost
    return Descent(best if best is not None else (), tuple(found))


def _hoped(
    model: Model, order: Sequence[str], budget: Budget, hint: dict[int, int] | None
) -> tuple[Values | None, dict[str, Layer]]:
    """Return a rota that costs nothing in the first layers and least in the next, and what is known by it.

    Most cafés have one: then three layers are proven best by one search. Where there is none, that is soon known.
    """
    costs = {name: model.cost(name) for name in order}
    after = next((n for n in order if n not in FIRST and not isinstance(costs[n], int)), None)
    first = [name for name in order if name in FIRST and not isinstance(costs[name], int)]
    if after is None or any(costs[name] for name in FIRST if isinstance(costs.get(name), int)):
        return None, {}
    cp = model.cp.clone()
    for name in first:
        cp.add(costs[name] <= 0)
    with _timed(budget, after):
        most, seconds = budget.part(all_of_it=False)
        solver = _solver(min(HOPE, most), seconds, after, near=bool(model.problem.published))
        values, bound = _least(cp, costs[after], budget, hint, solver)
    if values is None:
        return None, {}
    reached = worth(costs[after], values)
    proven = [Layer(name=after, cost=reached, bound=reached)] if reached <= bound else []
    return values, {one.name: one for one in (*(Layer(name=n, cost=0, bound=0) for n in first), *proven)}


@contextmanager
def _timed(budget: Budget, layer: str) -> Iterator[None]:
    wall, processor = clock.monotonic(), clock.thread_time()
    yield
    budget.count(layer, clock.monotonic() - wall, clock.thread_time() - processor)


def possible(model: Model) -> bool:
    """True if the rows of a model can all hold."""
    solver = cp_model.CpSolver()
    # A rota that is there is only looked at: this is far more than it takes, and nobody's time runs out by it.
    settle(solver, 10.0, 60.0)
    return solver.solve(model.cp) in FOUND


def priced(model: Model, order: Sequence[str]) -> tuple[Layer, ...]:
    """Return what the rota costs in each layer where a model leaves no other; nothing where it leaves none.

    No layer pays for another then, so that all are as small as can be where their sum is.
    """
    cp, solver, costs = model.cp.clone(), cp_model.CpSolver(), {name: model.cost(name) for name in order}
    cp.minimize(sum(costs.values()))
    settle(solver, 10.0, 60.0)
    if solver.solve(cp) != cp_model.OPTIMAL:
        return ()
    values = tuple(solver.response_proto.solution)
    reached = {name: worth(cost, values) for name, cost in costs.items()}
    return tuple(Layer(name=name, cost=cost, bound=cost) for name, cost in reached.items())


def whole(model: Model, hint: dict[int, int]) -> dict[int, int]:
    """Return a hint that says the value of every variable, where it says enough for them all to follow."""
    cp, solver = model.cp.clone(), cp_model.CpSolver()
    for index, value in hint.items():
        cp.add(cp.get_int_var_from_proto_index(index) == value)
    settle(solver, 10.0, 60.0)
    return dict(enumerate(solver.response_proto.solution)) if solver.solve(cp) in FOUND else hint


def settle(solver: Any, work: float, seconds: float) -> None:
    """Set what makes a search repeatable: one worker, a fixed seed, an end by work and not by the clock."""
    # Measured on a café month: two workers at the usual level had proven nothing after 20 seconds, one worker at
    # this level had after one.
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = max(work, 0.001)
    solver.parameters.max_time_in_seconds = max(seconds, 0.01)


def _solver(work: float, seconds: float, layer: str, *, near: bool) -> Any:
    """Return a solver with what was measured to prove a least cost in less work.

    The relaxation has all rows at once; for what stays open it is cut twice over before the search. The search
    comes from below, from costs that are too small, unless what was told is ``near`` the best. Then the fewest
    changes are proven soonest where the model is made smaller once, and not again and again. Of wishes so many are
    weighed together that the last of the proof is long: there the relaxation leads, so that what it is stopped at
    is a good rota.
    """
    solver = cp_model.CpSolver()
    settle(solver, work, seconds)
    solver.parameters.add_lp_constraints_lazily = False
    solver.parameters.cp_model_probing_level = int(layer == WISHES)
    solver.parameters.exploit_objective = layer != WISHES
    solver.parameters.use_objective_lb_search = (not near or layer in FIRST) and layer != WISHES
    if layer in FIRST:
        # Measured on weeks with open places, whose proofs are long: it takes half the time.
        solver.parameters.max_cut_rounds_at_level_zero = 2
        solver.parameters.add_cg_cuts = False
    if near and layer == CHANGE:
        solver.parameters.max_presolve_iterations = 1
    return solver


def _least(
    cp: Any, cost: Any, budget: Budget, hint: dict[int, int] | None, solver: Any
) -> tuple[Values | None, int]:
    """Run the solver once; return the value of every variable, and the proven least cost."""
    cp.minimize(cost)
    cp.clear_hints()
    for index, value in (hint or {}).items():
        cp.add_hint(cp.get_int_var_from_proto_index(index), value)
    status = solver.solve(cp)
    budget.spent += solver.response_proto.deterministic_time
    if status not in FOUND:
        return None, 0
    return tuple(solver.response_proto.solution), round(solver.best_objective_bound)


def worth(cost: Any, values: Sequence[int]) -> int:
    """Return what a sum of variables comes to."""
    if isinstance(cost, int):
        return cost
    flat = cp_model.FlatIntExpr(cost)
    total: int = int(flat.offset) + sum(
        int(c) * values[v.index] for v, c in zip(flat.vars, flat.coeffs, strict=True)
    )
    return total
