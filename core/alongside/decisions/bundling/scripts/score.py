"""Score: the highest totals have the places; a blank is a 0."""

from __future__ import annotations

from typing import Any

from alongside.decisions.bundling.scripts.cutting import cut
from alongside.decisions.bundling.scripts.vote import Vote


def given(vote: Vote) -> list[tuple[list[int], int]]:
    """What each ballot gave to everybody in order, and how many ballots did."""
    return [([min(cell, default=0) for cell in said], many) for said, many in vote.ballots.items()]


def totals(vote: Vote) -> dict[int, int]:
    """The sum of what each was given."""
    return {one: sum(scores[one - 1] * many for scores, many in given(vote)) for one in vote.standing}


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every possible set of winners, and the totals."""
    possible = cut(vote, totals(vote), asked["seats"], asked["lot"])
    if asked["of"] == "decision" and not any(totals(vote).values()):
        possible = {frozenset()}  # nobody is chosen who has no points
    return possible, {"scores": vote.by_name(totals(vote)), "max_score": asked["max_score"]}
