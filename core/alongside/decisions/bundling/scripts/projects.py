"""Reading ballots.pb, the format of Pabulib: META with the budget, PROJECTS with their costs, then the VOTES."""

from __future__ import annotations

import csv
from collections import Counter
from fractions import Fraction

from alongside.decisions.bundling.scripts.vote import Vote


def read(text: str) -> Vote:
    """Read a vote on a budget: each line under VOTES is one person and what she ticked; the budget comes last."""
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    start, end = rows.index(["PROJECTS"]), rows.index(["VOTES"])
    projects, votes = rows[start + 2 : end], rows[end + 2 :]
    names = [row[0] for row in projects]
    ticked = ([names.index(one) + 1 for one in row[1].split(",") if one] for row in votes)
    ballots = Counter(tuple(frozenset([one]) for one in sorted(each)) for each in ticked)
    money = *(Fraction(row[1]) for row in projects), Fraction(dict(rows[2:start])["budget"])
    return Vote(names, list(range(1, len(names) + 1)), ballots, [";".join(row) for row in votes], money)
