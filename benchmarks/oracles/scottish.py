"""Counts Scottish STV with pref_voting, to compare with ours: `.venv-oracles/bin/python scottish.py FILE.blt…`.

Prints JSON: for each file the sets of winners that drawing lots may lead to. Without a tie there is one.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from pref_voting.profiles_with_ties import ProfileWithTies
from pref_voting.proportional_methods import stv_scottish

LOTS = 8  # enough to meet both outcomes of one tie but once in 128 elections


def read(path: Path) -> tuple[ProfileWithTies, int, list[str]]:
    """The ballots, the number of seats and the names in a BLT file. Candidates are numbered from 1."""
    lines = path.read_text("utf-8").splitlines()
    candidates, seats = map(int, lines[0].split())
    end = lines.index("0")
    ballots = [[int(word) for word in line.split()] for line in lines[1:end]]
    profile = ProfileWithTies(
        [{preferred: rank for rank, preferred in enumerate(ballot[1:-1], 1)} for ballot in ballots],
        [ballot[0] for ballot in ballots],
        candidates=list(range(1, candidates + 1)),
    )
    return profile, seats, [line.strip('"') for line in lines[end + 1 : end + 1 + candidates]]


def outcomes(path: Path) -> list[list[str]]:
    """The winners by name, once for every set that the lots drawn here led to."""
    profile, seats, names = read(path)
    counts = (stv_scottish(profile, num_seats=seats, rng=random.Random(lot)) for lot in range(LOTS))  # noqa: S311 lots drawn here elect nobody
    return sorted({tuple(sorted(names[winner - 1] for winner in winners)) for winners in counts})


print(json.dumps({path: outcomes(Path(path)) for path in sys.argv[1:]}, ensure_ascii=False))
