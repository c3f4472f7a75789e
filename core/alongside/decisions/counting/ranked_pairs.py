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
from itertools import groupby

from alongside.decisions.counting import telling_order
from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.every_lot import MOST_STATES
from alongside.decisions.counting.lots import in_order
from alongside.decisions.counting.pairs import Above, Pairs, compared, in_turn, layers, tops
from alongside.decisions.counting.rule import Asking, Result, Rule, no_vote, over, too_many

NAME = "ranked-pairs"

Majority = tuple[int, int]
"""Who is above whom."""

Locked = frozenset[Majority]
"""All pairs of which one stands above the other by what is locked in, directly or by way of others."""


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


def lock(locked: Locked, pair: Majority) -> Locked:
    """Lock a majority in, with all that follows from it; a pair that would make a circle changes nothing."""
    winner, loser = pair
    if pair in locked or (loser, winner) in locked:
        return locked
    over_it = {winner, *(one for one, other in locked if other == winner)}
    under_it = {loser, *(other for one, other in locked if one == loser)}
    return locked | {(one, other) for one in over_it for other in under_it}


def every_outcome(pairs: Pairs, where: str = "") -> set[Locked]:
    """What is locked in at the end, for every order in which equal majorities can be taken.

    Raises:
        BadInput: where there are too many orders to follow.
    """
    outcomes = {Locked()}
    for equal in majorities(pairs):
        outcomes = {end for locked in outcomes for end in _ends(locked, equal, where)}
        if len(outcomes) > MOST_STATES:
            raise too_many("equal majorities can be taken in too many orders to follow them all", where)
    return outcomes


def _ends(locked: Locked, equal: Sequence[Majority], where: str) -> set[Locked]:
    """Where equal majorities lead from one state; orders that meet again are followed once."""
    found, seen = set[Locked](), set[tuple[Locked, frozenset[Majority]]]()
    todo = [_without_choice(locked, equal)]
    while todo:
        state = todo.pop()
        if state in seen:
            continue
        seen.add(state)
        now, open_ones = state
        if not open_ones:
            found.add(now)
        todo.extend(_without_choice(lock(now, pair), open_ones) for pair in open_ones)
        if len(seen) > MOST_STATES:
            raise too_many("equal majorities can be taken in too many orders to follow them all", where)
    return found


def _without_choice(locked: Locked, equal: Iterable[Majority]) -> tuple[Locked, frozenset[Majority]]:
    """Lock in what is in no circle with the others, and leave those among which the order matters."""
    left = {pair for pair in equal if pair not in locked and pair[::-1] not in locked}
    while safe := {pair for pair in left if not _in_a_circle(pair, locked | left)}:
        for pair in safe:
            locked = lock(locked, pair)
        left = {pair for pair in left - safe if pair not in locked and pair[::-1] not in locked}
    return locked, frozenset(left)


def _in_a_circle(pair: Majority, all_of_them: Iterable[Majority]) -> bool:
    """Whether a way leads from the loser of a pair back to its winner."""
    after: dict[int, list[int]] = {}
    for one, other in all_of_them:
        after.setdefault(one, []).append(other)
    reached, todo = {pair[1]}, [pair[1]]
    while todo:
        for other in after.get(todo.pop(), ()):
            if other not in reached:
                reached.add(other)
                todo.append(other)
    return pair[0] in reached


def by_lot(pairs: Pairs, order: Sequence[int]) -> Locked:
    """What is locked in where the order of a lot decides which of equal majorities comes first."""
    place = {number: at for at, number in enumerate(order)}
    locked = Locked()
    for equal in majorities(pairs):
        for pair in sorted(equal, key=lambda pair: (place[pair[0]], -place[pair[1]])):
            locked = lock(locked, pair)
    return locked


def _above(locked: Iterable[Majority], numbers: Sequence[int]) -> Above:
    found: dict[int, set[int]] = {number: set() for number in numbers}
    for one, other in locked:
        found[one].add(other)
    return {number: frozenset(others) for number, others in found.items()}


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
        # Who stands above whom whatever the order: what every outcome has locked in.
        ranked = layers(numbers, _above(frozenset.intersection(*outcomes), numbers))
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
