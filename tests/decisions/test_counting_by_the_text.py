"""Answers and Meek's rule beside counts written from the rules' texts alone (``by_the_text``), ties and all."""

from __future__ import annotations

import random

import pytest
from tests.decisions import by_the_text
from tests.decisions.invented_contests import contest

from alongside.decisions.counting.ballots import Election
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.rules import RULES

ANSWERED = ("majority", "two-thirds", "three-quarters", "consent")
OTHERS = ("abstain", "stand-aside", "objection", "upheld-objection")


def answers(rule: str, seed: int) -> list[str]:
    """Answers of people; of every second vote the share is just what is asked, or one vote off it."""
    chance = random.Random(f"{rule}/{seed}")
    part, whole = {"majority": (1, 2), "two-thirds": (2, 3)}.get(rule, (3, 4))
    people = chance.randint(0, 12)
    yes, no = chance.randint(0, 30), chance.randint(0, 30)
    if seed % 2:
        yes, no = part * people + chance.choice([-1, 0, 0, 1]), (whole - part) * people
    others = OTHERS if rule == "consent" else OTHERS[:1]
    beside = [chance.choice(others) for _ in range(chance.choice([0, 0, 1, 3]))]
    said = ["yes"] * max(yes, 0) + ["no"] * no + beside or ["abstain"]
    chance.shuffle(said)
    return said


def differing_answers(rule: str, seeds: range) -> dict[int, list[str]]:
    found = {}
    for seed in seeds:
        said = answers(rule, seed)
        names = tuple(dict.fromkeys(said))
        asked = Choices(candidates=names, votes=tuple(said.count(name) for name in names))
        facts = RULES[rule].count(asked, Asking()).facts()
        if facts["carried"] != by_the_text.carried(rule, said):
            found[seed] = said
        cast = said.count("yes") + said.count("no")
        least = (n for n in range(cast + 2) if by_the_text.carried(rule, ["yes"] * n + ["no"] * (cast - n)))
        if rule != "consent" and facts["needed"] != max(next(least, 1), 1):
            found[seed] = said
    return found


@pytest.mark.parametrize("rule", ANSWERED)
def test_300_votes_are_carried_as_the_text_of_the_rule_has_it(rule: str) -> None:
    assert differing_answers(rule, range(300)) == {}
    carried = sum(by_the_text.carried(rule, answers(rule, seed)) for seed in range(300))
    assert 60 < carried < 240


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("rule", ANSWERED)
def test_100_000_votes_are_carried_as_the_text_of_the_rule_has_it(rule: str) -> None:
    assert differing_answers(rule, range(300, 100_300)) == {}


def differing_meeks(seeds: range) -> tuple[dict[int, object], int]:
    """The elections of which we find other sets of winners than the text does, and how many are tied."""
    found, ties = dict[int, object](), 0
    for seed in seeds:
        voted, _ = contest("meek", seed)
        assert isinstance(voted, Election)
        if voted.withdrawn or not voted.counted:
            continue
        result = RULES["meek"].count(voted, Asking())
        mine = {frozenset(one) for one in result.tied()} or {frozenset(result.winners)}
        ballots = [(pile.ballots, pile.preferences) for pile in voted.counted]
        text = by_the_text.meek(len(voted.candidates), voted.seats, ballots)
        ties += len(text) > 1
        if mine != text:
            found[seed] = (mine, text)
    return found, ties


def test_300_elections_by_meek_have_the_winners_that_the_text_has_for_every_lot() -> None:
    found, ties = differing_meeks(range(340))
    assert (found, ties > 100) == ({}, True)


@pytest.mark.proof
@pytest.mark.long
def test_100_000_elections_by_meek_have_the_winners_that_the_text_has_for_every_lot() -> None:
    assert differing_meeks(range(340, 115_000))[0] == {}
