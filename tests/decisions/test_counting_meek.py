"""Meek's rule on elections small enough to follow, against figures of other programs in the proof."""

from __future__ import annotations

import csv
import json
import os
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.decisions.counting import meek
from alongside.decisions.counting.ballots import Election, Pile, ranked
from alongside.decisions.counting.readers import blt
from alongside.decisions.counting.rule import Asking
from alongside.refusal import BadInput


def election(seats: int, names: str, *piles: tuple[int, str]) -> Election:
    return Election(
        candidates=tuple(names),
        seats=seats,
        piles=tuple(Pile(tuple(names.index(one) + 1 for one in said), ballots) for ballots, said in piles),
    )


def facts(voted: Election, lot: str = "") -> dict[str, Any]:
    return meek.RULE.count(voted, Asking(lot=lot)).facts()


def test_whoever_is_elected_keeps_the_quota_and_passes_on_the_rest_of_every_ballot() -> None:
    # 9 ballots, 2 seats: quota 3.000000001. A has 6 and keeps half: B gets 6 * 0.5 = 3, less what is rounded up.
    found = facts(election(2, "ABC", (6, "AB"), (2, "C"), (1, "B")))
    assert found["stages"][0] == {
        "stage": 1,
        "votes": {"A": "6.000000000", "B": "1.000000000", "C": "2.000000000"},
        "keep_factors": {"A": "1.000000000", "B": "1.000000000", "C": "1.000000000"},
        "quota": "3.000000001",
        "exhausted": "0.000000000",
        "elected": ["A"],
        "excluded": [],
    }
    assert found["stages"][1]["votes"] == {"A": "3.000000006", "B": "3.999999994", "C": "2.000000000"}
    assert found["stages"][1]["keep_factors"]["A"] == "0.500000001"
    assert sorted(found["winners"]) == ["A", "B"]


def test_as_many_as_seats_are_elected_without_a_quota() -> None:
    assert facts(election(3, "AB", (2, "A")))["winners"] == ["A", "B"]


def test_tie_goes_to_the_first_stage_at_which_one_was_ahead() -> None:
    # D goes, then C, and A and B are level at 4 with E ahead at 5: A was ahead of B at the first stage, so B goes.
    voted = election(1, "ABCDE", (4, "A"), (3, "B"), (2, "CE"), (1, "DB"), (4, "E"))
    found = facts(voted)
    assert [one["excluded"] for one in found["stages"]][:3] == [["D"], ["C"], ["B"]]
    assert found["lots"] == []


def test_tie_that_nothing_parts_stays_until_a_lot_is_thrown() -> None:
    tie = election(1, "AB", (2, "A"), (2, "B"))
    assert (facts(tie)["winners"], facts(tie)["tied"]) == ([], [["A"], ["B"]])
    assert facts(tie)["stages"][-1]["excluded"] == []
    assert {facts(tie, f"{throw}")["winner"] for throw in range(12)} == {"A", "B"}


def test_those_without_a_vote_go_without_a_lot() -> None:
    found = facts(election(1, "ABCDEFGH", (4, "A"), (2, "B"), (1, "CB")))
    assert (found["lots"], found["tied"]) == ([], [])


def test_ballot_ends_before_a_shared_rank_and_an_election_without_votes_is_refused() -> None:
    shared = Election(candidates=tuple("ABC"), piles=(ranked([[1], [2, 3]], 1), ranked([[2]], 2)))
    assert facts(shared)["stages"][0]["votes"] == {"A": "1.000000000", "B": "2.000000000", "C": "0.000000000"}
    assert facts(shared)["ballots_with_shared_ranks"] == 1
    with pytest.raises(BadInput, match=r"^there is no valid ballot to count\."):
        facts(election(1, "AB", (2, "")))


ballot = st.permutations(range(1, 6)).flatmap(lambda order: st.integers(1, 5).map(lambda n: tuple(order[:n])))
elections = st.builds(
    lambda piles, seats: Election(candidates=tuple("ABCDE"), seats=seats, piles=tuple(piles)),
    st.lists(st.builds(Pile, ballot, st.integers(1, 30)), min_size=1, max_size=10),
    st.integers(1, 4),
)


@settings(max_examples=50)
@given(elections)
def test_every_stage_is_the_sum_of_its_ballots_by_its_keep_factors(voted: Election) -> None:
    played = meek.count(voted, "lot")
    for one in played.table.rounds:
        shares = dict.fromkeys(voted.standing, Fraction(0))
        for pile in voted.piles:
            rest = Fraction(1)
            for number in pile.preferences:
                shares[number] += rest * Fraction(one.factors[number], meek.ONE) * pile.ballots
                rest *= 1 - Fraction(one.factors[number], meek.ONE)
        slack = 5 * sum(pile.ballots for pile in voted.piles)  # each share is rounded up once, or twice on the way
        assert all(abs(one.votes[n] - shares[n] * meek.ONE) <= slack for n in voted.standing)
        assert one.exhausted >= 0
        assert all(one.votes[n] >= one.quota for n in one.elected) or one is played.table.rounds[-1]
    assert len(played.winners) == voted.seats


@pytest.mark.proof
def test_stages_are_those_that_another_program_wrote_down() -> None:
    """The dump of Droop's “meek-prf” (J. Lundell): every vote, keep factor and quota at nine decimals."""
    folder = Path(os.environ["ALONGSIDE_DATA"]) / "votes"
    found = facts(blt.read(folder / "meek_prf_SC.blt"))
    with (folder / "meek_prf_SC.expected.tsv").open(encoding="utf-8") as file:
        _, *rows = csv.reader(file, delimiter="\t")
    for stage in found["stages"]:
        told = [row for row in rows if row[0] == str(stage["stage"]) and row[1] in ("elect", "defeat")]
        # The last round of the dump goes on to defeat those for whom no seat is left.
        row = told[0] if stage["elected"] else told[-1]
        cells = [row[at : at + 4] for at in range(6, len(row), 4)]
        assert {name: votes for name, _, votes, _ in cells} == stage["votes"]
        assert {name: factor for name, _, _, factor in cells} == stage["keep_factors"]
        assert row[2] == stage["quota"]
        assert (row[1] == "defeat") is bool(stage["excluded"])
    assert sorted(found["winners"]) == ["Kristen Olsen", "Pat LaMarche", "Rebecca Rotzler", "Steve Kramer"]


@pytest.mark.proof
def test_model_election_has_the_reference_figures() -> None:
    """The Meek count of the ERS97 model election; the reference's own stages 1 to 9, to two decimals."""
    folder = Path(os.environ["ALONGSIDE_DATA"]) / "votes"
    expected = json.loads((folder / "ers97_model.meek.expected.json").read_text("utf-8"))
    found = facts(blt.read(folder / "ers97_model.blt"))
    rounded = [{name: f"{Decimal(votes):.2f}" for name, votes in one["votes"].items()} for one in found["stages"]]
    for reference in expected["stages"]:
        if reference["reference_stage"] <= 9:
            votes = {name: f"{votes:.2f}" for name, votes in reference["votes"].items()}
            assert any(votes.items() <= one.items() for one in rounded), reference["reference_stage"]
    assert sorted(found["winners"]) == sorted(expected["winners"])
