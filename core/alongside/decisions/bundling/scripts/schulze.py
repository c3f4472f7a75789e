"""Schulze: whoever is above the other on the strongest chain of majorities stands above.

A majority is as strong as the ballots on its winning side, a chain as its weakest link. One candidate stands above
another if her strongest chain to the other is stronger than the other's to her; nobody stands above a winner.
"""

from __future__ import annotations

from itertools import product
from typing import Any

from alongside.decisions.bundling.scripts.pairs import compared, first, ranking, told, tops
from alongside.decisions.bundling.scripts.vote import Vote


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible set of winners, the order, and the comparisons."""
    more = compared(vote)
    chain = {
        (one, other): row[other] for one, row in more.items() for other in row if row[other] > more[other][one]
    }
    for middle, one, other in product(vote.standing, repeat=3):
        through = min(chain.get((one, middle), 0), chain.get((middle, other), 0))
        chain[one, other] = max(chain.get((one, other), 0), through)
    above = {
        one: {other for other in vote.standing if chain[one, other] > chain[other, one]} for one in vote.standing
    }
    order = ranking(vote, above, asked["lot"])
    possible = first(vote, order, asked["seats"]) if asked["lot"] else tops(vote, above, asked["seats"])
    return possible, told(vote, more, order)
