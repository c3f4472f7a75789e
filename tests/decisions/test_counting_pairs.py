"""Schulze and ranked pairs: worked examples of others, cycles, ties, and every way to take equal majorities."""

from __future__ import annotations

import random
from functools import reduce
from itertools import combinations, permutations
from operator import and_
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.decisions.counting import pairs, ranked_pairs, schulze, stacks
from alongside.decisions.counting.ballots import Election, Pile, ranked
from alongside.decisions.counting.rule import Asking, Rule
from alongside.refusal import BadInput

BOTH = pytest.mark.parametrize("rule", [schulze.RULE, ranked_pairs.RULE], ids=lambda rule: rule.name)


def election(names: str, *piles: tuple[int, str], seats: int = 1) -> Election:
    return Election(
        candidates=tuple(names),
        seats=seats,
        piles=tuple(
            ranked(([names.index(one) + 1 for one in place] for place in said.split(">") if said), ballots)
            for ballots, said in piles
        ),
    )


def facts(rule: Rule, voted: Election, lot: str = "") -> dict[str, Any]:
    return rule.count(voted, Asking(lot=lot)).facts()


PAPER = election(
    "ABCDE",
    *((5, "A>C>B>E>D"), (5, "A>D>E>C>B"), (8, "B>E>D>A>C"), (3, "C>A>B>E>D")),
    *((7, "C>A>E>B>D"), (2, "C>B>A>D>E"), (7, "D>C>E>B>A"), (8, "E>B>A>D>C")),
)
"""The worked example of Schulze's paper, 45 voters: E > A > C > B > D."""

TENNESSEE = election("MNCK", (42, "M>N>C>K"), (26, "N>C>K>M"), (15, "C>K>N>M"), (17, "K>C>N>M"))
"""Where Tennessee's capital might lie, the example of many textbooks: Nashville beats every other."""


def test_worked_example_of_the_paper_has_its_order() -> None:
    found = facts(schulze.RULE, PAPER)
    assert (found["ranking"], found["winner"], found["tied"]) == (list("EACBD"), "E", [])
    chain = schulze.strongest(pairs.compared(PAPER))
    assert [chain[1][n] for n in (2, 3, 4, 5)] == [28, 28, 30, 24]
    assert [chain[5][n] for n in (1, 2, 3, 4)] == [25, 28, 28, 31]


@BOTH
def test_whoever_beats_every_other_wins_and_the_order_is_the_textbooks(rule: Rule) -> None:
    found = facts(rule, TENNESSEE)
    assert (found["winner"], found["ranking"]) == ("N", list("NCKM"))
    assert found["pairs"]["N"] == {"M": 58, "C": 68, "K": 68}


@BOTH
def test_weakest_majority_of_a_circle_gives_way(rule: Rule) -> None:
    # A above B by 9 to 4, B above C by 8 to 5, C above A by 7 to 6.
    found = facts(rule, election("ABC", (6, "A>B>C"), (4, "C>A>B"), (2, "B>C>A"), (1, "C>B>A")))
    assert found["ranking"] in (list("ABC"), list("BCA"))
    assert found["ranking"][0] == "A"


@BOTH
def test_unranked_stand_below_ranked_and_are_not_compared_with_each_other(rule: Rule) -> None:
    found = facts(rule, election("ABC", (2, "B"), (1, "A=C".replace("=", ""))))
    assert found["pairs"] == {"A": {"B": 1, "C": 0}, "B": {"A": 2, "C": 2}, "C": {"A": 0, "B": 1}}
    assert found["ranking"] == ["B", ["A", "C"]]


@BOTH
def test_tie_stays_and_a_lot_parts_it_the_same_each_time(rule: Rule) -> None:
    tie = election("ABC", (3, "A>B>C"), (3, "B>A>C"))
    found = facts(rule, tie)
    assert (found["winners"], found["tied"], found["ranking"]) == ([], [["A"], ["B"]], [["A", "B"], "C"])
    drawn = {facts(rule, tie, f"{throw}")["winner"] for throw in range(12)}
    assert drawn == {"A", "B"}
    two = facts(rule, election("ABC", (3, "A>B>C"), (3, "B>A>C"), seats=2))
    assert (two["winners"], two["tied"]) == (["A", "B"], [])


