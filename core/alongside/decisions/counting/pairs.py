"""Pairs: how many ballots put one candidate above another, and orders made from such comparisons.

Whoever is on a ballot stands above whoever is not; two at one rank, or two who are both not on it, are not
compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.rule import MOST_SETS, too_many

Above = Mapping[int, frozenset[int]]
"""For each candidate those whom she stands above; whoever she is above of is above of fewer (no circles)."""


@attrs.frozen
class Pairs:
    """``more[a][b]`` is how many ballots put ``a`` above ``b``."""

    more: Mapping[int, Mapping[int, int]]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The candidates, by number."""
        return tuple(self.more)

    def margin(self, first: int, second: int) -> int:
        """By how many more ballots ``first`` stands above ``second`` than below; negative where below."""
        return self.more[first][second] - self.more[second][first]


def compared(election: Election) -> Pairs:
    """Compare everybody who stands with everybody else."""
    more = {first: dict.fromkeys(election.standing, 0) for first in election.standing}
    for pile in election.marked:
        below = set(election.standing)
        for place in pile.by_rank:
            # Before any of this rank is compared, so that those who share it are not above each other.
            below.difference_update(place)
            for number in place:
                row = more[number]
                for other in below:
                    row[other] += pile.ballots
    return Pairs(more)


def layers(numbers: Iterable[int], above: Above) -> list[list[int]]:
    """The candidates from the top down; those whom nothing parts stand in one layer, by number."""
    left, found = set(numbers), list[list[int]]()
    while left:
        top = unbeaten(left, above)
        found.append(sorted(top))
        left.difference_update(top)
    return found


def unbeaten(among: Iterable[int], above: Above) -> set[int]:
    """Those above whom nobody else of them stands."""
    left = set(among)
    return left - {loser for number in left for loser in above[number]}


def tops(numbers: Sequence[int], above: Above, seats: int, where: str) -> set[frozenset[int]]:
    """Every set of ``seats`` candidates that can stand first, if those whom nothing parts may come in any order.

    Raises:
        BadInput: where there are too many to spell out.
    """
    found = {frozenset[int]()}
    for _ in range(min(seats, len(numbers))):
        found = {top | {one} for top in found for one in unbeaten(set(numbers) - top, above)}
        if len(found) > MOST_SETS:
            raise too_many(f"more than {MOST_SETS:,} sets of winners are possible", where)
    return found


def in_turn(numbers: Iterable[int], above: Above, order: Sequence[int]) -> list[int]:
    """One order of all: whom nothing parts come as they do in ``order``."""
    left, found = list(order), list[int]()
    assert set(left) == set(numbers)  # noqa: S101 - a lot orders everybody who stands
    while left:
        free = unbeaten(left, above)
        found.append(next(number for number in left if number in free))
        left.remove(found[-1])
    return found
