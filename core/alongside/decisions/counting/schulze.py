"""Schulze: whoever is above the other on the strongest chain of majorities stands above.

A majority is more ballots that put one above another than the other way round; it is as strong as the ballots on
its winning side. A chain of majorities is as strong as its weakest link. One candidate stands above another if her
strongest chain to the other is stronger than the other's to her; nobody stands above a winner. Whoever is on a
ballot is above whoever is not. With several places, the first in the order get them (a proportional rule this is
not: take one for a committee).

Source: M. Schulze, “A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
election method”, Social Choice and Welfare 36 (2011); strength by winning votes. Where nothing parts two, either
may come first; a lot puts them in its order.
"""

from __future__ import annotations

from alongside.decisions.counting import telling_order
from alongside.decisions.counting.ballots import Election, Kind
from alongside.decisions.counting.lots import in_order
from alongside.decisions.counting.pairs import Above, Pairs, compared, in_turn, layers, tops
from alongside.decisions.counting.rule import Asking, Result, Rule, no_vote, over

NAME = "schulze"


def strongest(pairs: Pairs) -> dict[int, dict[int, int]]:
    """For each pair how strong the strongest chain from the first to the second is; 0 where there is none."""
    numbers = pairs.numbers
    chain = {
        one: {other: pairs.more[one][other] if pairs.margin(one, other) > 0 else 0 for other in numbers}
        for one in numbers
    }
    # The one in the middle comes outermost: then chains through all earlier ones are known (Floyd and Warshall).
    for middle in numbers:
        onward = chain[middle]
        for one in numbers:
            row, reach = chain[one], chain[one][middle]
            for other in numbers:
                row[other] = max(row[other], min(reach, onward[other]))
    return chain


def above(pairs: Pairs) -> Above:
    """For each candidate those whom she stands above."""
    chain = strongest(pairs)
    return {
        one: frozenset(other for other in pairs.numbers if chain[one][other] > chain[other][one])
        for one in pairs.numbers
    }


def _result(election: Election, asking: Asking) -> Result:
    if not election.marked:
        raise no_vote(election)
    pairs = compared(election)
    order, numbers = above(pairs), election.standing
    if asking.lot:
        ranked = [[one] for one in in_turn(numbers, order, in_order(asking.lot, numbers, election.name))]
        possible = {frozenset(one for place in ranked[: election.seats] for one in place)}
    else:
        ranked = layers(numbers, order)
        possible = tops(numbers, order, election.seats, election.source)
    winners, sets = over(possible)
    return Result(
        rule=NAME,
        contest=election,
        winners=winners,
        tied=lambda: sets,
        figures=telling_order.figures(election, ranked, pairs, asking.lot),
        told=lambda width: telling_order.order("Schulze", election, ranked, pairs, winners, sets, width),
    )


RULE = Rule(NAME, (Kind.RANKS,), _result)