@BOTH
def test_more_seats_than_candidates_elect_all(rule: Rule) -> None:
    assert facts(rule, election("AB", (1, "A>B"), seats=5))["winners"] == ["A", "B"]


def test_equal_majorities_of_a_circle_may_be_locked_in_from_any_of_them() -> None:
    circle = election("ABC", (1, "A>B>C"), (1, "B>C>A"), (1, "C>A>B"))
    assert facts(ranked_pairs.RULE, circle)["tied"] == [["A"], ["B"], ["C"]]
    assert len(every_outcome(pairs.compared(circle))) == 3


def at_random(seed: int, candidates: int, ballots: int) -> Election:
    chance = random.Random(seed)
    orders = (chance.sample(range(1, candidates + 1), candidates) for _ in range(ballots))
    return Election(
        candidates=tuple(f"C{n}" for n in range(candidates)),
        piles=tuple(Pile(tuple(order), 1) for order in orders),
    )


def test_sixteen_of_whom_three_people_say_anything_are_counted_at_once() -> None:
    compared = pairs.compared(at_random(4, 16, 3))
    found = stacks.Stacks(compared, lambda first: ranked_pairs.stack(compared, first))
    assert len(found.first(1)) > 1
    assert found.in_every()[1] == 0


def test_equal_majorities_of_too_many_orders_ask_for_a_lot(monkeypatch: pytest.MonkeyPatch) -> None:
    many = at_random(1, 40, 4)
    monkeypatch.setattr(stacks, "MOST_STEPS", 5_000)
    with pytest.raises(BadInput, match=r"^equal majorities can be taken in too many orders .*Throw a lot"):
        facts(ranked_pairs.RULE, many)
    assert len(facts(ranked_pairs.RULE, many, "3 5 1")["ranking"]) == 40


def test_winner_is_told_where_only_the_order_below_her_cannot_be_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stacks, "MOST_BELOW", 8)
    circle = election("WABCL", (1, "W>A>B>C>L"), (1, "W>B>C>A>L"), (1, "W>C>A>B>L"))
    found = facts(ranked_pairs.RULE, circle)
    assert (found["winner"], found["tied"], found["ranking"]) == ("W", [], ["W", ["A", "B", "C"], "L"])
    assert found["order_not_followed"] == ["B", "C"]  # that nothing parts A from them was found first
    assert "between B and C: a lot parts them" in ranked_pairs.RULE.count(circle, Asking()).told(80)
    assert "order_not_followed" not in facts(ranked_pairs.RULE, circle, "3 5 1")
    monkeypatch.setattr(stacks, "MOST_STEPS", 8)
    with pytest.raises(BadInput, match="too many orders"):
        facts(ranked_pairs.RULE, attrs.evolve(circle, seats=2))


def every_outcome(compared: pairs.Pairs) -> set[ranked_pairs.Locked]:
    """What is locked in at the end, for every order in which equal majorities can be taken, one by one."""
    ends = {ranked_pairs.nothing(compared)}
    for equal in ranked_pairs.majorities(compared):
        seen, todo = set(), [(locked, frozenset(equal)) for locked in ends]
        while todo:
            locked, left = todo.pop()
            # What follows from others, or would make a circle, changes nothing at any later time.
            left = frozenset(pair for pair in left if ranked_pairs.lock(locked, pair) != locked)
            if (locked, left) not in seen:
                seen.add((locked, left))
                todo += [(ranked_pairs.lock(locked, pair), left - {pair}) for pair in left]
        ends = {locked for locked, left in seen if not left}
    return ends


