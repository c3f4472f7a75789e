"""Ranked pairs: majorities are locked in from the largest down, each unless it would make a circle.

A majority is as large as the ballots that put one above another are more than those the other way round. Whoever
is on a ballot is above whoever is not. Nobody is locked in above a winner. With several places, the first in the
order get them (a proportional rule this is not: take one for a committee).

Source: T. N. Tideman, “Independence of clones as a criterion for voting rules”, Social Choice and Welfare (1987).
Equal majorities may be locked in in any order: all winners that any of them leads to are possible (``stacks``
finds them). Where too many orders would have to be followed to know the places below the winners, the order parts
only those of whom it is known, and ``order_not_followed`` names the others. A lot decides once: of equal
majorities the one whose winner comes earlier in its order is locked in first, then the one whose loser comes later
(T. M. Zavist and T. N. Tideman, 1989).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from alongside.decisions.counting import telling_order
from alongside.decisions.counting.ballots import Election, Kind, names_of
from alongside.decisions.counting.lots import in_order
from alongside.decisions.counting.pairs import Above, Pairs, compared, in_turn, layers, tops
from alongside.decisions.counting.rule import Asking, Result, Rule, no_vote, over
from alongside.decisions.counting.stacks import Numbers, Stacks

NAME = "ranked-pairs"

Majority = tuple[int, int]
"""Who is above whom, by number."""

Locked = tuple[Numbers, ...]
"""For each number those whom she stands above by what is locked in, directly or not."""


def majorities(pairs: Pairs) -> list[list[Majority]]:
    """The majorities from the largest down, equal ones together."""
    found = [
        (pairs.margin(one, other), (one, other))
        for one in pairs.numbers
        for other in pairs.numbers
        if pairs.margin(one, other) > 0
    ]
    found.sort(reverse=True)
    return [[pair for _, pair in equal] for _, equal in groupby(found, key=lambda item: item[0])]


def nothing(pairs: Pairs) -> Locked:
    """What is locked in before the first majority."""
    return (0,) * (max(pairs.numbers) + 1)


def lock(locked: Locked, pair: Majority) -> Locked:
    """Lock a majority in, with all that follows from it; a pair that would make a circle changes nothing."""
    winner, loser = pair
    if locked[loser] >> winner & 1:
        return locked
    under = locked[loser] | 1 << loser
    return tuple(
        below | under if one == winner or below >> winner & 1 else below for one, below in enumerate(locked)
    )


def by_lot(pairs: Pairs, order: Sequence[int]) -> Locked:
    """What is locked in where the order of a lot decides which of equal majorities comes first."""
    place = {number: at for at, number in enumerate(order)}
    locked = nothing(pairs)
    for equal in majorities(pairs):
        for pair in sorted(equal, key=lambda pair: (place[pair[0]], -place[pair[1]])):
            locked = lock(locked, pair)
    return locked


def stack(pairs: Pairs, first: Sequence[int]) -> list[int]:
    """An order that may be the end, those given as far up as may be."""
    order = (*first, *(number for number in pairs.numbers if number not in first))
    locked = by_lot(pairs, order)
    # Whoever stands above somebody stands above more than that one does.
    return sorted(order, key=lambda number: -locked[number].bit_count())


def _above(locked: Locked | Mapping[int, Numbers], numbers: Sequence[int]) -> Above:
    return {one: frozenset(other for other in numbers if locked[one] >> other & 1) for one in numbers}


Ends = tuple[set[frozenset[int]], list[list[int]], list[int]]
"""Every set of winners, the order as far as it is known, and those who may be parted further."""


def _by_lot(pairs: Pairs, seats: int, order: Sequence[int]) -> Ends:
    ranked = in_turn(order, _above(by_lot(pairs, order), order), order)
    return {frozenset(ranked[:seats])}, [[one] for one in ranked], []


def _every_end(pairs: Pairs, seats: int, where: str) -> Ends:
    numbers = pairs.numbers
    if all(len(equal) == 1 for equal in majorities(pairs)):
        above = _above(by_lot(pairs, numbers), numbers)
        return tops(numbers, above, seats, where), layers(numbers, above), []
    stacks = Stacks(pairs, lambda first: stack(pairs, first), where)
    possible = stacks.first(seats)
    known, left = stacks.in_every()
    return possible, layers(numbers, _above(known, numbers)), [one for one in numbers if left >> one & 1]


def _told(election: Election, left: Sequence[int], told: str) -> str:
    """What is told, and who might be parted further by orders that have not been followed."""
    if not left:
        return told
    return f"{told}\n\nToo many orders to follow all between {names_of(election, left)}: a lot parts them."


def _result(election: Election, asking: Asking) -> Result:
    if not election.marked:
        raise no_vote(election)
    pairs = compared(election)
    if asking.lot:
        ends = _by_lot(pairs, election.seats, in_order(asking.lot, election.standing, election.name))
    else:
        ends = _every_end(pairs, election.seats, election.source)
    possible, ranked, left = ends
    winners, sets = over(possible)
    named = {"order_not_followed": election.named(left)} if left else {}
    return Result(
        rule=NAME,
        contest=election,
        winners=winners,
        tied=lambda: sets,
        figures=telling_order.figures(election, ranked, pairs, asking.lot) | named,
        told=lambda width: _told(
            election,
            left,
            telling_order.order("Ranked pairs", election, ranked, pairs, winners, sets, width),
        ),
    )


RULE = Rule(NAME, (Kind.RANKS,), _result)
