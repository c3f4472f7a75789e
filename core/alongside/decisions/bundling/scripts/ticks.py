"""Reading ballots.csv of ticks: ``count`` and the names, then how many ballots ticked whom."""

from __future__ import annotations

import csv
from collections import Counter

from alongside.decisions.bundling.scripts.vote import Vote


def read(text: str) -> Vote:
    """Read ticks: ``3,1,0,1`` is three ballots on which the first and the third are ticked."""
    head, *rows = csv.reader(text.splitlines())
    ballots: Counter[tuple[frozenset[int], ...]] = Counter()
    for many, *cells in rows:
        ballots[tuple(frozenset([one]) for one, cell in enumerate(cells, 1) if cell == "1")] += int(many)
    return Vote(head[1:], list(range(1, len(head))), ballots, [",".join(row) for row in rows])
