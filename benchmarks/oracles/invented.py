"""Small invented elections for comparing programs: the same seed gives the same election in every environment.

Only ``random()`` is asked of Python's generator, because its numbers are promised to stay what they are. Half of
the elections, those with an odd seed, are made level: each ballot comes once more with two candidates changed
over, so that these two stand equal in everything.
"""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Ticks:
    """Candidates from 1, places, and ballots as lists of those ticked."""

    candidates: int
    seats: int
    ballots: list[list[int]]


@dataclass(frozen=True)
class Grades:
    """Candidates from 1, the most that may be given, and ballots with a score for each in order."""

    candidates: int
    most: int
    ballots: list[list[int]]


@dataclass(frozen=True)
class Budget:
    """The cost of each project in order, what there is to spend, what satisfaction is, and ballots of ticks."""

    costs: list[int]
    budget: int
    satisfaction: str
    ballots: list[list[int]]


class Dice:
    """Whole numbers by chance, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 nobody is elected by it

    def one(self, first: int, last: int) -> int:
        """A number from ``first`` to ``last``."""
        return first + int(self._chance.random() * (last - first + 1))

    def often(self, of_ten: int) -> bool:
        """True as often in ten times."""
        return self._chance.random() * 10 < of_ten


def ticks(seed: int) -> Ticks:
    """An election by ticks: 2 to 6 candidates, up to 9 people, some of whom tick nobody."""
    dice = Dice(seed)
    candidates = dice.one(2, 6)
    ballots = _ticked(dice, candidates, dice.one(1, 9))
    return Ticks(candidates, dice.one(1, candidates - 1), _level(ballots, seed, candidates))


def grades(seed: int) -> Grades:
    """An election by scores: 2 to 5 candidates, up to 7 people, a most of 1 to 5."""
    dice = Dice(seed)
    candidates, most = dice.one(2, 5), dice.one(1, 5)
    ballots = [[dice.one(0, most) for _ in range(candidates)] for _ in range(dice.one(1, 7))]
    if seed % 2:
        ballots += [[ballot[1], ballot[0], *ballot[2:]] for ballot in ballots]
    return Grades(candidates, most, ballots)


def budget(seed: int) -> Budget:
    """A vote on 2 to 4 projects of up to 12 units each, by up to 6 people."""
    dice = Dice(seed)
    projects = dice.one(2, 4)
    costs = [dice.one(1, 12) for _ in range(projects)]
    if seed % 2:
        costs[1] = costs[0]
    ballots = _level(_ticked(dice, projects, dice.one(1, 6)), seed, projects)
    return Budget(costs, dice.one(1, sum(costs)), ("cost", "count")[dice.one(0, 1)], ballots)


def order(seed: int, candidates: int) -> list[int]:
    """An order of all candidates, as a lot might give it."""
    dice, left = Dice(seed + 1_000_000_007), list(range(1, candidates + 1))
    return [left.pop(dice.one(0, len(left) - 1)) for _ in range(candidates)]


def _ticked(dice: Dice, candidates: int, people: int) -> list[list[int]]:
    often = dice.one(2, 7)
    return [[one for one in range(1, candidates + 1) if dice.often(often)] for _ in range(people)]


def _level(ballots: list[list[int]], seed: int, candidates: int) -> list[list[int]]:
    if not seed % 2 or candidates < 2:
        return ballots
    change = {1: 2, 2: 1}
    return ballots + [sorted(change.get(one, one) for one in ballot) for ballot in ballots]
