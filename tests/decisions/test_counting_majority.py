"""Majorities in whole numbers, and finding a rule by its name."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions.counting import majority
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.readers import blt
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.rules import RULES, rule
from alongside.refusal import BadInput

PROPOSAL = '3 1\n7 1 0\n3 2 0\n5 3 0\n0\n"For"\n"Against"\n"Abstain"\n"Open on Sundays"\n'


@pytest.mark.parametrize(
    ("threshold", "in_favour", "against", "carried"),
    [
        (majority.SIMPLE, 6, 5, True),
        (majority.SIMPLE, 5, 5, False),
        (majority.SIMPLE, 1, 0, True),
        (majority.SIMPLE, 0, 0, False),
        (majority.TWO_THIRDS, 8, 4, True),
        (majority.TWO_THIRDS, 7, 4, False),
        (majority.TWO_THIRDS, 2, 1, True),
        (majority.TWO_THIRDS, 0, 0, False),
    ],
)
def test_proposal_is_carried_by_its_threshold_only(
    threshold: majority.Threshold, in_favour: int, against: int, carried: bool
) -> None:
    assert majority.decide(threshold, in_favour=in_favour, against=against).carried is carried


@given(st.integers(0, 10**18), st.integers(0, 10**18), st.integers(0, 10**18))
def test_verdict_is_the_exact_share_and_abstentions_change_nothing(for_: int, against: int, abstain: int) -> None:
    share = Fraction(for_, for_ + against) if for_ + against else Fraction(0)
    simple = majority.decide(majority.SIMPLE, in_favour=for_, against=against, abstain=abstain)
    thirds = majority.decide(majority.TWO_THIRDS, in_favour=for_, against=against, abstain=abstain)
    assert simple.carried is (share > Fraction(1, 2))
    assert thirds.carried is (share >= Fraction(2, 3))


@given(st.integers(1, 10**6), st.sampled_from([majority.SIMPLE, majority.TWO_THIRDS]))
def test_needed_is_the_fewest_votes_that_carry(cast: int, threshold: majority.Threshold) -> None:
    needed = threshold.needed(cast)
    assert majority.decide(threshold, in_favour=needed, against=cast - needed).carried
    assert not majority.decide(threshold, in_favour=needed - 1, against=cast - needed + 1).carried


def test_votes_below_zero_are_refused() -> None:
    with pytest.raises(BadInput, match=r"^-1 votes against cannot be\. Give whole numbers from 0\.$"):
        majority.decide(majority.SIMPLE, in_favour=1, against=-1)


def test_file_with_for_against_and_abstain_is_decided() -> None:
    counted = rule("two-thirds").count(blt.parse(PROPOSAL, "sunday.blt"), Asking())
    figures = {
        "valid_votes": 15,
        "votes": {"For": 7, "Against": 3, "Abstain": 5},
        "blank": 0,
        "needed": 7,
        "carried": True,
    }
    assert counted.figures == figures
    assert counted.told(80) == (
        "Open on Sundays\nCarried. Two-thirds majority: 7 votes For were needed.\nFor 7, against 3, abstained 5."
    )


def test_file_with_other_options_is_refused_for_a_majority() -> None:
    with pytest.raises(BadInput) as refused:
        rule("majority").count(blt.parse(PROPOSAL.replace("For", "Yes"), "sunday.blt"), Asking())
    assert refused.value.sentence == (
        "sunday.blt: the options are Yes, Against, Abstain. "
        "A simple majority asks for the names For, Against and Abstain."
    )


def test_unknown_rule_is_refused_with_the_nearest_or_all() -> None:
    with pytest.raises(BadInput, match=r"^there is no rule “scotish-stv”\. Did you mean “scottish-stv”\?$"):
        rule("scotish-stv")
    with pytest.raises(BadInput, match=r"The rules are majority, two-thirds, .*scottish-stv"):
        rule("borda")
    assert all(rule(name).name == name for name in RULES)


def test_answer_that_stands_twice_in_letters_large_and_small_is_refused() -> None:
    piles = (Pile((1,), 3), Pile((2,), 2))
    with pytest.raises(BadInput, match="the options are For, FOR, Against"):
        majority.count(majority.SIMPLE, Election(candidates=("For", "FOR", "Against"), piles=piles))
