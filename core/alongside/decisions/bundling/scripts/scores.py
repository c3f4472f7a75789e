"""Reading ballots.csv of scores: ``count`` and the names, then how many ballots gave what to each."""

from __future__ import annotations

import csv
from collections import Counter

from alongside.decisions.bundling.scripts.vote import Vote


def read(text: str) -> Vote:
    """Read scores: ``3,5,,0`` is three ballots with 5 for the first, nothing for the second, 0 for the third."""
    head, *rows = csv.reader(text.splitlines())
    ballots: Counter[tuple[frozenset[int], ...]] = Counter()
    for many, *cells in rows:
        ballots[tuple(frozenset([int(cell)] if cell else []) for cell in cells)] += int(many)
    return Vote(head[1:], list(range(1, len(head))), ballots, [",".join(row) for row in rows])
