"""Ranked pairs: majorities are locked in from the largest down, each unless it would make a circle.

Equal ones may come in any order; a lot takes the one whose winner is earlier in it, then whose loser is later. The
ends are just the orders in which everybody stands above whoever beats her only with a chain of majorities down to
that one, each at least as large (Zavist and Tideman, 1989).
"""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import Any

from alongside.decisions.bundling.scripts.lots import in_order
from alongside.decisions.bundling.scripts.pairs import Above, compared, first, ranking, told
from alongside.decisions.bundling.scripts.vote import Vote


class Orders:
    """The orders that may be the end; ``margins[one][other]`` is by how much one is above another.

    A state is who is left, and the chains that are owed: how large they are, to whom, and how far they come.
    """

    def __init__(self, margins: dict[int, dict[int, int]]) -> None:
        """``beat``: whom one is above by such a majority; for a size below zero, who is above her."""
        by, self.margins, self.dead = {one: row.items() for one, row in margins.items()}, margins, set[Any]()
        self.beat = cache(lambda one, size: {two for two, at in by[one] if at >= size > 0 or at <= size < 0})
        self.pairs = [(at, one, two) for one in by for two, at in by[one] if at > 0]

    def by_lot(self, order: list[int]) -> Above:
        """What is locked in where the order decides which of equal majorities comes first."""
        place, below = {one: at for at, one in enumerate(order)}, {one: set[int]() for one in order}
        for _, one, two in sorted(self.pairs, key=lambda pair: (-pair[0], place[pair[1]], -place[pair[2]])):
            for over in order if one not in below[two] and two not in below[one] else ():
                below[over] |= {two, *below[two]} if over == one or one in below[over] else set()
        return below

    def hint(self, *some: int) -> list[int]:
        """An order that may be the end, in which these are as far up as may be."""
        below = self.by_lot(order := [*some, *(one for one in self.margins if one not in some)])
        return sorted(order, key=lambda one: -len(below[one]))

    def reached(self, start: set[int], among: frozenset[int], size: int) -> frozenset[int]:
        """All to whom chains of such majorities lead from some."""
        found = among & start
        while new := among.intersection(set[int]().union(*(self.beat(one, size) for one in found))) - found:
            found |= new
        return found

    def put(self, one: int, state: tuple[Any, Any]) -> tuple[Any, Any] | None:
        """Put one below all who have a place; None where a chain that is owed can never be had."""
        left, row, debts = state[0] - {one}, self.margins[one], set[Any]()
        owed = {(-by, frozenset(two for two in left if row[two] == by), frozenset({one})) for by in row.values()}
        for size, to, reach in (debt for debt in (*state[1], *owed) if debt[0] > 0):
            on = (reach | self.beat(one, size) if one in reach else reach) & left
            if one in to or not to <= self.reached(on, left, size):
                return None
            debts |= {(size, to - on, on)} if to - on else set()
        return left, frozenset(debts)

    def end(self, state: Any, hint: list[int], before: tuple[int, int] = (0, 0)) -> tuple[int, ...] | None:
        """An order of those who are left, the first of two before the other; None where there is none."""
        left, waits, asked = state[0], before[0] in state[0], (state, before if before[0] in state[0] else ())
        among = self.reached({before[0]}, left - {before[1]}, -1) if waits else left
        for one in left if not waits else ():  # somebody whom nobody left beats, or a circle that nobody beats
            among = self.reached({one}, left, -1) if one in among and len(among) > 1 else among
        for one in sorted(among, key=hint.index) if asked not in self.dead else ():
            if (new := self.put(one, state)) and (rest := self.end(new, hint, before)) is not None:
                return one, *rest
        self.dead.add(asked)
        return None if left else ()


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible set of winners, the order that all ends have in common, and the comparisons."""
    more, lot, all_, said = compared(vote), asked["lot"], frozenset(vote.standing), asked["told"]
    orders = Orders({one: {two: row[two] - more[two][one] for two in row} for one, row in more.items()})
    if lot:
        order = ranking(vote, orders.by_lot(in_order(lot, vote.standing, vote)), lot)
        return first(vote, order, asked["seats"]), told(vote, more, order)
    tops: set[tuple[Any, Any]] = {(all_, frozenset())}
    for _ in range(min(asked["seats"], len(more))):
        tops = {new for top in tops for one in top[0] if (new := orders.put(one, top))}
    possible = {all_ - top[0] for top in tops if orders.end(top, orders.hint(*(all_ - top[0]))) is not None}
    above, followed = {one: {*more} - {one} for one in more}, len(more) < 13 and "order_not_followed" not in said
    for one, two in (pair for pair in permutations(more, 2) if followed and pair[1] in above[pair[0]]):
        end = orders.end((all_, frozenset()), orders.hint(two, *(all_ - {one, two}), one), (two, one)) or ()
        for at, lower in enumerate(end):
            above[lower].difference_update(end[:at])
    if not followed:
        print("Not counted again: the order of those below the winners. It may end in very many ways.")
    return possible, told(vote, more, ranking(vote, above, "") if followed else said["ranking"])
