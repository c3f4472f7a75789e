"""Ranked pairs: majorities are locked in from the largest down, each unless it would make a circle.

A majority is as large as the ballots that put one above another are more than those the other way round. Whoever
is on a ballot is above whoever is not. Nobody is locked in above a winner. With several places, the first in the
order get them (a proportional rule this is not: take one for a committee).

Source: T. N. Tideman, “Independence of clones as a criterion for voting rules”, Social Choice and Welfare (1987).
Equal majorities may be locked in in any order, and every order is tried: all winners that any of them leads to are
possible. A lot decides once: of equal majorities the one whose winner comes earlier in its order is locked in
first, then the one whose loser comes later (T. M. Zavist and T. N. Tideman, 1989).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import groupby
from operator import and_

from alongside.decisions.counting import telling_order
from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.every_lot import MOST_STATES
from alongside.decisions.counting.lots import in_order
from alongside.decisions.counting.pairs import Above, Pairs, compared, in_turn, layers, tops
from alongside.decisions.counting.rule import Asking, Result, Rule, no_vote, over, too_many

NAME = "ranked-pairs"

Majority = tuple[int, int]
"""Who is above whom, by number."""

Locked = tuple[int, ...]
"""For each number those whom she stands above by what is locked in, directly or not: a bit for each number."""


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


def every_outcome(pairs: Pairs, where: str = "") -> set[Locked]:
    """What is locked in at the end, for every order in which equal majorities can be taken.

    Raises:
        BadInput: where there are too many orders to follow.
    """
    outcomes, followed = {nothing(pairs)}, 0
    for equal in majorities(pairs):
        states = _followed(outcomes, equal, MOST_STATES - followed, where)
        outcomes = {locked for locked, left in states if not left}
        followed += len(states) - len(outcomes)
    return outcomes


State = tuple[Locked, frozenset[Majority]]
"""What is locked in, and which of equal majorities are still to be taken in an order that matters."""


def _followed(outcomes: Iterable[Locked], equal: Sequence[Majority], most: int, where: str) -> set[State]:
    """Every state that taking equal majorities leads through; orders that meet again are followed once."""
    seen = set[State]()
    todo = [_without_choice(locked, equal) for locked in outcomes]
    while todo:
        state = todo.pop()
        if state in seen:
            continue
        seen.add(state)
        if len(seen) > most:
            raise too_many("equal majorities can be taken in too many orders to follow them all", where)
        locked, left = state
        todo.extend(_without_choice(lock(locked, pair), left) for pair in left)
    return seen


def _without_choice(locked: Locked, equal: Iterable[Majority]) -> tuple[Locked, frozenset[Majority]]:
    """Lock in what is in no circle with the others, and leave those among which the order matters."""
    left = _open(locked, equal)
    while safe := _in_no_circle(locked, left):
        for pair in safe:
            locked = lock(locked, pair)
        left = _open(locked, left - safe)
    return locked, left


def _open(locked: Locked, equal: Iterable[Majority]) -> frozenset[Majority]:
    """The pairs of which neither stands above the other yet."""
    return frozenset((one, other) for one, other in equal if not (locked[one] >> other | locked[other] >> one) & 1)


def _in_no_circle(locked: Locked, left: frozenset[Majority]) -> frozenset[Majority]:
    """The pairs of which no way leads back from the loser to the winner, by what is locked in or left."""
    reach = list(locked)
    for one, other in left:
        reach[one] |= 1 << other
    for middle in range(len(reach)):
        for one, below in enumerate(reach):
            if below >> middle & 1:
                reach[one] |= reach[middle]
    return frozenset((one, other) for one, other in left if not reach[other] >> one & 1)


def by_lot(pairs: Pairs, order: Sequence[int]) -> Locked:
    """What is locked in where the order of a lot decides which of equal majorities comes first."""
    place = {number: at for at, number in enumerate(order)}
    locked = nothing(pairs)
    for equal in majorities(pairs):
        for pair in sorted(equal, key=lambda pair: (place[pair[0]], -place[pair[1]])):
            locked = lock(locked, pair)
    return locked


def _above(locked: Locked, numbers: Sequence[int]) -> Above:
    return {one: frozenset(other for other in numbers if locked[one] >> other & 1) for one in numbers}


def in_every(outcomes: Iterable[Locked]) -> Locked:
    """Who stands above whom whatever the order: what every outcome has locked in."""
    return tuple(reduce(and_, belows) for belows in zip(*outcomes, strict=True))


def _result(election: Election, asking: Asking) -> Result:
    if not election.marked:
        raise no_vote(election)
    pairs, numbers = compared(election), election.standing
    if asking.lot:
        order = in_order(asking.lot, numbers, election.name)
        ranked = [[one] for one in in_turn(numbers, _above(by_lot(pairs, order), numbers), order)]
        possible = {frozenset(one for place in ranked[: election.seats] for one in place)}
    else:
        outcomes = every_outcome(pairs, election.source)
        ranked = layers(numbers, _above(in_every(outcomes), numbers))
        ends = (tops(numbers, _above(end, numbers), election.seats, election.source) for end in outcomes)
        possible = set().union(*ends)
    winners, sets = over(possible)
    return Result(
        rule=NAME,
        contest=election,
        winners=winners,
        tied=lambda: sets,
        figures=telling_order.figures(election, ranked, pairs, asking.lot),
        told=lambda width: telling_order.order("Ranked pairs", election, ranked, pairs, winners, sets, width),
    )


RULE = Rule(NAME, (Kind.RANKS,), _result)
