"""Margins of stories: no fewer ballots could have changed who has a place, tried in every way there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.decisions.counting.ballots import Contest, Election, Kind, Pile
from alongside.decisions.counting.cutting import cut
from alongside.decisions.counting.majority import SIMPLE, TWO_THIRDS
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.scores import Scored, Scores
from alongside.decisions.explaining.answers import by_choice
from alongside.decisions.explaining.check_answers import of_choice
from alongside.decisions.explaining.checker import faults
from alongside.decisions.explaining.claim import Told
from alongside.decisions.explaining.stories import story

NAMES = ("Ann", "Bo", "Cy")
Marked = tuple[int, ...]
"""One ballot: what it gives to each candidate."""


def placed(ballots: Sequence[Marked], seats: int) -> frozenset[int] | None:
    """Who has a place; None where a lot would have to decide."""
    totals = {number: sum(ballot[number - 1] for ballot in ballots) for number in range(1, len(NAMES) + 1)}
    found = cut(by_points(ballots, seats), totals)
    return None if found.level else frozenset(found.above)


def fewest_by_trying(
    ballots: Sequence[Marked], most: int, outcome: Callable[[Sequence[Marked]], object]
) -> int | None:
    """The fewest ballots that, marked otherwise, give another outcome: every election of as many is looked at."""
    now, any_ = outcome(ballots), list(product(range(most + 1), repeat=len(NAMES)))
    changed = [
        sum(one != other for one, other in zip(ballots, others, strict=True))
        for others in product(any_, repeat=len(ballots))
        if outcome(others) != now
    ]
    return min(changed, default=None)


def by_points(ballots: Sequence[Marked], seats: int, most: int = 5) -> Scores:
    piles = tuple(Scored(ballot, 1) for ballot in ballots)
    return Scores(candidates=NAMES, seats=seats, max_score=most, piles=piles)


def by_ticks(ballots: Sequence[Marked], seats: int) -> Election:
    piles = [Pile(tuple(n for n, tick in enumerate(ballot, 1) if tick), 1) for ballot in ballots]
    return Election(candidates=NAMES, seats=seats, kind=Kind.TICKS, piles=tuple(piles))


def margin(told: Iterable[Told]) -> int | None:
    return next((int(one.claim.value) for one in told if one.claim.figure == "margin"), None)


def ballots_up_to(most: int, longest: int) -> st.SearchStrategy[list[Marked]]:
    return st.lists(st.tuples(*[st.integers(0, most)] * len(NAMES)), min_size=1, max_size=longest)


def held(rule: str, contest: Contest, ballots: Sequence[Marked], seats: int, most: int) -> None:
    found = margin(story(rule, contest, Asking()))
    if placed(ballots, seats) is None:
        assert found is None
    else:
        assert found == fewest_by_trying(ballots, most, lambda others: placed(others, seats))


@settings(max_examples=25)
@given(ballots_up_to(1, 4), st.integers(1, 3))
def test_margin_of_ticks_is_the_fewest_there_is(ballots, seats: int) -> None:
    held("approval", by_ticks(ballots, seats), ballots, seats, 1)


@settings(max_examples=12)
@given(ballots_up_to(2, 3), st.integers(1, 2))
def test_margin_of_points_is_the_fewest_there_is(ballots, seats: int) -> None:
    held("score", by_points(ballots, seats, 2), ballots, seats, 2)


def test_longer_lead_may_be_the_easier_to_take_where_ballots_lie_otherwise() -> None:
    # Cy is 3 behind Bo and Ann 4, but Cy has all that can be had from most, so Ann is the nearer.
    ballots = [(0, 4, 5)] * 3 + [(4, 5, 0)] * 3 + [(0, 3, 1), (5, 5, 5), (2, 5, 5)]
    contest = by_points(ballots, 1)
    assert contest.totals() == {1: 19, 2: 40, 3: 26}
    assert margin(story("score", contest, Asking())) == 2


@pytest.mark.parametrize("rule", [SIMPLE, TWO_THIRDS])
@settings(max_examples=15)
@given(said=st.lists(st.integers(0, 3), min_size=1, max_size=6))
def test_margin_of_one_choice_of_several_is_the_fewest_there_is(rule, said: list[int]) -> None:
    """0 stands for a ballot that chose none."""

    def chosen(ballots: Sequence[int]) -> list[int]:
        needed = rule.needed(sum(map(bool, ballots)))
        return [n for n in (1, 2, 3) if ballots.count(n) >= needed]

    ways = [others for others in product(range(4), repeat=len(said)) if chosen(others) != chosen(said)]
    fewest = min(sum(one != other for one, other in zip(said, others, strict=True)) for others in ways)
    contest = Election(candidates=NAMES, piles=tuple(Pile((n,) if n else (), 1) for n in said))
    chose = {n: said.count(n) for n in (1, 2, 3)}
    told = list(by_choice(rule, contest, chose, ballots=len(said), abstained=said.count(0)))
    assert margin(told) == (fewest if any(said) else None)
    assert {one.claim.key: one.claim.value for one in told} == of_choice(rule.name, contest)


def test_nobody_is_told_of_a_margin_where_everybody_has_a_place_or_a_lot_decides() -> None:
    assert margin(story("approval", by_ticks([(1, 1, 0)] * 3, 3), Asking())) is None
    assert margin(story("approval", by_ticks([(1, 1, 0)] * 3, 1), Asking())) is None
    assert margin(story("approval", by_ticks([(1, 1, 0)] * 3, 1), Asking(lot="3"))) is None


def test_margin_of_points_is_looked_for_behind_the_shortest_lead() -> None:
    # Di has 27, Ann 12, Bo 9, Cy 4. Ann needs two ballots to come level, Bo one: it gave Di all, Bo nothing.
    piles = (Scored((0, 9, 4, 0), 1), Scored((4, 0, 0, 9), 3))
    contest = Scores(candidates=(*NAMES, "Di"), max_score=9, piles=piles)
    told = story("score", contest, Asking())
    assert margin(told) == 1
    assert faults("score", contest, Asking(), told) == []
