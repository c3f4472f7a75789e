"""The line between those who have a place and the others."""

from __future__ import annotations

from itertools import combinations

from alongside.decisions.bundling.scripts.lots import in_order
from alongside.decisions.bundling.scripts.vote import Vote


def cut(vote: Vote, figures: dict[int, int], seats: int, lot: str) -> set[frozenset[int]]:
    """The highest figures have the places; every possible set where several stand equal for the last of them."""
    ranked = sorted(figures, key=lambda one: -figures[one])
    if seats >= len(ranked) or figures[ranked[seats - 1]] > figures[ranked[seats]]:
        return {frozenset(ranked[:seats])}
    line = figures[ranked[seats]]
    above = {one for one in ranked if figures[one] > line}
    level = in_order(lot, (one for one in ranked if figures[one] == line), vote)
    left = seats - len(above)
    return {frozenset(above.union(more)) for more in ([level[:left]] if lot else combinations(level, left))}
