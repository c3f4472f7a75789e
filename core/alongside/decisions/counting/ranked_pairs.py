"""Ranked pairs: majorities are locked in from the largest down, each unless it would make a circle.

A majority is as large as the ballots that put one above another are more than those the other way round. Whoever
is on a ballot is above whoever is not. Nobody is locked in above a winner. With several places, the first in the
order get them (a proportional rule this is not: take one for a committee).

Source: T. N. Tideman, “Independence of clones as a criterion for voting rules”, Social Choice and Welfare (1987).
Equal majorities may be locked in in any order, and every order is tried: all winners that any of them leads to are
possible. Candidates who are in no circle of majorities together are followed apart. Where a circle that has no
part in who wins has too many orders, the order parts those in it by what is sure alone, and names them as
``order_not_followed``. A lot decides once: of equal majorities the one whose winner comes earlier in its order is
locked in first, then the one whose loser comes later (T. M. Zavist and T. N. Tideman, 1989).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from alongside.decisions.counting import telling_order
from alongside.decisions.counting.ballots import Election, Kind, names_of
from alongside.decisions.counting.circles import Circles, Locked
from alongside.decisions.counting.every_lot import MOST_STATES
from alongside.decisions.counting.lots import in_order
from alongside.decisions.counting.pairs import Above, Pairs, compared, in_turn, layers
from alongside.decisions.counting.rule import Asking, Result, Rule, no_vote, over, too_many

NAME = "ranked-pairs"

Majority = tuple[int, int]
"""Who is above whom, by number."""


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


def _told(election: Election, left: Sequence[int], told: str) -> str:
    """What is told, and who might be parted further by orders that have not been followed."""
    if not left:
        return told
    return f"{told}\n\nToo many orders to follow all between {names_of(election, left)}: a lot parts them."


def _result(election: Election, asking: Asking) -> Result:
    if not election.marked:
        raise no_vote(election)
    pairs, numbers = compared(election), election.standing
    circles = Circles(pairs, every_outcome, election.source)
    if asking.lot:
        order = in_order(asking.lot, numbers, election.name)
        ranked = [[one] for one in in_turn(numbers, _above(by_lot(pairs, order), numbers), order)]
        possible = {frozenset(one for place in ranked[: election.seats] for one in place)}
    else:
        possible = circles.first(election.seats)
        ranked = layers(numbers, _above(circles.in_every(), numbers))
    winners, sets = over(possible)
    left = [number for number in numbers if circles.not_followed >> number & 1]
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
