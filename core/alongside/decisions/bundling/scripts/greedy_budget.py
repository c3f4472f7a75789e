"""The greedy budget: the project with the most votes first, if it still fits; then the next."""

from __future__ import annotations

from typing import Any

from alongside.decisions.bundling.scripts.budgets import every_order, greedy, told
from alongside.decisions.bundling.scripts.vote import Vote


def count(vote: Vote, asked: dict[str, Any]) -> tuple[set[frozenset[int]], dict[str, Any]]:
    """Every set of projects that may get the money, and the figures."""
    possible = every_order(vote, asked["lot"], lambda order: greedy(vote, frozenset(), order))
    return possible, told(vote, possible)
