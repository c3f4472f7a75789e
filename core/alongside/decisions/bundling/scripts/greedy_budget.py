"""The greedy budget: the project with the most votes, or points, first, if it still fits; then the next."""

from __future__ import annotations

from typing import Any

from alongside.decisions.bundling.scripts.budgets import every_order, greedy, told, votes
from alongside.decisions.bundling.scripts.vote import Vote


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every set of projects that may get the money, and the figures."""
    points = given(vote)
    strength = points or votes(vote)
    possible = every_order(vote, asked["lot"], lambda order: greedy(vote, strength, frozenset(), order))
    return possible, told(vote, possible) | ({"points": vote.by_name(points)} if points else {})


def given(vote: Vote) -> dict[int, int]:
    """The points of each project, where ballots hold points: in a third cell, in the order of the second."""
    if {line.count(";") for line in vote.lines} != {2}:
        return {}
    found = dict.fromkeys(vote.standing, 0)
    for _, named, points in (line.split(";") for line in vote.lines):
        for one, more in zip(filter(None, named.split(",")), filter(None, points.split(",")), strict=True):
            found[vote.names.index(one) + 1] += int(more)
    return found
