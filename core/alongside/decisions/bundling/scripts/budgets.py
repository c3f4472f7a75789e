"""Spending a budget greedily, and telling what it came to.

One lot orders all projects for the whole count. Where none was thrown, every order that matters is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import groupby
from typing import Any

from alongside.decisions.bundling.scripts.lots import Tie, in_order
from alongside.decisions.bundling.scripts.vote import Vote


def every_order(vote: Vote, lot: str, run: Callable[[list[int]], Any]) -> set[Any]:
    """All that a count comes to by every order of the lot; one thing where it was thrown."""
    found, todo = set[Any](), [in_order(lot, vote.standing, vote) if lot else []]
    while todo:
        order = todo.pop()
        try:
            found.add(run(order))
        except Tie as tie:
            todo += [[*order[:at], *tie.args, *order[at:]] for at in range(len(order) + 1)]
    return found


def first(tied: Iterable[int], order: list[int]) -> int:
    """Who of them comes first in the order of the lot, as far as there is one."""
    if unknown := [one for one in tied if one not in order]:
        raise Tie(unknown[0])
    return min(tied, key=order.index)


def votes(vote: Vote) -> dict[int, int]:
    """How many people ticked each project."""
    return {one: sum(many for said, many in vote.ballots.items() if {one} in said) for one in vote.standing}


def cost(vote: Vote, projects: Iterable[int]) -> Fraction:
    """What projects cost together."""
    return sum((vote.money[one - 1] for one in projects), Fraction(0))


def greedy(vote: Vote, strength: dict[int, int], bought: frozenset[int], order: list[int]) -> frozenset[int]:
    """Spend what is left: the strongest first, if it fits; the lot decides where not all equal ones fit."""
    waiting = sorted(set(vote.standing) - bought, key=lambda one: -strength[one])
    for _, alike in groupby(waiting, key=lambda one: strength[one]):
        group = list(alike)
        while fitting := [one for one in group if cost(vote, [*bought, one]) <= vote.money[-1]]:
            bought |= {*fitting} if cost(vote, [*bought, *fitting]) <= vote.money[-1] else {first(fitting, order)}
            group = [one for one in fitting if one not in bought]
    return bought


def told(vote: Vote, possible: Iterable[frozenset[int]]) -> dict[str, Any]:
    """The figures of a budget."""
    costs = {one: plain(vote, cost(vote, [one])) for one in vote.standing}
    figures = {"costs": vote.by_name(costs), "votes": vote.by_name(votes(vote)), "empty_ballots": vote.ballots[()]}
    spent = plain(vote, cost(vote, frozenset.intersection(*possible)))
    return figures | {"budget": plain(vote, vote.money[-1]), "spent": spent}


def plain(vote: Vote, units: Fraction) -> int | str:
    """A sum of money: a whole number, or as text with its decimals, or exactly as a fraction."""
    digits = next(at for at in range(19) if all(10**at % one.denominator == 0 for one in vote.money))
    whole, rest = divmod(units.numerator, units.denominator)
    if rest and 10**digits % units.denominator == 0:
        return f"{whole}.{rest * 10**digits // units.denominator:0{digits}d}"
    return f"{whole or ''} {rest}/{units.denominator}".strip() if rest else whole
