"""Counts one BLT file with pyrankvote, for the clock: `.venv-oracles/bin/python fast_stv.py FILE.blt`.

Prints JSON: the seconds of reading and counting together, by the wall and by the processor. Its reader is the
plainest that gives it what it asks for, a ballot a line.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pyrankvote


def elect(path: Path) -> list[str]:
    """The names of those elected."""
    lines = path.read_text("utf-8").splitlines()
    candidates, seats = map(int, lines[0].split())
    end = lines.index("0")
    standing = [pyrankvote.Candidate(line.strip('"')) for line in lines[end + 1 : end + 1 + candidates]]
    ballots = []
    for line in lines[1:end]:
        words = line.split()
        ranked = pyrankvote.Ballot([standing[int(word) - 1] for word in words[1:-1]])
        ballots.extend([ranked] * int(words[0]))
    result = pyrankvote.single_transferable_vote(standing, ballots, number_of_seats=seats)
    return [winner.name for winner in result.get_winners()]


wall, processor = time.perf_counter(), time.process_time()
elected = elect(Path(sys.argv[1]))
print(json.dumps({"wall": time.perf_counter() - wall, "processor": time.process_time() - processor}))
