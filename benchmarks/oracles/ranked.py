"""Counts elections by orders with pref_voting, to compare with ours: `ranked.py < ELECTIONS`.

Reads JSON, a list of `{"rule", "candidates", "seats", "ballots": [[how many, [first, second, …]], …]}` with the
candidates numbered from 1, and prints for each the sets of winners that are possible: all of them for irv, schulze
and ranked-pairs (for one seat), those that drawing lots led to for scottish-stv, and the one that meek finds.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterable
from typing import Any

from pref_voting.iterative_methods import instant_runoff_put
from pref_voting.margin_based_methods import beat_path, ranked_pairs
from pref_voting.profiles_with_ties import ProfileWithTies
from pref_voting.proportional_methods import stv_meek, stv_scottish

LOTS = 12
"""Lots drawn for each election in which lots decide anything."""


def profile(election: dict[str, Any]) -> ProfileWithTies:
    """The ballots; whoever is on one stands above whoever is not."""
    ballots = [
        ({who: rank for rank, who in enumerate(said, 1)}, many) for many, said in election["ballots"] if said
    ]
    numbers = list(range(1, election["candidates"] + 1))
    made = ProfileWithTies([said for said, _ in ballots], [many for _, many in ballots], candidates=numbers)
    made.use_extended_strict_preference()
    return made


def single(winners: Iterable[int]) -> list[list[int]]:
    """Winners of whom each alone may fill the one place."""
    return [[int(winner)] for winner in winners]


def schulze(voted: ProfileWithTies, _seats: int) -> list[list[int]]:
    """By the ballots on the winning side of each majority."""
    return single(beat_path(voted, strength_function=voted.support))


class Lot(random.Random):
    """A lot that knows whether it was drawn."""

    drawn = False

    def getrandbits(self, *bits: int) -> int:
        """Draw."""
        self.drawn = True
        return super().getrandbits(*bits)

    def random(self) -> float:
        """Draw."""
        self.drawn = True
        return super().random()


def scottish(voted: ProfileWithTies, seats: int) -> list[list[int]]:
    """What the lots drawn here lead to; where none is drawn, one count is all of them."""
    found = []
    for seed in range(LOTS):
        lot = Lot(seed)
        found.append(list(map(int, stv_scottish(voted, num_seats=seats, rng=lot))))
        if not lot.drawn:
            break
    return found


RULES: dict[str, Callable[[ProfileWithTies, int], list[list[int]]]] = {
    "irv": lambda voted, _seats: single(instant_runoff_put(voted)),
    "schulze": schulze,
    "ranked-pairs": lambda voted, _seats: single(ranked_pairs(voted, algorithm="from_stacks")),
    "scottish-stv": scottish,
    "meek": lambda voted, seats: [list(map(int, stv_meek(voted, num_seats=seats, tol=1e-6)))],
}

found = (RULES[one["rule"]](profile(one), one["seats"]) for one in json.load(sys.stdin))
print(json.dumps([sorted({tuple(sorted(winners)) for winners in possible}) for possible in found]))
