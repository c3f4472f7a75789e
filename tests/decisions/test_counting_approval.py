"""Approval: exact counts of ticks, ties that stay ties, and the file that holds ticks."""

import json
import os
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions.counting import approval, rules, telling
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.readers import ticks
from alongside.decisions.counting.rule import Asking
from alongside.refusal import BadInput

NAMES = ("Ann", "Bo", "Cy", "Di", "Ed")
piles = st.lists(st.tuples(st.sets(st.integers(1, 5)), st.integers(1, 4)), max_size=12)


def election(found, seats=1):
    return Election(
        candidates=NAMES, seats=seats, piles=tuple(Pile(tuple(sorted(ticked)), n) for ticked, n in found)
    )


def facts(voted, lot=""):
    return approval.RULE.count(voted, Asking(lot=lot)).facts()


def brute_force(found, seats):
    """Every set of winners whose members all have at least as many ticks as everybody left out."""
    votes = Counter(dict.fromkeys(range(1, 6), 0))
    for ticked, n in found:
        votes.update(dict.fromkeys(ticked, n))
    return [
        chosen
        for chosen in combinations(range(1, 6), seats)
        if min(votes[number] for number in chosen)
        >= max((votes[number] for number in range(1, 6) if number not in chosen), default=0)
    ]


@given(piles, st.integers(1, 5))
def test_count_finds_every_set_of_winners_that_trying_all_of_them_finds(found, seats):
    counted = approval.count(election(found, seats))
    possible = brute_force(found, seats)
    if len(possible) == 1:
        assert (tuple(sorted(counted.winners)), counted.tied) == (possible[0], ())
    else:
        assert sorted(approval.possible_winners(counted)) == sorted(possible)
        assert set(counted.winners) == set.intersection(*map(set, possible))


@given(piles.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_order_of_ballots_does_not_matter(both):
    first, second = (approval.count(election(found, 2)) for found in both)
    assert (first.winners, first.tied, first.approvals) == (second.winners, second.tied, second.approvals)


@given(piles, st.integers(1, 4), st.text("123456", min_size=1, max_size=5))
def test_lot_parts_a_tie_among_the_tied_alone_and_the_same_each_time(found, seats, thrown):
    tie = approval.count(election(found, seats))
    drawn = approval.count(election(found, seats), thrown)
    assert drawn == approval.count(election(found, seats), thrown)
    assert len(drawn.winners) == seats
    assert set(tie.winners) <= set(drawn.winners) <= set(tie.winners) | set(tie.tied)


def test_tie_is_told_and_nothing_is_decided_by_chance():
    counted = approval.count(election([({1}, 3), ({2, 3}, 2)], seats=2))
    assert telling.approvals(counted).splitlines()[:2] == [
        "Chosen: Ann.",
        "Tied for 1 place: Bo and Cy. Throw a lot, and give it with --lot.",
    ]
    found = facts(counted.election)
    assert (found["winners"], found["tied"]) == (["Ann"], [["Ann", "Bo"], ["Ann", "Cy"]])
    assert "winner" not in found
    drawn = facts(counted.election, "4 4")
    assert (drawn["tied"], len(drawn["winners"]), drawn["seed"]) == ([], 2, "4 4")


def test_tie_with_too_many_ways_to_spell_out_is_refused_for_machines_and_told_to_people():
    names = tuple(f"C{n}" for n in range(40))
    many = approval.count(Election(candidates=names, seats=20, piles=(Pile((), 1),)))
    with pytest.raises(BadInput, match="40 candidates are tied for 20 places"):
        facts(many.election)
    assert telling.approvals(many).startswith("Nobody is chosen yet.\nTied for 20 places: C0, C1,")


def test_file_of_ticks_is_read_with_its_empty_ballots():
    read = ticks.parse("\ufeffcount, Ann Lee ,Bo\r\n3,1,0\r\n\r\n2,0,0\r\n1,1,1\r\n".lstrip("\ufeff"), "t.csv")
    counted = approval.count(read)
    assert (read.candidates, counted.ballots, counted.approvals) == (("Ann Lee", "Bo"), 6, {1: 4, 2: 1})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "t.csv: the header does not begin with “count”"),
        ("votes,Ann\n1,1", "t.csv, line 1: the header does not begin with “count”"),
        ("count,Ann,\n1,1,1", "t.csv, line 1: a candidate has no name"),
        ("count,Ann,Ann\n1,1,1", "t.csv, line 1: 2 candidates are called “Ann”"),
        ("count,Ann,Bo\n1,1", "t.csv, line 2: the line has 2 cells, the header 3"),
        ("count,Ann,Bo\n1,1,0\n0,1,0", "t.csv, line 3: “0” is not a number of ballots"),
        ("count,Ann,Bo\n-2,1,0", "t.csv, line 2: “-2” is not a number of ballots"),
        ("count,Ann,Bo\n1,1,2", "t.csv, line 2: “2” is no tick"),
        ('count,Ann\n1,"1', "t.csv, line 2: this is no line of a .csv file"),
    ],
)
def test_wrong_line_is_named(text, said):
    with pytest.raises(BadInput) as refused:
        ticks.parse(text, "t.csv")
    assert said in refused.value.sentence


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_words(text):
    try:
        read = ticks.parse(text, "t.csv")
    except BadInput as refused:
        said = refused.sentence
    else:
        said = read.source
    assert said.startswith("t.csv")


def test_file_of_ticks_is_counted_by_no_rule_that_asks_for_ranks(tmp_path):
    file = tmp_path / "ticks.CSV"
    file.write_text("count,Ann\n1,1\n3,0\n")
    found = rules.count(file, rules.rule("approval")).facts()
    assert (found["winner"], found["ballots"], found["empty_ballots"]) == ("Ann", 4, 3)
    with pytest.raises(BadInput, match="this file holds ticks. The rule scottish-stv counts candidates in order"):
        rules.count(file, rules.rule("scottish-stv"))


@pytest.mark.proof
def test_declared_figures_of_a_real_election_come_out():
    folder = Path(os.environ["ALONGSIDE_DATA"]) / "votes"
    expected = json.loads((folder / "approval_utah_sd11_2025.expected.json").read_text("utf-8"))
    found = facts(ticks.read(folder / "approval_utah_sd11_2025.csv"))
    assert {key: found[key] for key in ("rule", "ballots", "approvals", "winner")} == {
        key: expected[key] for key in ("rule", "ballots", "approvals", "winner")
    }
