"""Our rules for orders beside another program's, which runs in an environment of its own (`make oracles`).

Differences that have a reason are told here, each with its cause; any other fails.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections.abc import Callable, Iterable
from math import floor
from pathlib import Path
from typing import Any

import attrs
import pytest

from alongside.decisions.counting import every_lot, irv, meek_table, scottish_table
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.readers import blt
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.rules import RULES
from alongside.decisions.counting.stages import ONE_VOTE

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-oracles/bin/python"
WARDS = ["shetland_2017_ward7", "fife_2017_ward6", "edinburgh_2017_ward1"]
NAMES = ("irv", "schulze", "ranked-pairs", "scottish-stv", "meek")
HOW_MANY = dict.fromkeys(NAMES, 100_000) | {"meek": 5_000}
"""Elections in the long proof: their Meek takes a tenth of a second for each, by floats until nothing moves.

Very many, and their ties, are compared with the text of the rule (``test_counting_by_the_text``).
"""


made = pytest.mark.skipif(not PYTHON.exists(), reason="make oracles has not made the other environment")

Sets = set[frozenset[int]]


def invented(seed: int, rule: str) -> Election:
    """A small election; every second one says of several candidates the same, so that much of it is tied."""
    chance = random.Random(f"{rule}/{seed}")
    candidates = chance.randint(2, 4 if rule == "ranked-pairs" else 6)  # theirs tries every order of equal ones
    seats = chance.randint(1, candidates - 1) if rule in ("scottish-stv", "meek") else 1
    numbers = range(1, candidates + 1)
    piles = [
        Pile(tuple(chance.sample(numbers, chance.randint(1, candidates))), chance.choice([1, 2, 3, 20, 40]))
        for _ in range(chance.randint(1, 12))
    ]
    if seed % 2:
        alike = chance.sample(numbers, chance.choice([2, candidates]))
        turned = [dict(zip(alike, alike[by:] + alike[:by], strict=True)) for by in range(len(alike))]
        piles = [attrs.evolve(pile, preferences=_put(turn, pile)) for pile in piles[:3] for turn in turned]
    return Election(candidates=tuple("ABCDEF"[:candidates]), seats=seats, piles=tuple(piles))


def _put(turn: dict[int, int], pile: Pile) -> tuple[int, ...]:
    return tuple(turn.get(number, number) for number in pile.preferences)


def plain(rule: str, voted: Election) -> dict[str, Any]:
    ballots = [[pile.ballots, pile.preferences] for pile in voted.piles]
    return {"rule": rule, "candidates": len(voted.candidates), "seats": voted.seats, "ballots": ballots}


def theirs(asked: list[tuple[str, Election]]) -> list[Sets]:
    """The sets of winners that the other program finds possible, for each election."""
    told = json.dumps([plain(rule, voted) for rule, voted in asked])
    program = [PYTHON, ROOT / "benchmarks/oracles/ranked.py"]
    done = subprocess.run(program, input=told, capture_output=True, text=True, check=True)
    return [{frozenset(one) for one in possible} for possible in json.loads(done.stdout)]


def ours(rule: str, voted: Election) -> Sets:
    result = RULES[rule].count(voted, Asking())
    return {frozenset(one) for one in result.tied()} or {frozenset(result.winners)}


class WithoutLookingBack(irv.Table):
    """An instant run-off in which every tie for the fewest is drawn, as the other program has it."""

    def _fewest(self) -> frozenset[int]:
        least = min(self.votes.values())
        return frozenset(number for number in self.left if self.votes[number] == least)


class DrawnAmongAll(scottish_table.Table):
    """A Scottish count in which looking back decides a tie alone or not at all, as the other program has it."""

    def _at_the_end(self, among: Iterable[int], end: Callable[[Iterable[int]], int]) -> frozenset[int]:
        numbers = tuple(among)
        parted = super()._at_the_end(numbers, end)
        extreme = end(self.votes[number] for number in numbers)
        level = frozenset(number for number in numbers if self.votes[number] == extreme)
        return parted if len(parted) == 1 else level


class CutByFloats(DrawnAmongAll):
    """The same, where what a paper is worth is cut as the other program cuts it: 0.325 of a vote to 0.32499."""

    def _move(self, giver: int, change: Callable[[int], int]) -> int:
        if self.votes[giver] != self.quota:  # an exclusion: each paper keeps its worth
            return super()._move(giver, change)
        total = sum(papers * value for _, papers, value in self.papers.held_by([giver])[0])
        surplus = (total - self.quota) / ONE_VOTE
        return super()._move(giver, lambda value: _cut(surplus * (value / ONE_VOTE) / (total / ONE_VOTE)))


def _cut(worth: float) -> int:
    return floor(worth * ONE_VOTE + 1e-12)


class WithTheShareAlone(meek_table.Table):
    """A count by Meek's rule, nothing on top of the quota and without looking back, as they have it."""

    def _fewest(self) -> frozenset[int]:
        least = min(self.votes[number] for number in self.hopeful)
        return frozenset(number for number in self.hopeful if self.votes[number] == least)

    def _share_out(self) -> None:
        super()._share_out()
        self.quota -= 1
        self.surplus = self._surplus()

    def _elect(self) -> tuple[int, ...]:
        reached = [number for number in self.hopeful if self.votes[number] >= self.quota]
        most_first = sorted(reached, key=lambda number: (-self.votes[number], number))
        elected = tuple(
            most_first[: self.seats - len(self.winners)]
        )  # with the share alone it may be one too many
        self.hopeful.difference_update(elected)
        self.winners += elected
        self.surplus = self._surplus()
        return elected


