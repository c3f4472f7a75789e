"""Margins: the fewest ballots that, marked otherwise, would have changed who has a place.

A ballot marked otherwise says anything that a ballot can say, or nothing. Who has a place is changed as soon as
somebody who has one stands no higher than somebody who has none: then a lot would have to decide at least. So it
is the fewest ballots by which one of those who have a place loses her lead over one of those who have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from alongside.decisions.counting.scores import Scores


def of_ticks(ticks: Mapping[int, int], above: Iterable[int]) -> int | None:
    """The fewest ballots of ticks; None where everybody has a place.

    A ballot can take two from a lead: a tick from the one, given to the other. There are enough of those that
    tick the one and not the other: as many at least as the lead.
    """
    placed = set(above)
    others = [votes for number, votes in ticks.items() if number not in placed]
    if not others or not placed:
        return None
    lead = min(ticks[number] for number in placed) - max(others)
    return -(-lead // 2)


def of_points(contest: Scores, totals: Mapping[int, int], above: Iterable[int]) -> int | None:
    """The fewest ballots of points; None where everybody has a place.

    A ballot takes most from a lead that gives the one nothing and the other as much as can be given. Which ballots
    have most to take is another question for each two, so all of them are asked, the shortest lead first.
    """
    placed = set(above)
    others = [number for number in totals if number not in placed]
    best: int | None = None
    for one, other in sorted(product(placed, others), key=lambda two: totals[two[0]] - totals[two[1]]):
        lead = totals[one] - totals[other]
        # No ballot takes more than twice the most from a lead: of this and all longer ones, fewer are not enough.
        if best is not None and lead > 2 * contest.max_score * (best - 1):
            break
        found = _ballots(contest, one, other, lead)
        best = found if best is None else min(best, found)
    return best


def _ballots(contest: Scores, one: int, other: int, lead: int) -> int:
    """How many ballots take this lead away, those first that can take most of it."""
    takes: dict[int, int] = {}
    for pile in contest.piles:
        taken = (pile.scores[one - 1] or 0) - (pile.scores[other - 1] or 0) + contest.max_score
        takes[taken] = takes.get(taken, 0) + pile.ballots
    ballots = 0
    for taken in sorted(takes, reverse=True):
        here = min(-(-lead // taken), takes[taken]) if taken else 0
        ballots, lead = ballots + here, lead - here * taken
        if lead <= 0:
            break
    return ballots
