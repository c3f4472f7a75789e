"""Spending a budget greedily, and telling what it came to.

One lot orders all projects for the whole count. Where none was thrown, every order that matters is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import combinations, groupby, product
from typing import Any

from alongside.decisions.bundling.scripts.lots import Tie, in_order
from alongside.decisions.bundling.scripts.vote import Vote


def every_order(vote: Vote, lot: str, run: Callable[[frozenset[Any]], Any]) -> set[Any]:
    """All that a count comes to by every order of the lot; one thing where it was thrown."""
    found, todo = set[Any](), [frozenset(combinations(in_order(lot, vote.standing, vote) if lot else [], 2))]
    while todo:
        order = todo.pop()
        try:
            found.add(run(order))
        except Tie as tie:
            todo += tie.args[0]
    return found


def first(tied: Iterable[int], order: frozenset[Any]) -> int:
    """Who of them comes first in the order of the lot, as far as it is known (pairs, one before two)."""
    free = [one for one in tied if not any((other, one) in order for other in tied)]
    after = {*tied, *(two for one, two in order if one in tied)}
    if len(free) > 1:
        raise Tie([order.union(product({one, *(a for a, b in order if b == one)}, after - {one})) for one in free])
    return free[0]


def votes(vote: Vote) -> dict[int, int]:
    """How many people ticked each project."""
    return {one: sum(many for said, many in vote.ballots.items() if {one} in said) for one in vote.standing}


def cost(vote: Vote, projects: Iterable[int]) -> Fraction:
    """What projects cost together."""
    return sum((vote.money[one - 1] for one in projects), Fraction(0))


def greedy(vote: Vote, strength: dict[int, int], bought: frozenset[int], order: frozenset[Any]) -> frozenset[int]:
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
