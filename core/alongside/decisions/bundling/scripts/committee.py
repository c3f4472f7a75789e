"""Filling places one by one, and following every tie for the next place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from alongside.decisions.bundling.scripts.lots import every_way, in_order
from alongside.decisions.bundling.scripts.vote import Vote


def committees(
    vote: Vote, asked: dict[str, Any], run: Callable[[Callable[..., int]], Iterable[int]]
) -> set[frozenset[int]]:
    """Every committee there can be; one where a lot was thrown."""
    if not asked["lot"]:
        return every_way(run)
    return {frozenset(run(lambda tied, _: in_order(asked["lot"], tied, vote)[0]))}


def best(figures: dict[int, Any], end: Callable[..., Any]) -> list[int]:
    """Those with the figure at one end."""
    at = end(figures.values())
    return [one for one in figures if figures[one] == at]
