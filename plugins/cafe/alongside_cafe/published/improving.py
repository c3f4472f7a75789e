"""Making a roster cheaper: a few people are placed anew beside all others, then a few others.

Small questions are answered quickly and often proven, which was measured to come further in a minute than one
search of the whole. A roster that costs the same is taken too: from there others can be better.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

from ortools.sat.python import cp_model

from .model import begin, build, roster_of
from .problem import Published, Roster
from .searching import Found, settle

FOUND = (cp_model.OPTIMAL, cp_model.FEASIBLE)
EACH = 4.0
"""Seconds for one question at most."""
SHIFTS = 300
"""How many shifts of people on days are asked about at once, to begin with; more once these find nothing."""
LEAST = 2
TRIED, MORE, MOST = 12, 1.5, 2_000
"""After so many questions in vain, each is this much larger, up to so many."""


def begun(found: Found) -> None:
    """Find each person a roster where none was found without the solver; if somebody has none, nobody can have."""
    roster: dict[tuple[str, int], str] = {}
    for person in found.problem.staff:
        status, hers = placed_anew(found, roster, {person.id}, 1)
        if status == cp_model.INFEASIBLE:
            found.end()
        if status not in FOUND:
            return
        roster = hers
    found.offer(roster)


def improve(found: Found) -> None:
    """Place people anew till time is over or nothing better can be found."""
    dice = random.Random(1)  # noqa: S311 which people are tried next is no secret
    size, vain = float(SHIFTS), 0
    while found.seconds > 0 and (roster := found.roster) is not None:
        before = found.cost
        some = _some(found.problem, roster, dice, size)
        status, other = placed_anew(found, roster, some, dice.randrange(1_000_000))
        if status in FOUND:
            found.offer(other)
        vain = 0 if found.cost < before else vain + 1
        if status != cp_model.OPTIMAL:
            size = max(SHIFTS / 2, size / MORE)
        elif vain >= TRIED:
            size, vain = min(size * MORE, MOST), 0


def placed_anew(found: Found, roster: Roster, some: set[str], seed: int) -> tuple[Any, dict[tuple[str, int], str]]:
    """Ask for the best of some people beside the others; return how that ended, and the roster of all."""
    model = build(found.problem, roster, some)
    begin(model, roster)
    solver = cp_model.CpSolver()
    settle(solver, min(EACH, found.seconds), seed)
    status = solver.solve(model.cp)
    changed = roster_of(model, solver.value) if status in FOUND else {}
    return status, {**model.stays, **changed}


def _some(problem: Published, roster: Roster, dice: random.Random, size: float) -> set[str]:
    """Return people to be placed anew: one by chance, and those who could best give to or take from others."""
    each = {person.id: problem.days * sum(most > 0 for _, most in person.most_of) for person in problem.staff}
    trouble = _troubles(problem, roster)
    some, left = set[str](), size
    # One alone was tried before, and all at once is what the other thread asks.
    while len(some) < len(each) and (len(some) < LEAST or (left > 0 and len(some) + 1 < len(each))):
        others = [who for who in each if who not in some]
        (one,) = dice.choices(others, [1 + trouble[who] for who in others])
        some.add(one)
        left -= each[one]
    return some


def _troubles(problem: Published, roster: Roster) -> Counter[str]:
    """Return for each person how many shifts she works, or could, of which there are too many or too few."""
    there = Counter((day, kind) for (_, day), kind in roster.items())
    over = {(one.day, one.kind) for one in problem.cover if there[one.day, one.kind] > one.wanted}
    under = [(one.day, one.kind) for one in problem.cover if there[one.day, one.kind] < one.wanted]
    found = Counter(who for (who, day), kind in roster.items() if (day, kind) in over)
    for person in problem.staff:
        able = {kind for kind, most in person.most_of if most > 0}
        found[person.id] += sum(kind in able and (person.id, day) not in roster for day, kind in under)
    return found
