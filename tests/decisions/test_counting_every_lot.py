"""Every way that lots can fall: followed where it is another way, and told apart by what can still matter."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from types import ModuleType

import pytest

from alongside.decisions.counting import every_lot, irv, meek_table, scottish_stv, scottish_table
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.readers import blt
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.rules import RULES
from alongside.refusal import BadInput

TABLES: dict[str, ModuleType] = {"scottish-stv": scottish_table, "irv": irv, "meek": meek_table}


def voted(seed: int, candidates: int, people: int, seats: int) -> Election:
    """An election of a club: everybody ranks up to four, the well known more often."""
    chance = random.Random(seed)
    piles = []
    for _ in range(people):
        drawn = {number: chance.random() ** (number + 2) for number in range(1, candidates + 1)}
        ranked = sorted(drawn, key=drawn.__getitem__, reverse=True)
        piles.append(Pile(tuple(ranked[: chance.randint(1, 4)]), 1))
    names = tuple(f"C{number}" for number in range(candidates))
    return Election(candidates=names, seats=seats, piles=tuple(piles))


def everything(votes: Iterable[Mapping[int, int]], numbers: Sequence[int]) -> object:
    """The whole past of some candidates, which tells more ways apart than matter."""
    return tuple(tuple(one[number] for number in numbers) for one in votes)


def winners(rule: str, election: Election) -> tuple[object, object]:
    result = RULES[rule].count(election, Asking())
    return sorted(result.winners), sorted(map(sorted, result.tied()))


@pytest.mark.parametrize("rule", TABLES)
def test_places_at_earlier_stages_tell_all_that_the_whole_past_tells(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    elections = [voted(seed, 7, 9, 1 if rule == "irv" else 3) for seed in range(120)]
    found = [winners(rule, election) for election in elections]
    assert sum(bool(tied) for _, tied in found) > 10
    monkeypatch.setattr(TABLES[rule], "order", everything)
    assert [winners(rule, election) for election in elections] == found


def test_club_of_seventy_with_thirty_candidates_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    election = voted(0, 30, 70, 5)
    monkeypatch.setattr(every_lot, "MOST_STATES", 1_500)
    assert len(winners("scottish-stv", election)[0]) == 5
    monkeypatch.setattr(scottish_table, "order", everything)
    with pytest.raises(BadInput, match="too many ways to follow them all. Throw a lot"):
        winners("scottish-stv", election)


def test_places_are_by_the_first_stage_that_parts_and_level_where_none_does() -> None:
    stages = [{1: 5, 2: 5, 3: 7, 4: 5}, {1: 4, 2: 3, 3: 1, 4: 4}]
    assert every_lot.order(stages, [1, 2, 3, 4]) == (1, 0, 2, 1)
    assert every_lot.order(stages, [3, 4]) == (1, 0)


def themselves(people: int, seats: int, *more: Pile) -> Election:
    """Everybody votes for herself alone; and some more ballots."""
    piles = (*(Pile((number,), 1) for number in range(1, people + 1)), *more)
    return Election(candidates=tuple(f"C{n:02}" for n in range(people)), seats=seats, piles=piles)


@pytest.mark.parametrize("rule", TABLES)
def test_fourteen_who_vote_for_themselves_alone_are_all_possible(rule: str) -> None:
    seats = 1 if rule == "irv" else 2
    chosen, tied = winners(rule, themselves(14, seats))
    assert (chosen, len(tied)) == ([], 14 if seats == 1 else 91)


@pytest.mark.parametrize("rule", TABLES)
def test_one_tried_for_all_who_are_alike_finds_what_trying_each_finds(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(5)
    voted = []
    for _ in range(60):
        others = [tuple(chance.sample([6, 7, 8], chance.randint(1, 3))) for _ in range(chance.randint(0, 4))]
        piles = [Pile(said, chance.choice([1, 1, 2])) for said in others]
        voted.append(themselves(8, 1 if rule == "irv" else chance.randint(1, 4), *piles))
    found = [winners(rule, election) for election in voted]
    monkeypatch.setattr(every_lot, "alike", lambda _: ())
    assert [winners(rule, election) for election in voted] == found


def test_more_sets_than_can_be_listed_are_refused_at_once() -> None:
    with pytest.raises(BadInput, match="^more than 10,000 sets of winners are possible. Throw a lot"):
        winners("scottish-stv", themselves(40, 9))


def test_tie_of_very_many_without_a_vote_names_its_file() -> None:
    names = "".join(f'"C{number}"\n' for number in range(30))
    voted = blt.parse(f"30 5\n1 1 0\n0\n{names}", "club.blt")
    with pytest.raises(BadInput, match="club.blt: 29 candidates without a vote are tied, and 25 of them must go"):
        scottish_stv.RULE.count(voted, Asking())
