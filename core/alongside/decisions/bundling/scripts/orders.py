"""Reading ballots.blt: candidates and seats, the withdrawn, a line for each ballot that differs, 0, names."""

from __future__ import annotations

from collections import Counter

from alongside.decisions.bundling.scripts.vote import Vote


def read(text: str) -> Vote:
    """Read orders: ``3 2 1=4 - 5 0`` is three ballots with 2 first, 1 and 4 second, nobody third, 5 fourth."""
    first, *lines = text.splitlines()
    gone = {-int(word) for word in lines.pop(0).split()} if lines[0].startswith("-") else set()
    end, candidates = lines.index("0"), int(first.split()[0])
    ballots: Counter[tuple[frozenset[int], ...]] = Counter()
    for line in lines[:end]:
        many, *places, _ = line.split()
        said = [set(map(int, place.split("="))) if place != "-" else set() for place in places]
        # Ranks are closed up where somebody has withdrawn; one that was left empty stays so.
        ballots[tuple(frozenset(place - gone) for place in said if place - gone or not place)] += int(many)
    names = [line[1:-1] for line in lines[end + 1 :][:candidates]]
    standing = [one for one in range(1, candidates + 1) if one not in gone]
    return Vote(names, standing, ballots, lines[:end])
