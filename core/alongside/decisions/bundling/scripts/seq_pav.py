"""Sequential proportional approval: a ballot adds 1/(k + 1) to each it ticks, when k of those are elected."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from alongside.decisions.bundling.scripts.approval import alike, ticks
from alongside.decisions.bundling.scripts.committee import best, committees
from alongside.decisions.bundling.scripts.vote import Vote


def filled(vote: Vote, seats: int, pick: Callable[..., int]) -> set[int]:
    """Fill one place after the other with the highest sum."""
    chosen: set[int] = set()
    while len(chosen) < min(seats, len(vote.standing)):
        sums = {one: Fraction(0) for one in vote.standing if one not in chosen}
        for ticked, many in alike(vote).items():
            for one in sums.keys() & ticked:
                sums[one] += Fraction(many, len(chosen.intersection(ticked)) + 1)
        tied = best(sums, max)
        chosen.add(pick(tied, frozenset(chosen)) if len(tied) > 1 else tied[0])
    return chosen


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible committee, and the ticks."""
    possible = committees(vote, asked, lambda pick: filled(vote, asked["seats"], pick))
    return possible, {"approvals": vote.by_name(ticks(vote))}
