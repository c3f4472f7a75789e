"""Asking the solver whether some rules can all hold, with every row of the rota behind the guard of its rule.

One worker, and all rows linear: with more workers a core is everything, and without the linear relaxation a clash
of counting is not seen in any time. Presolve may name what nobody assumed, so a core is asked about again.
"""

from __future__ import annotations

import time as clock
from collections.abc import Collection
from functools import cached_property
from typing import Any

from ortools.sat.python import cp_model

from ..checker import check
from ..layers import FOUND, settle
from ..model import Guard, Model, build
from .conflict import KEPT, Bar, Question
from .paring import not_asked
from .stages import Stage

WORK = 8.0
"""Deterministic units for one look; the seconds of the question end it sooner on a slow machine."""


class Oracle:
    """The guarded model of a question, asked again and again about other rules; what is asked always holds."""

    def __init__(self, question: Question) -> None:
        self.question = question
        # A place that waits for a certificate is had all the same: no answer is about that.
        self.model: Model = build(
            question.problem, guarded=True, standing=question.rota, not_asked=not_asked(question)
        )
        self.until = clock.monotonic() + question.together
        self._nobody_is_two()
        self._keep_what_people_have()
        self.asked = self._demand()
        self.stage = Stage((), {})

    @cached_property
    def fine(self) -> dict[Bar, list[Any]]:
        """The literals of each rule, but not of what is asked, nor of what others break as the rota stands."""
        found: dict[Bar, list[Any]] = {}
        for guard, literal in self.model.guards.items():
            found.setdefault(rule_of(guard), []).append(literal)
        away = self.asked | frozenset(bar for bar in found if (bar.rule, bar.person) in self._broken_by_others)
        return {bar: literals for bar, literals in found.items() if bar not in away}

    @cached_property
    def _broken_by_others(self) -> frozenset[tuple[str, str]]:
        """Rules that others break already while they keep their shifts, with who does: no answer about her."""
        asked = self.question
        broken = check(asked.problem, asked.rota) if asked.person else ()
        return frozenset((one.rule, one.person) for one in broken if one.person != asked.person)

    def literals(self, bar: Bar) -> list[Any]:
        """Return the literals of a rule as it is told in the stage."""
        return [literal for one in self.stage.finer[bar] for literal in self.fine[one]]

    def can_hold(self, bars: Collection[Bar]) -> bool | None:
        """Return whether these rules can all hold, with what is asked; None where it was not found out in time."""
        self.hold(bars)
        status, _values = self._solved(self.model.cp)
        return True if status in FOUND else False if status == cp_model.INFEASIBLE else None

    def hold(self, bars: Collection[Bar]) -> None:
        """Let these rules count, and what is asked, and no others."""
        for guard, literal in self.model.guards.items():
            _limit(self.model.cp, literal, *[int(rule_of(guard) in self.asked)] * 2)
        for bar in bars:
            for literal in self.literals(bar):
                _limit(self.model.cp, literal, 1, 1)

    def loosen(self, cp: Any, literal: Any) -> None:
        """Let a rule count or not in a copy of the model, as is best."""
        _limit(cp, literal, 0, 1)

    def least(self, cp: Any) -> tuple[int, ...] | None:
        """Return the value of every variable where what a copy of the model makes small is least, if proven so."""
        status, values = self._solved(cp)
        return values if status == cp_model.OPTIMAL else None

    def core(self, stage: Stage) -> tuple[Bar, ...] | None:
        """Return rules of a stage that cannot all hold, all where it finds no fewer; None if they can."""
        self.stage = stage
        if self.can_hold(stage.bars) is not False:
            return None
        for presolve in (True, False):
            found = self._assumed(stage.bars, presolve=presolve)
            if found is not None and self.can_hold(found) is False:
                return tuple(bar for bar in stage.bars if bar in found)
        return stage.bars

    def _assumed(self, bars: Collection[Bar], *, presolve: bool) -> set[Bar] | None:
        """Return the rules that the solver names when it may assume them, or None where it names what none is."""
        self.hold(bars)
        cp, switch = self.model.cp.clone(), dict[int, Bar]()
        for bar in bars:
            one = cp.new_bool_var("")
            switch[one.index] = bar
            for literal in self.literals(bar):
                _limit(cp, literal, 0, 1)
                cp.add_implication(one, cp.get_bool_var_from_proto_index(literal.index))
            cp.add_assumption(one)
        solver = self._solver()
        solver.parameters.cp_model_presolve = presolve
        if solver.solve(cp) != cp_model.INFEASIBLE:
            return None
        return {switch[index] for index in solver.sufficient_assumptions_for_infeasibility() if index in switch}

    def _solved(self, cp: Any) -> tuple[Any, tuple[int, ...]]:
        solver = self._solver()
        status = solver.solve(cp)
        return status, tuple(solver.response_proto.solution)

    def _solver(self) -> Any:
        solver = cp_model.CpSolver()
        settle(solver, WORK, min(self.question.seconds, self.until - clock.monotonic()))
        return solver

    def _nobody_is_two(self) -> None:
        """Let nobody have two places of one shift, which is no rule that anybody could be told to leave out."""
        for places in self.model.x.values():
            if len(places) > 1:
                self.model.cp.add(sum(places.values()) <= 1)

    def _keep_what_people_have(self) -> None:
        """Let everybody keep her shifts, each behind a guard, where the question is about a person."""
        for one in self.question.rota if self.question.person else ():
            guard = Guard(rule=KEPT, person=one.person, shift=one.shift)
            self.model.row(guard, self.model.works(one.person, one.shift) >= 1)

    def _demand(self) -> frozenset[Bar]:
        """Say what is asked for: this place, this key, or this person on the shift."""
        asked = self.question
        if not asked.person:
            return frozenset({Bar(rule="key_holder" if asked.place is None else "cover", shift=asked.shift)})
        places = self.model.x[asked.person, asked.shift]
        kinds = next(shift for shift in asked.problem.shifts if shift.id == asked.shift).kinds
        wished = [one for n, one in places.items() if asked.place is None or asked.place in kinds[n]]
        self.model.cp.add(sum(wished) >= 1)
        return frozenset()


def rule_of(guard: Guard) -> Bar:
    """Return the rule of a guard; the week is that of the question."""
    return Bar(rule=guard.rule, person=guard.person, other=guard.other, shift=guard.shift)


def _limit(cp: Any, literal: Any, least: int, most: int) -> None:
    domain = cp.proto.variables[literal.index].domain
    domain[0], domain[1] = least, most
