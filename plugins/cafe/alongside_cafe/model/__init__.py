"""The rota as a CP-SAT model: hard rules as rows, soft rules as costs, cover always soft, so a rota always exists.

All rows are linear: with one worker and ``linearization_level=2`` the solver's relaxation then sees all of them,
which was measured to prove a café month best in a fraction of the time that its default settings need.
"""

from __future__ import annotations

from collections.abc import Collection

from ..problem import Problem
from ..rules import LAYERS
from ..shift import KEY_HOLDER, Assignment, Gap, Shift
from . import costs, openings, people, working_time
from .openings import stays
from .writing import Guard, Model

__all__ = ["Guard", "Model", "build", "stays"]


def build(
    problem: Problem,
    *,
    guarded: bool = False,
    only: Collection[Assignment] | None = None,
    layers: Collection[str] = LAYERS,
    standing: Collection[Assignment] = (),
    not_asked: Collection[Gap] = (),
    settled: Collection[Assignment] | None = None,
) -> Model:
    """Return the whole model of a problem, with what a rota costs in some layers; nothing is minimised yet.

    With ``only``, nobody could be anywhere else than these say. A ``guarded`` model has no costs: cover, keys and
    what is pinned are rows behind guards like everything else, so that a set of guards that cannot all hold is a
    reason. Who is ``standing`` on a place already is kept from it by nothing but what else she works. What is
    ``not_asked`` for may be filled, and need not be. Of a rota that is ``settled``, what it costs is written,
    and nothing of working time, which it is within.
    """
    model = Model(problem, guarded, layers, standing, settled)
    openings.write(model, only)
    if settled is None:
        for worker in problem.workers:
            working_time.write(model, worker)
    people.write(model)
    for shift in problem.shifts:
        _capacity(model, shift)
    if guarded:
        _demand(model, frozenset(not_asked))
    else:
        costs.write(model, layers)
    return model


def _capacity(model: Model, shift: Shift) -> None:
    for first, places in shift.kinds.items():
        wishing = [
            one
            for worker in model.able[shift.id]
            if (one := model.x.get((worker.id, shift.id), {}).get(first)) is not None
        ]
        left = len(places) - sum(n in places for n in model.taken[shift.id])
        if len(wishing) > left:
            model.cp.add(sum(wishing) <= left)


def _demand(model: Model, not_asked: Collection[Gap]) -> None:
    """Ask for every place, every key and every pin, each behind its guard, but for what is not asked for."""
    for shift in model.problem.shifts:
        team = model.able[shift.id]
        for first, places in shift.kinds.items():
            asked = [n for n in places if n < len(shift.places) and Gap(shift=shift.id, place=n) not in not_asked]
            there = sum(model.x[one.id, shift.id].get(first, 0) for one in team)
            if asked:
                model.row(Guard(rule="cover", shift=shift.id), there >= len(asked))
        if shift.key_holder and Gap(shift=shift.id, place=None) not in not_asked:
            keys = sum(model.covers(one.id, shift) for one in team if one.holds(KEY_HOLDER, shift.day))
            model.row(Guard(rule="key_holder", shift=shift.id), keys >= 1)
    for one in sorted(model.problem.pinned):
        guard = Guard(rule="pinned", person=one.person, shift=one.shift)
        model.row(guard, model.works(one.person, one.shift) >= 1)
    told = {(one.person, one.shift) for one in model.problem.published}
    for shift in (shift for shift in model.problem.shifts if shift.id in model.problem.frozen):
        for worker in model.problem.workers:
            stays = int((worker.id, shift.id) in told)
            model.row(Guard(rule="frozen", shift=shift.id), model.works(worker.id, shift.id) == stays)
