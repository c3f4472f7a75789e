"""Committees by ticks: sequential proportional approval and Equal Shares, with every possible committee."""

from __future__ import annotations

import os
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from alongside.decisions.bundling import script
from alongside.decisions.by_hand.vote import vote_of
from alongside.decisions.counting import rules, writers
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.readers import abc_yaml, blt, ticks
from alongside.decisions.counting.rule import Asking
from alongside.refusal import BadInput

FIVE = "count,Ann,Bo,Cy,Di,Ed\n5,1,1,0,0,0\n3,1,1,1,0,0\n4,0,0,1,1,0\n2,0,0,0,1,0\n2,0,0,0,0,1\n1,0,0,0,0,0\n"
RULES = ("seq-pav", "equal-shares")


@pytest.mark.parametrize("rule", RULES)
def test_committee_speaks_for_those_in_the_minority_and_ties_stay(rule: str) -> None:
    """The committees are those of abcvoting 2.19.2."""
    election = ticks.parse(FIVE, "five.csv")
    two = rules.rule(rule).count(rules.for_seats(election, 2), Asking()).facts()
    assert (two["winners"], two["tied"]) == (["Di"], [["Ann", "Di"], ["Bo", "Di"]])
    three = rules.rule(rule).count(rules.for_seats(election, 3), Asking()).facts()
    assert (three["winners"], three["tied"]) == (["Ann", "Bo", "Di"], [])
    assert (three["approvals"]["Ann"], three["ballots"], three["empty_ballots"]) == (8, 17, 1)


@pytest.mark.parametrize("lot", ["1", "4 4", "six"])
@pytest.mark.parametrize("rule", RULES)
def test_lot_leads_to_one_of_the_committees_that_were_possible(rule: str, lot: str) -> None:
    election = rules.for_seats(ticks.parse(FIVE, "five.csv"), 2)
    drawn = rules.rule(rule).count(election, Asking(lot=lot)).facts()
    assert drawn["tied"] == []
    assert drawn["winners"] in rules.rule(rule).count(election, Asking()).facts()["tied"]
    assert drawn["seed"] == lot


@pytest.mark.parametrize("rule", RULES)
def test_candidates_whom_nobody_ticked_come_last_and_all_of_them_where_places_abound(rule: str) -> None:
    none = Election(candidates=("Ann", "Bo", "Cy"), seats=2, piles=(Pile((2,), 3), Pile((), 1)))
    assert rules.rule(rule).count(none, Asking()).facts()["tied"] == [["Ann", "Bo"], ["Bo", "Cy"]]
    facts = rules.rule(rule).count(rules.for_seats(none, 9), Asking()).facts()
    assert (facts["winners"], facts["tied"]) == (["Ann", "Bo", "Cy"], [])


@pytest.mark.parametrize("rule", RULES)
def test_tie_of_too_many_committees_is_refused(rule: str) -> None:
    many = Election(candidates=tuple(f"C{n}" for n in range(30)), seats=15, piles=(Pile((), 1),))
    with pytest.raises(BadInput, match="too many ways to follow them all. Throw a lot"):
        rules.rule(rule).count(many, Asking())
    assert len(rules.rule(rule).count(many, Asking(lot="2")).winners) == 15


YAML = "profile: [[0, 2],\n  [1], []]\nnum_cand: 4\ncommitteesize: 2 # of them\ncompute:\n- rule_id: av\n"