ballot = st.permutations(range(1, 5)).flatmap(lambda order: st.integers(1, 4).map(lambda n: tuple(order[:n])))
elections = st.lists(st.builds(Pile, ballot, st.integers(1, 3)), min_size=1, max_size=8).map(
    lambda piles: Election(candidates=tuple("ABCD"), piles=tuple(piles))
)


@settings(max_examples=60)
@given(elections)
def test_every_outcome_is_what_trying_every_order_locks_in(voted: Election) -> None:
    compared = pairs.compared(voted)
    equal = ranked_pairs.majorities(compared)
    if any(len(group) > 4 for group in equal):
        return
    outcomes = {ranked_pairs.nothing(compared)}
    for group in equal:
        ends = set()
        for locked in outcomes:
            for order in permutations(group):
                end = locked
                for pair in order:
                    end = ranked_pairs.lock(end, pair)
                ends.add(end)
        outcomes = ends
    assert every_outcome(compared) == outcomes


@st.composite
def apart(draw: st.DrawFn) -> Election:
    """Two groups of three, between which nothing, little or much decides."""
    piles = list[Pile]()
    for _ in range(draw(st.integers(1, 4))):
        one, other = draw(st.permutations([1, 2, 3])), draw(st.permutations([4, 5, 6]))
        piles += [Pile((*one, *other), 1), Pile((*other, *one), 1)]
    mixed = draw(st.lists(st.permutations(range(1, 7)).map(lambda order: Pile(tuple(order), 1)), max_size=2))
    return Election(candidates=tuple("ABCDEF"), piles=(*piles, *mixed))


@settings(max_examples=100)
@given(elections | apart(), st.integers(1, 4))
def test_stacks_are_what_every_order_of_equal_majorities_leads_to(voted: Election, seats: int) -> None:
    compared, numbers = pairs.compared(voted), voted.standing
    outcomes = every_outcome(compared)
    below = [{one: frozenset(o for o in numbers if end[one] >> o & 1) for one in numbers} for end in outcomes]
    found = stacks.Stacks(compared, lambda first: ranked_pairs.stack(compared, first))
    assert found.first(seats) == set().union(*(pairs.tops(numbers, above, seats, "") for above in below))
    in_every = [reduce(and_, ends) for ends in zip(*outcomes, strict=True)]
    assert found.in_every() == ({one: in_every[one] for one in numbers}, 0)


@settings(max_examples=60)
@given(elections, st.integers(1, 3))
def test_schulze_chains_and_winners_are_those_of_trying_every_path(voted: Election, seats: int) -> None:
    compared = pairs.compared(voted)
    numbers, chain = compared.numbers, schulze.strongest(compared)

    def best(one: int, other: int) -> int:
        middles = [n for n in numbers if n not in (one, other)]
        ways = [
            way
            for size in range(len(middles) + 1)
            for some in combinations(middles, size)
            for way in permutations(some)
        ]
        steps = [list(zip((one, *way), (*way, other), strict=True)) for way in ways]
        return max(min(compared.more[a][b] if compared.margin(a, b) > 0 else 0 for a, b in way) for way in steps)

    assert all(chain[a][b] == best(a, b) for a, b in permutations(numbers, 2))
    above = schulze.above(compared)
    orders = [o for o in permutations(numbers) if all(o.index(b) > o.index(a) for a in numbers for b in above[a])]
    assert pairs.tops(numbers, above, seats, "") == {frozenset(order[:seats]) for order in orders}


@settings(max_examples=40)
@given(elections, st.sampled_from([schulze.RULE, ranked_pairs.RULE]), st.integers(1, 2))
def test_lot_chooses_among_what_is_possible(voted: Election, rule: Rule, seats: int) -> None:
    found = facts(rule, voted, "")
    for throw in range(4):
        drawn = facts(rule, voted, f"{throw}")
        assert [sorted(drawn["winners"])] in ([[*found["winners"]]], *[[sorted(one)] for one in found["tied"]])
        assert (drawn["tied"], len(drawn["ranking"])) == ([], 4)
