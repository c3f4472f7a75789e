"""A model while it is written: its variables, its rows, and the guard of each row where one is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import attrs
from ortools.sat.python import cp_model

from alongside.api.values import monday_of

from ..problem import Problem
from ..rules import LAYERS, RULES
from ..shift import Assignment, Shift
from ..worker import Worker

Term = tuple[int, str, str]
"""So many times whether a worker is on a shift: (times, worker, shift)."""


@attrs.frozen(kw_only=True)
class Guard:
    """What a row of a guarded model can be switched off by: one rule for a person and week, or for a shift.

    ``other`` is the second person where a rule is about two.
    """

    rule: str
    person: str = ""
    other: str = ""
    week: date | None = None
    shift: str = ""


@attrs.define(slots=False)
class Model:
    """A model while it is written: ``x[worker, shift][n]`` is 1 if she has a place like place ``n`` of the shift.

    Places of one shift that ask for the same are one kind, named by the first of them: telling them apart would
    make many equal rotas to search. ``fixed`` is who is where whatever the search does, by its place: rows are
    written for the rest, and ask no more of it than the fixed leaves. In a ``guarded`` model nothing is fixed or
    left out: each reason why something cannot be is a row, which counts while the guard in ``guards`` is true.
    Costs are written of some ``layers``, of all where nothing else is said. Who is ``standing`` on a place has it
    as the rota is: what keeps her from it by itself is a fact by then, and no row of a guarded model. Where a
    rota is ``settled``, ``x`` has ones and zeros and no variables.
    """

    problem: Problem
    guarded: bool = False
    layers: Collection[str] = LAYERS
    standing: Collection[Assignment] = ()
    settled: Collection[Assignment] | None = None
    cp: Any = attrs.field(factory=cp_model.CpModel)
    x: dict[tuple[str, str], dict[int, Any]] = attrs.field(factory=lambda: defaultdict(dict))
    fixed: dict[tuple[str, str], int] = attrs.field(factory=dict)
    costs: dict[tuple[str, date | None], list[Any]] = attrs.field(factory=lambda: defaultdict(list))
    guards: dict[Guard, Any] = attrs.field(factory=dict)

    @cached_property
    def _shares(self) -> dict[str, int]:
        return dict(self.problem.shares)

    @cached_property
    def _settled(self) -> set[tuple[str, str, int]]:
        return {(one.person, one.shift, one.place) for one in self.settled or ()}

    @cached_property
    def taken(self) -> dict[str, list[int]]:
        """The places of each shift that somebody has whatever the search does."""
        taken = {shift.id: list[int]() for shift in self.problem.shifts}
        for (_, shift), place in self.fixed.items():
            taken[shift].append(place)
        return taken

    @cached_property
    def could(self) -> dict[str, list[Shift]]:
        """The shifts that each worker has or could have, in order; to be asked when all variables are there."""
        taken = {*self.x, *self.fixed}
        return {
            worker.id: [shift for shift in self.problem.shifts if (worker.id, shift.id) in taken]
            for worker in self.problem.workers
        }

    @cached_property
    def able(self) -> dict[str, list[Worker]]:
        """Who has or could have a place of each shift, in order; to be asked when all variables are there."""
        taken = {*self.x, *self.fixed}
        return {
            shift.id: [worker for worker in self.problem.workers if (worker.id, shift.id) in taken]
            for shift in self.problem.shifts
        }

    def works(self, worker: str, shift: str) -> Any:
        """Return 1 or 0 as a sum: whether somebody is on a shift."""
        if (worker, shift) in self.fixed:
            return 1
        return sum(self.x[worker, shift].values()) if (worker, shift) in self.x else 0

    def covers(self, worker: str, shift: Shift) -> Any:
        """Return 1 or 0 as a sum: whether somebody has a place in the team of a shift, and not a learner's."""
        if (worker, shift.id) in self.fixed:
            return int(self.fixed[worker, shift.id] < len(shift.places))
        places = self.x.get((worker, shift.id), {})
        return sum(one for n, one in places.items() if n < len(shift.places))

    def open(self, worker: str, shift: Shift, kind: int) -> Any:
        """Let somebody have a place of one kind of a shift: return 1 if she has it, else 0."""
        if self.settled is None:
            one = self.cp.new_bool_var("")
        else:
            one = int(any((worker, shift.id, n) in self._settled for n in shift.kinds[kind]))
        self.x[worker, shift.id][kind] = one
        return one

    def new(self, most: int = 1) -> Any:
        """Return a whole number from 0 to ``most``."""
        return self.cp.new_bool_var("") if most == 1 else self.cp.new_int_var(0, max(most, 0), "")

    def row(self, guard: Guard, condition: Any) -> None:
        """Add a row, under its guard where the model is guarded."""
        if isinstance(condition, bool):
            # Whoever is fixed makes it true or false before anything is searched.
            return
        added = self.cp.add(condition)
        if self.guarded:
            added.only_enforce_if(self.guard(guard))

    def guard(self, guard: Guard) -> Any:
        """Return the literal of a guard."""
        if guard not in self.guards:
            self.guards[guard] = self.cp.new_bool_var("")
        return self.guards[guard]

    def at_most(self, guard: Guard, terms: Iterable[Term], most: int) -> None:
        """Let the terms come to no more than ``most``, or to what is fixed of them where that is more."""
        there = list(terms)
        used = sum(times for times, worker, shift in there if (worker, shift) in self.fixed)
        free = [(times, one) for times, worker, shift in there for one in self._free(worker, shift)]
        if free and sum(times for times, w, s in there if (w, s) in self.x) > most - used:
            weighed = cp_model.LinearExpr.weighted_sum([one for _, one in free], [times for times, _ in free])
            self.row(guard, weighed <= max(0, most - used))

    def _free(self, worker: str, shift: str) -> Collection[Any]:
        return self.x[worker, shift].values() if (worker, shift) in self.x else ()

    def charge(self, rule: str, amount: Any, day: date | None = None) -> None:
        """Add the weight of a soft rule for each unit of ``amount``, in the week of a day or over all of them."""
        week = None if day is None else monday_of(day)
        weight = RULES[rule].weight * self._shares.get(rule, 100) // 100
        self.costs[RULES[rule].layer, week].append(weight * amount)

    def cost(self, layer: str, week: date | None = None) -> Any:
        """Return what a rota costs in a layer as a sum, in one week or in all."""
        return sum(
            sum(costs) for (name, when), costs in self.costs.items() if name == layer and week in (None, when)
        )

    def above(self, amount: Any, most: int) -> Any:
        """Return a number from 0 to ``most`` that is at least ``amount``; minimising makes it tight."""
        over = self.new(most)
        self.cp.add(over >= amount)
        return over

    def steps_above(self, amount: Any, most: int) -> Any:
        """Return 1 for the first unit of ``amount`` over 0, 2 more for the second and so on."""
        steps = [self.cp.new_bool_var("") for _ in range(max(most, 0))]
        if steps:
            self.cp.add(sum(steps) >= amount)
        return sum((n + 1) * step for n, step in enumerate(steps))


def by_week(shifts: Sequence[Shift]) -> dict[date, list[Shift]]:
    """Return shifts by the Monday of their week."""
    weeks: dict[date, list[Shift]] = defaultdict(list)
    for shift in shifts:
        weeks[monday_of(shift.day)].append(shift)
    return dict(weeks)
