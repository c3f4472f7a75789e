"""Reading ballots.csv of answers: ``choice,count``, then how many gave each answer."""

from __future__ import annotations

import csv
from collections import Counter

from alongside.decisions.bundling.scripts.vote import Vote


def read(text: str) -> Vote:
    """Read answers: ``yes,12``. A line without an answer says how many ballots are blank."""
    _, *rows = csv.reader(text.splitlines())
    names = [name for name, _ in rows if name]
    ballots: Counter[tuple[frozenset[int], ...]] = Counter()
    for name, many in rows:
        ballots[(frozenset([names.index(name) + 1]),) if name else ()] += int(many)
    return Vote(names, list(range(1, len(names) + 1)), ballots, [",".join(row) for row in rows])