def possible(table: every_lot.Copied) -> Sets:
    """The sets of winners that lots may lead to."""
    return set(every_lot.possible_winners(table, table.until_a_lot()))


def difference(rule: str, voted: Election, found: Sets) -> str:
    """What is different without a reason; nothing where all is as it should be."""
    mine = ours(rule, voted)
    if rule == "irv":
        # Cause: we look back to earlier rounds before a lot is drawn, they never do. Without that we are the same.
        drawn = possible(WithoutLookingBack(voted))
        return "" if mine <= found == drawn else f"{mine} {drawn} {found}"
    if rule == "scottish-stv":
        # Cause: they draw some lots, we follow all. What they meet is possible, and alone where we see no tie.
        # Cause: where an earlier stage parts the tied but leaves several, we draw among those, they among all.
        drawn = possible(DrawnAmongAll(voted))
        if mine | found <= drawn and (len(drawn) > 1 or found == drawn):
            return ""
        # Cause: they reckon in floats, which are a little less than what they stand for, and cut those.
        return "" if found <= possible(CutByFloats(voted)) else f"{mine} {drawn} {found}"
    if rule == "meek" and len(mine) == 1 and mine != found:
        # Cause: they have no lots, never look back, and elect whoever has just the share that is to be exceeded.
        drawn = possible(WithTheShareAlone(voted))
        return "" if found <= drawn else f"{mine} {drawn} {found}"
    # Cause: of those tied they take the one with the smaller number; we say that there is a tie.
    return "" if mine == found or rule == "meek" else f"{mine} {found}"


def differences(rules: tuple[str, ...], seeds: range) -> dict[tuple[str, int], str]:
    asked = [(rule, seed, invented(seed, rule)) for rule in rules for seed in seeds]
    found = theirs([(rule, voted) for rule, _, voted in asked])
    compared = zip(asked, found, strict=True)
    told = {(rule, seed): difference(rule, voted, sets) for (rule, seed, voted), sets in compared}
    return {which: what for which, what in told.items() if what}


@made
@pytest.mark.parametrize("rules", [NAMES[:4], pytest.param(NAMES[4:], marks=pytest.mark.proof)], ids=", ".join)
def test_three_hundred_invented_elections_have_the_winners_that_another_program_finds(rules) -> None:
    assert differences(rules, range(300)) == {}


@made
@pytest.mark.proof
def test_paper_that_floats_cut_too_far_is_told_apart() -> None:
    voted = invented(34_235, "scottish-stv")
    assert theirs([("scottish-stv", voted)]) == [possible(CutByFloats(voted))]
    assert ours("scottish-stv", voted) == possible(DrawnAmongAll(voted)) != possible(CutByFloats(voted))


@pytest.mark.parametrize("rule", NAMES)
def test_half_of_the_invented_elections_are_tied(rule: str) -> None:
    ties = sum(len(ours(rule, invented(seed, rule))) > 1 for seed in range(300))
    assert 100 < ties < 200


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("rule", NAMES)
def test_very_many_invented_elections_have_them_too(rule: str) -> None:
    assert PYTHON.exists(), "make oracles makes the environment of the other programs"
    for first in range(300, 300 + HOW_MANY[rule], 1_000):
        assert differences((rule,), range(first, first + 1_000)) == {}


@pytest.mark.proof
@pytest.mark.long
def test_scottish_wards_have_the_winners_that_another_program_finds() -> None:
    paths = [Path(os.environ["ALONGSIDE_DATA"]) / f"votes/scottish_{ward}.blt" for ward in WARDS]
    wards = [blt.read(path) for path in paths]
    assert theirs([("scottish-stv", ward) for ward in wards]) == [ours("scottish-stv", ward) for ward in wards]
