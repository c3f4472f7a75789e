"""A published problem as a CP-SAT model, of everybody or of some people beside the others.

All rows are linear, so that the relaxation sees all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

import attrs
from ortools.sat.python import cp_model

from .problem import Limits, Published, Roster


@attrs.define
class Model:
    """A model while it is written: ``x[person, day, kind]`` is 1 for a shift, ``w[person, day]`` for any shift.

    Only those who are ``free`` are searched for. What others work ``stays``: it counts as cover, and nothing more
    is asked of it.
    """

    problem: Published
    cp: Any = attrs.field(factory=cp_model.CpModel)
    x: dict[tuple[str, int, str], Any] = attrs.field(factory=dict)
    w: dict[tuple[str, int], Any] = attrs.field(factory=dict)
    costs: list[Any] = attrs.field(factory=list)
    free: Sequence[Limits] = ()
    stays: Roster = attrs.field(factory=dict)

    def sum_of(self, person: str, day: int, kinds: frozenset[str]) -> Any:
        """Return 1 or 0 as a sum: whether somebody has one of these shifts on a day."""
        found = (self.x.get((person, day, kind)) for kind in sorted(kinds))
        return sum(one for one in found if one is not None)


def build(problem: Published, roster: Roster | None = None, free: Collection[str] | None = None) -> Model:
    """Return the model of a problem, with what is charged as its objective.

    Where some people are named, only they are ``free``, beside what the others work in a roster.
    """
    hers = problem.staff if free is None else [person for person in problem.staff if person.id in free]
    who = {person.id for person in hers}
    model = legal(problem, hers)
    model.stays = {cell: one for cell, one in (roster or {}).items() if cell[0] not in who}
    _cover(model)
    _requests(model)
    model.cp.minimize(sum(model.costs))
    return model


def legal(problem: Published, free: Sequence[Limits]) -> Model:
    """Return the model of what some people may work, without anything that is charged."""
    model = Model(problem, free=free)
    for person in free:
        _shifts(model, person)
        _counted(model, person)
        _following(model, person)
        _runs(model, person)
        _weekends(model, person)
    return model


def _shifts(model: Model, person: Limits) -> None:
    open_ = [kind for kind, most in person.most_of if most > 0]
    for day in range(model.problem.days):
        works = model.w[person.id, day] = model.cp.new_bool_var("")
        if day in person.days_off:
            model.cp.add(works == 0)
            continue
        ones = {kind: model.cp.new_bool_var("") for kind in open_}
        model.x |= {(person.id, day, kind): one for kind, one in ones.items()}
        model.cp.add(sum(ones.values()) == works)


def _counted(model: Model, person: Limits) -> None:
    days = range(model.problem.days)
    minutes = sum(
        kind.minutes * model.sum_of(person.id, day, frozenset({kind.id}))
        for day in days
        for kind in model.problem.kinds
    )
    model.cp.add_linear_constraint(minutes, person.least_minutes, person.most_minutes)
    for kind, most in person.most_of:
        if 0 < most < model.problem.days:
            model.cp.add(sum(model.sum_of(person.id, day, frozenset({kind})) for day in days) <= most)


def _following(model: Model, person: Limits) -> None:
    """Forbid what may not follow: all kinds that forbid as much, against all that they forbid, in one row."""
    for after in {kind.not_before for kind in model.problem.kinds if kind.not_before}:
        before = frozenset(kind.id for kind in model.problem.kinds if kind.not_before >= after)
        for day in range(model.problem.days - 1):
            both = model.sum_of(person.id, day, before) + model.sum_of(person.id, day + 1, after)
            model.cp.add(both <= 1)


def _runs(model: Model, person: Limits) -> None:
    """Hold runs of work and of rest to their lengths, by the days on which one begins and the other ends."""
    w = [model.w[person.id, day] for day in range(model.problem.days)]
    begins, ends = {}, {}
    for day in range(1, len(w)):
        begins[day], ends[day] = model.cp.new_bool_var(""), model.cp.new_bool_var("")
        model.cp.add(begins[day] - ends[day] == w[day] - w[day - 1])
    for day in range(1, len(w)):
        lately = range(max(1, day - person.shortest_run + 1), day + 1)
        model.cp.add(sum(begins[one] for one in lately) <= w[day])
        lately = range(max(1, day - person.shortest_rest + 1), day + 1)
        model.cp.add(sum(ends[one] for one in lately) <= 1 - w[day])
    for day in range(len(w) - person.longest_run):
        model.cp.add(sum(w[day : day + person.longest_run + 1]) <= person.longest_run)


def _weekends(model: Model, person: Limits) -> None:
    any_day = []
    for days in model.problem.weekends:
        here = model.cp.new_bool_var("")
        any_day.append(here)
        for day in days:
            model.cp.add(model.w[person.id, day] <= here)
    model.cp.add(sum(any_day) <= person.most_weekends)


def _cover(model: Model) -> None:
    most = len(model.problem.staff)
    fixed = Counter((day, kind) for (_, day), kind in model.stays.items())
    for one in model.problem.cover:
        kind = frozenset({one.kind})
        there = sum((model.sum_of(who.id, one.day, kind) for who in model.free), fixed[one.day, one.kind])
        under = model.cp.new_int_var(0, one.wanted, "")
        over = model.cp.new_int_var(0, most, "")
        model.cp.add(there + under - over == one.wanted)
        model.costs += [one.under * under, one.over * over]


def _requests(model: Model) -> None:
    free = {person.id for person in model.free}
    for one in (one for one in model.problem.requests if one.person in free):
        has = model.x.get((one.person, one.day, one.kind), 0)
        model.costs.append(one.weight * ((1 - has) if one.on else has))


def roster_of(model: Model, value: Any) -> Roster:
    """Return the roster of a solution, ``value`` being what tells the number of a variable."""
    return {(person, day): kind for (person, day, kind), one in model.x.items() if value(one)}


def begin(model: Model, roster: Roster) -> None:
    """Let a search of the model begin with a roster."""
    for (person, day, kind), one in model.x.items():
        model.cp.add_hint(one, int(roster.get((person, day)) == kind))