def test_file_of_abcvoting_is_read_over_several_lines() -> None:
    read = abc_yaml.parse(YAML, "a.abc.yaml")
    assert (read.candidates, read.seats, read.ballots) == (("0", "1", "2", "3"), 2, 3)
    assert read.piles == (Pile((), 1), Pile((1, 3), 1), Pile((2,), 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("profile:", "---\nprofile:"),
        ("2],\n", "2], # the first one\n# and now\n"),
        ("committeesize: 2 # of them\n", "committeesize: 2\nvoter_weights: [1, 1.0, 1]\n"),
        ("[[0, 2],\n  [1], []]", "\n- [0, 2]\n- [1] # who stays\n- []"),
        ("- rule_id: av\n", "- rule_id: av\n...\n"),
    ],
)
def test_file_of_abcvoting_is_the_same_however_it_is_written(old: str, new: str) -> None:
    assert old in YAML
    assert abc_yaml.parse(YAML.replace(old, new), "a") == abc_yaml.parse(YAML, "a")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("profile", "ballots", "a.abc.yaml: there is no “profile”."),
        ("[1]", "[4]", "a.abc.yaml, line 2: a ballot ticks candidate 4. Candidates are numbered from 0 to 3."),
        ("[1]", "[1, 1]", "a.abc.yaml, line 2: a ballot ticks somebody twice. Tick each candidate once."),
        ("[1]", "[one]", "a.abc.yaml, line 2: “one” is no candidate. Write a number from 0."),
        ("[1]", "1", "a.abc.yaml, line 2: “1” is no ballot. Each ballot is a list like [0, 2]."),
        (", []]", ", [3", "a.abc.yaml, line 1: the profile is no list of ballots."),
        ("num_cand: 4", "num_cand: four", "a.abc.yaml, line 3: “four” is no whole number."),
        ("committeesize: 2", "committeesize: 0", "a.abc.yaml, line 4: 0 seats cannot be filled."),
        ("compute:", "voter_weights: [1, 2, 3]", "a.abc.yaml, line 5: voters have weights. Each has one vote."),
    ],
)
def test_wrong_line_of_abcvoting_is_named(old: str, new: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        abc_yaml.parse(YAML.replace(old, new), "a.abc.yaml")
    assert said in refused.value.sentence


OTHERS_CALL_IT = {"approval": "av", "seq-pav": "seqpav", "equal-shares": "equal-shares"}


def found_by_others(path: Path, rule: str) -> list[list[str]]:
    """All committees that the file lists for a rule."""
    listed = re.search(
        rf"^- rule_id: {OTHERS_CALL_IT[rule]}\n  result: (\[\[[^a-z]*\]\])\n  resolute: false",
        path.read_text("utf-8"),
        re.M,
    )
    assert listed, f"{path} lists nothing for {rule}"
    return sorted(re.findall(r"\d+", one) for one in re.findall(r"\[([^\[\]]*)\]", listed[1]))


@pytest.mark.proof
@pytest.mark.parametrize("rule", OTHERS_CALL_IT)
def test_committees_of_the_open_files_come_out(rule: str) -> None:
    files = sorted(Path(os.environ["ALONGSIDE_DATA"]).glob("votes/*.abc.yaml"))
    assert files, "ALONGSIDE_DATA names a folder without votes/*.abc.yaml"
    for path in files:
        facts = rules.count(path, rules.rule(rule)).facts()
        assert (facts["tied"] or [facts["winners"]]) == found_by_others(path, rule), path.name


@pytest.mark.parametrize("rule", ["approval", "seq-pav", "equal-shares"])
def test_rank_that_two_share_is_a_tick_for_both(rule: str) -> None:
    voted = blt.parse('3 1\n3 1=2 0\n2 3 1=2 0\n1 - 3 0\n1 0\n0\n"Ann"\n"Bo"\n"Cy"\n', "may.blt")
    facts = rules.rule(rule).count(voted, Asking()).facts()
    assert facts["approvals"] == {"Ann": 5, "Bo": 5, "Cy": 3}
    assert facts["tied"] == [["Ann"], ["Bo"]]
    if rule != "approval":
        assert facts["empty_ballots"] == 1
    assert facts["approvals"] == recounted(rule, voted)["approvals"]
    cards = vote_of("approval", voted).cards
    assert sorted(card.names for card in cards if "Cy" in card.names) == [("Cy",)] + [("Cy", "Ann", "Bo")] * 2


def recounted(rule: str, voted: Election) -> dict[str, Any]:
    """The figures that the script of a bundle finds in the same ballots."""
    made = ModuleType("recount")
    exec(compile(script.recount(rule, voted.kind), rule, "exec"), made.__dict__)  # noqa: S102 it is ours
    asked = {"seats": voted.seats, "lot": "", "of": "file"}
    figures: dict[str, Any] = made.count(made.read(writers.blt(voted)), asked)[1]
    return figures


def test_seats_beyond_all_reason_are_filled_at_once() -> None:
    voted = blt.parse('2 999999999999\n3 1 2 0\n0\n"Ann"\n"Bo"\n', "may.blt")
    assert rules.rule("seq-pav").count(voted, Asking()).facts()["winners"] == ["Ann", "Bo"]
