"""Columns: legal rosters of single people, the cheapest mixture of them, and the best set of whole ones.

Every hard rule is about one person alone, so any set of columns, one for each person, is a legal roster.
The mixture may take parts of columns. With all columns it costs no more than any set of whole ones, and what a
shift is worth to it says which columns are still missing. Source: P. C. Gilmore and R. E. Gomory, “A linear
programming approach to the cutting-stock problem”, 1961; for rosters B. Jaumard, F. Semet and T. Vovor, 1998.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
from ortools.linear_solver.pywraplp import Solver
from ortools.sat.python import cp_model

from .problem import Published, Roster
from .searching import settle

SCALE = 1000
"""Parts of a cost of 1 in which worth is told: whole numbers, so that a bound made of it is exact."""
Row = Mapping[int, str]
"""The shifts of one person by day."""
Shifts = tuple[tuple[int, str], ...]


@attrs.frozen
class Worth:
    """What the cheapest mixture costs each person, and what one more of a shift is worth to it, in parts of SCALE.

    A shift may be worth less than nothing: there are too many of it. ``cover`` says it row by row, as a problem
    may want the same shift twice.
    """

    people: Mapping[str, int]
    shifts: Mapping[tuple[int, str], int]
    cover: Sequence[int]


class Columns:
    """The columns that are known of a problem."""

    def __init__(self, problem: Published) -> None:
        self.problem = problem
        self.known: dict[str, dict[Shifts, Any]] = {person.id: {} for person in problem.staff}
        self._asked: dict[str, Counter[tuple[int, str]]] = {person.id: Counter() for person in problem.staff}
        for one in problem.requests:
            self._asked[one.person][one.day, one.kind] += -one.weight if one.on else one.weight
        self.unmet = sum(one.weight for one in problem.requests if one.on)
        self._lp = Solver.CreateSolver("GLOP")
        self._lp.Objective().SetMinimization()
        self._one = {person.id: self._lp.Constraint(1, 1) for person in problem.staff}
        self._cover = [self._cover_row(one.wanted, one.under, one.over) for one in problem.cover]
        self._rows: dict[tuple[int, str], list[Any]] = {}
        for cover, row in zip(problem.cover, self._cover, strict=True):
            self._rows.setdefault((cover.day, cover.kind), []).append(row)

    def _cover_row(self, wanted: int, under: int, over: int) -> Any:
        row = self._lp.Constraint(wanted, wanted)
        for price, sign in ((under, 1), (over, -1)):
            row.SetCoefficient(self._variable(price), sign)
        return row

    def _variable(self, price: int) -> Any:
        variable = self._lp.NumVar(0, self._lp.infinity(), "")
        self._lp.Objective().SetCoefficient(variable, price)
        return variable

    def add(self, person: str, row: Row) -> bool:
        """Take a legal roster of one person; say whether it is new."""
        shifts = tuple(sorted(row.items()))
        if shifts in self.known[person]:
            return False
        variable = self.known[person][shifts] = self._variable(self._price(person, shifts))
        self._one[person].SetCoefficient(variable, 1)
        for one in shifts:
            for cover in self._rows.get(one, ()):
                cover.SetCoefficient(variable, 1)
        return True

    def add_all(self, roster: Roster) -> None:
        """Take everybody's roster."""
        for person, shifts in _by_person(self.problem, roster).items():
            self.add(person, dict(shifts))

    def _price(self, person: str, shifts: Shifts) -> int:
        return sum(self._asked[person][one] for one in shifts)

    def worth(self) -> Worth:
        """Find the cheapest mixture; there is one as soon as there is a column of everybody."""
        self._lp.Solve()
        shifts: Counter[tuple[int, str]] = Counter()
        cover = []
        for one, row in zip(self.problem.cover, self._cover, strict=True):
            # Within what one too few or too many costs, which rounding must not leave.
            worth = max(-SCALE * one.over, min(SCALE * one.under, round(SCALE * row.dual_value())))
            shifts[one.day, one.kind] += worth
            cover.append(worth)
        return Worth({who: round(SCALE * row.dual_value()) for who, row in self._one.items()}, shifts, cover)

    def best(self, seconds: float, roster: Roster) -> Roster | None:
        """Return the best roster of whole columns that is found in the seconds, from one that is known on."""
        model, there, costs = cp_model.CpModel(), {}, []
        now = _by_person(self.problem, roster)
        for person, columns in self.known.items():
            for shifts in columns:
                one = there[person, shifts] = model.new_bool_var("")
                costs.append(self._price(person, shifts) * one)
                model.add_hint(one, int(shifts == now[person]))
            model.add_exactly_one(there[person, shifts] for shifts in columns)
        model.minimize(sum(costs) + self._charged(model, there))
        solver = cp_model.CpSolver()
        settle(solver, seconds)
        if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        chosen = [(person, shifts) for (person, shifts), one in there.items() if solver.value(one)]
        return {(person, day): kind for person, shifts in chosen for day, kind in shifts}

    def _charged(self, model: Any, there: Mapping[tuple[str, Shifts], Any]) -> Any:
        """What the cover costs, with its rows."""
        on: dict[tuple[int, str], list[Any]] = {}
        for (_, shifts), one in there.items():
            for shift in shifts:
                on.setdefault(shift, []).append(one)
        costs = []
        for cover in self.problem.cover:
            under = model.new_int_var(0, cover.wanted, "")
            over = model.new_int_var(0, len(self.known), "")
            model.add(sum(on.get((cover.day, cover.kind), ())) + under - over == cover.wanted)
            costs += [cover.under * under, cover.over * over]
        return sum(costs)


def _by_person(problem: Published, roster: Roster) -> dict[str, Shifts]:
    found: dict[str, list[tuple[int, str]]] = {person.id: [] for person in problem.staff}
    for (person, day), kind in roster.items():
        found[person].append((day, kind))
    return {person: tuple(sorted(shifts)) for person, shifts in found.items()}
