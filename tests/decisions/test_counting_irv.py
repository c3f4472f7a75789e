"""Instant run-off: elections small enough to count by hand, ties, overvotes."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.decisions.counting import irv
from alongside.decisions.counting.ballots import Election, ranked
from alongside.decisions.counting.rule import Asking
from alongside.refusal import BadInput


def election(names: str, *piles: tuple[int, str], seats: int = 1) -> Election:
    """``(4, "A,BC")`` is four ballots with A first and then B and C at one rank; an empty place is a gap."""
    return Election(
        candidates=tuple(names),
        seats=seats,
        piles=tuple(
            ranked(([names.index(one) + 1 for one in place] for place in said.split(",")), ballots)
            for ballots, said in piles
        ),
    )


def facts(voted: Election, lot: str = "") -> dict[str, Any]:
    return irv.RULE.count(voted, Asking(lot=lot)).facts()


def test_the_one_with_fewest_goes_each_round_until_one_has_more_than_half() -> None:
    found = facts(election("ABC", (4, "A"), (3, "B,C"), (2, "C,B")))
    assert found["rounds"] == [
        {"votes": {"A": 4, "B": 3, "C": 2}, "exhausted": 0, "eliminated_after": ["C"]},
        {"votes": {"A": 4, "B": 5}, "exhausted": 0, "eliminated_after": []},
    ]
    assert (found["winner"], found["tied"]) == ("B", [])


def test_half_is_not_enough_and_more_than_half_ends_the_count_at_once() -> None:
    assert len(facts(election("ABC", (4, "A"), (3, "B,A"), (1, "C,A")))["rounds"]) == 2
    assert len(facts(election("ABC", (5, "A"), (3, "B,A"), (1, "C,A")))["rounds"]) == 1


def test_overvote_ends_a_ballot_for_good_once_it_is_reached() -> None:
    # C goes first: her ballots reach A=B while both are in, and stay ended when B goes.
    found = facts(election("ABCD", (4, "A"), (3, "B"), (2, "C,AB,D"), (4, "D")))
    assert found["rounds"][1] == {"votes": {"A": 4, "B": 3, "D": 4}, "exhausted": 2, "eliminated_after": ["B"]}
    assert found["rounds"][-1]["exhausted"] == 5
    assert found["overvotes"] == 2


def test_shared_rank_with_one_who_is_still_in_counts_for_her() -> None:
    # C goes first, then B: B's ballots reach A=C, where A alone is still in.
    found = facts(election("ABCD", (4, "A"), (3, "B,AC"), (2, "C"), (5, "D")))
    assert found["rounds"][-1]["votes"] == {"A": 7, "D": 5}
    assert found["overvotes"] == 0


def test_gap_is_passed_over_and_an_empty_ballot_counts_nowhere() -> None:
    found = facts(election("AB", (2, ",A"), (1, "B"), (3, "")))
    assert found["rounds"] == [{"votes": {"A": 2, "B": 1}, "exhausted": 0, "eliminated_after": []}]
    assert (found["ballots"], found["empty_ballots"], found["ballots_with_gaps"]) == (6, 3, 2)


def test_tie_for_fewest_goes_back_to_the_latest_round_that_parts_it() -> None:
    # D goes and makes B and C level at 4; round 1 had B behind.
    found = facts(election("ABCD", (6, "A"), (3, "B,A"), (4, "C"), (1, "D,B")))
    assert [one["eliminated_after"] for one in found["rounds"][:2]] == [["D"], ["B"]]
    assert found["lots"] == []


def test_tie_that_nothing_parts_stays_with_every_winner_it_may_lead_to() -> None:
    tie = election("ABC", (3, "A"), (2, "B"), (2, "C,B"))
    found = facts(tie)
    assert (found["winners"], found["tied"], found["rounds"][-1]["eliminated_after"]) == ([], [["A"], ["B"]], [])
    assert {facts(tie, f"{throw}")["winner"] for throw in range(20)} == {"A", "B"}


def test_tie_that_does_not_matter_is_no_tie() -> None:
    found = facts(election("ABCDE", (9, "A"), (2, "B,A"), (2, "C,A"), (6, "D")))
    assert (found["winner"], found["tied"]) == ("A", [])


def test_count_is_told_round_by_round_with_what_lots_decide() -> None:
    voted = election("ABCD", (5, "A"), (3, "B"), (3, "C"), (1, "D,BC"), (2, ""))
    told = irv.RULE.count(voted, Asking()).told(80).splitlines()
    assert told[:3] == ["Wins: A.", "", "IRV · 4 candidates · 14 ballots"]
    assert told[6] == "A                       5          5          5 ✓"
    assert told[-3:] == [
        "Ended at a rank that two shared: 1 ballot.",
        "Not counted, because nobody is ranked: 2 ballots.",
        (
            "Round 2: B and C are tied and nothing earlier parts them. "
            f"Whoever goes first, the same are chosen; here it is {'B' if '×' in told[7] else 'C'}."
        ),
    ]
    thrown = irv.RULE.count(voted, Asking(lot="3 5 1")).told(80)
    assert "A lot decides who goes: " in thrown
    assert "(seed 3 5 1)." in thrown


def test_more_than_one_place_and_no_ballot_at_all_are_refused() -> None:
    with pytest.raises(BadInput, match=r"^irv fills one place, and there are 2\. Give --seats 1"):
        facts(election("AB", (2, "A"), seats=2))
    with pytest.raises(BadInput, match=r"^there is no valid ballot to count\."):
        facts(election("AB", (2, "")))


def by_the_book(voted: Election, order: tuple[int, ...]) -> int:
    """The winner if ties that nothing parts go by an order, counted anew each round, ballot by ballot."""
    left, ended, history = set(voted.standing), set[int](), list[dict[int, int]]()
    while True:
        votes = dict.fromkeys(left, 0)
        for which, pile in enumerate(voted.piles):
            reached = next((set(place) & left for place in pile.by_rank if set(place) & left), set())
            if len(reached) > 1:
                ended.add(which)
            if len(reached) == 1 and which not in ended:
                votes[reached.pop()] += pile.ballots
        most = max(left, key=lambda one: votes[one])
        if 2 * votes[most] > sum(votes.values()) or len(left) == 1:
            return most
        history.append(votes)
        key = {one: ([votes[one] for votes in reversed(history)], order.index(one)) for one in left}
        left.remove(min(left, key=lambda one: key[one]))


@st.composite
def elections(draw: st.DrawFn) -> Election:
    """Small elections with gaps, shared ranks and many ties."""
    piles = []
    for ballot in draw(
        st.lists(st.lists(st.sets(st.integers(1, 4), max_size=2), max_size=4), min_size=1, max_size=9)
    ):
        seen: set[int] = set()
        places = []
        for place in ballot:
            places.append(place - seen)
            seen |= place
        piles.append(ranked(places, draw(st.integers(1, 2))))
    return Election(candidates=tuple("ABCD"), piles=tuple(piles))


@settings(max_examples=60)
@given(elections().filter(lambda voted: voted.marked))
def test_every_order_in_which_lots_may_fall_leads_to_what_is_listed(voted: Election) -> None:
    found = facts(voted)
    possible = {one[0] for one in found["tied"]} or {found["winner"]}
    # Lots thrown anew at each tie may fall in ways that no one order gives, never the other way round.
    assert {voted.name(by_the_book(voted, order)) for order in permutations(range(1, 5))} <= possible
