"""Pricing: which roster of one person is the cheapest at what shifts are worth to the mixture of columns."""

from __future__ import annotations

import random
from collections.abc import Mapping
from math import floor

import attrs
from ortools.sat.python import cp_model

from .beginning import CHOICE
from .columns import SCALE, Columns, Row, Worth
from .model import legal
from .one_person import Prices, cheapest, prices_of
from .problem import Limits
from .searching import Found, settle

WIDTH = 4
"""Ways to stand after a day that the quick search keeps: few, as it is asked for everybody many times."""
EXACT = 2.0
"""Seconds in which the solver has to find one person's cheapest roster."""

ShiftsWorth = Mapping[tuple[int, str], int]


@attrs.frozen
class Priced:
    """A roster of one person, and what it costs at the prices."""

    row: Row
    price: int


def quick(columns: Columns, person: Limits, worth: ShiftsWorth) -> Priced | None:
    """Return a cheap roster of one person, if one is found; there may be cheaper ones."""
    hers = _prices(columns, person, worth, CHOICE)
    row = cheapest(columns.problem, person, hers, WIDTH)
    return None if row is None else Priced(row, _price(hers, row))


def proven(columns: Columns, person: Limits, worth: ShiftsWorth, seconds: float) -> tuple[Priced, int] | None:
    """Return the cheapest roster of one person that the solver finds, and what none costs less than."""
    hers = _prices(columns, person, worth, len(columns.problem.kinds))
    model = legal(columns.problem, [person])
    told = _told(hers)
    model.cp.minimize(sum(told[day, kind] * one for (_, day, kind), one in model.x.items()))
    solver = cp_model.CpSolver()
    settle(solver, seconds)
    if solver.solve(model.cp) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    row = {day: kind for (_, day, kind), one in model.x.items() if solver.value(one)}
    return Priced(row, _price(hers, row)), floor(solver.best_objective_bound)


def _prices(columns: Columns, person: Limits, worth: ShiftsWorth, choice: int) -> Prices:
    """What each shift costs somebody at what it is worth, in parts of SCALE, the cheapest of each day alone."""
    marginal = {shift: -value for shift, value in worth.items()}
    return prices_of(columns.problem, person, marginal, choice, SCALE)


def _price(hers: Prices, row: Row) -> int:
    told = _told(hers)
    return sum(told[shift] for shift in row.items())


def _told(hers: Prices) -> dict[tuple[int, str], int]:
    return {(day, kind): price for day, there in enumerate(hers) for price, kind in there}


def add_cheaper(found: Found, columns: Columns, worth: Worth) -> bool:
    """Add a column of each person who has one that would make the mixture cheaper; say if anybody has."""
    added = False
    for person in columns.problem.staff:
        if found.seconds <= 0:
            return False
        priced = quick(columns, person, worth.shifts)
        if priced is not None and priced.price < worth.people[person.id]:
            added = columns.add(person.id, priced.row) or added
    return added


def add_proven(found: Found, columns: Columns, worth: Worth) -> bool:
    """Do so by the solver, and take what it proves of the whole: no roster costs less than all at these prices.

    Whatever the worth is, the cover costs at the least what is not paid for at it (the bound of Lagrange).
    """
    added, bound = False, _of_cover(columns, worth)
    for person in columns.problem.staff:
        priced = proven(columns, person, worth.shifts, min(EXACT, found.seconds)) if found.seconds > 0 else None
        if priced is None:
            return added
        best, least = priced
        bound += least
        if best.price < worth.people[person.id]:
            added = columns.add(person.id, best.row) or added
    found.proves(bound / SCALE)
    return added


def _of_cover(columns: Columns, worth: Worth) -> int:
    """What the cover and the requests cost where everybody is paid for at their worth, and nobody works."""
    wanted = sum(one.wanted * each for one, each in zip(columns.problem.cover, worth.cover, strict=True))
    return wanted + SCALE * columns.unmet


def add_others(found: Found, columns: Columns, worth: Worth, dice: random.Random) -> None:
    """Add columns that are cheap where shifts are worth a little less or more: the best set may want them."""
    spread = round(SCALE * max(1, found.cost - found.bound) * dice.random())
    other = {shift: value + dice.randint(-spread, spread) for shift, value in worth.shifts.items()}
    for person in columns.problem.staff:
        if found.seconds <= 0:
            return
        priced = quick(columns, person, other)
        if priced is not None:
            columns.add(person.id, priced.row)
