"""Ranked pairs: majorities are locked in from the largest down, each unless it would make a circle.

A majority is as large as the ballots that put one above another outnumber those the other way round. Equal ones
may be locked in in any order; a lot takes the one whose winner comes earlier, then whose loser comes later.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from alongside.decisions.bundling.scripts.lots import in_order
from alongside.decisions.bundling.scripts.pairs import Above, compared, first, ranking, told, tops
from alongside.decisions.bundling.scripts.vote import Vote

Locked = frozenset[tuple[int, int]]  # who is above whom by what is locked in, directly or not


def majorities(more: dict[int, dict[int, int]]) -> list[list[tuple[int, int]]]:
    """The majorities from the largest down, equal ones together."""
    margins = {(one, other): row[other] - more[other][one] for one, row in more.items() for other in row}
    ranked = sorted((pair for pair in margins if margins[pair] > 0), key=lambda pair: -margins[pair])
    return [list(equal) for _, equal in groupby(ranked, key=lambda pair: margins[pair])]


def lock(locked: Locked, pair: tuple[int, int]) -> Locked:
    """Lock a majority in, with all that follows from it."""
    winner, loser = pair
    if pair in locked or (loser, winner) in locked:
        return locked
    over = {winner, *(one for one, under in locked if under == winner)}
    under = {loser, *(other for one, other in locked if one == loser)}
    return locked | {(one, other) for one in over for other in under}


def every_end(locked: set[Locked], equal: list[tuple[int, int]]) -> set[Locked]:
    """What is locked in after equal majorities were taken, in every order in which they can be."""
    ends, seen, todo = set[Locked](), set[Locked](), list(locked)
    while todo:
        now = todo.pop()
        open_ = [pair for pair in equal if pair not in now and pair[::-1] not in now]
        # What no other open one can get in the way of is taken first: its turn makes no difference.
        safe = [pair for pair in open_ if not circle(now, open_, pair)]
        following = {lock(now, pair) for pair in safe[:1] or open_} - seen
        seen |= following
        todo += following
        ends.update(() if open_ else [now])
    return ends


def circle(locked: Locked, open_: list[tuple[int, int]], pair: tuple[int, int]) -> bool:
    """Whether a way leads back from the loser to the winner, by what is locked in or open."""
    reached, todo = {pair[1]}, [pair[1]]
    while todo:
        at = todo.pop()
        new = {other for one, other in (*locked, *open_) if one == at} - reached
        reached |= new
        todo += new
    return pair[0] in reached


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible set of winners, the order that all ends have in common, and the comparisons."""
    more = compared(vote)
    ends: set[Locked] = {frozenset()}
    place = {one: at for at, one in enumerate(in_order(asked["lot"], vote.standing, vote))}
    for equal in majorities(more):
        if asked["lot"]:
            (locked,) = ends
            for pair in sorted(equal, key=lambda pair: (place[pair[0]], -place[pair[1]])):
                locked = lock(locked, pair)
            ends = {locked}
        else:
            ends = every_end(ends, equal)
    order = ranking(vote, above(vote, frozenset.intersection(*ends)), asked["lot"])
    possible = set[frozenset[int]]().union(*(tops(vote, above(vote, end), asked["seats"]) for end in ends))
    return first(vote, order, asked["seats"]) if asked["lot"] else possible, told(vote, more, order)


def above(vote: Vote, locked: Locked) -> Above:
    """For each candidate those whom she stands above."""
    return {one: {other for winner, other in locked if winner == one} for one in vote.standing}
