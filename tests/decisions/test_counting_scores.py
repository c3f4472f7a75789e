"""Score and STAR: totals, the runoff, ties by the written order, and the file that holds scores."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from alongside.decisions.counting import rules, star, writers
from alongside.decisions.counting.readers import scores
from alongside.decisions.counting.rule import Asking, Result
from alongside.decisions.counting.scores import Scored, Scores
from alongside.refusal import BadInput

THREE = "count,Ann,Bo,Cy\n4,5,2,0\n3,0,5,4\n2,1,3,5\n1,0,0,0\n"


def counted(rule: str, text: str, most: int = 5, lot: str = "") -> Result:
    return rules.rule(rule).count(scores.parse(text, "s.csv", most), Asking(lot=lot, max_score=most))


def test_star_lets_pairs_part_a_tie_for_the_runoff() -> None:
    """The figures are those of starvote 2.1.6."""
    facts = counted("star", THREE).facts()
    assert list(facts["scores"].items()) == [("Bo", 29), ("Ann", 22), ("Cy", 22)]
    assert facts["runoff"] == {"Bo": 7, "Cy": 2, "No Preference": 1}
    assert (facts["winner"], facts["ballots"], facts["max_score"]) == ("Bo", 10, 5)


def test_star_without_anything_to_part_a_tie_lists_both_until_a_lot_is_thrown() -> None:
    level = "count,Ann,Bo\n1,3,4\n1,4,3\n"
    facts = counted("star", level).facts()
    assert (facts["winners"], facts["tied"]) == ([], [["Ann"], ["Bo"]])
    assert "winner" not in facts
    drawn = {counted("star", level, lot=lot).facts()["winner"] for lot in "123456"}
    assert drawn == {"Ann", "Bo"}


def test_winner_of_every_possible_runoff_is_the_winner() -> None:
    # Bo and Cy are level for the second place of the runoff, and Ann beats either.
    facts = counted("star", "count,Ann,Bo,Cy\n3,5,4,0\n3,5,0,4\n").facts()
    assert (facts["winner"], facts["tied"], facts["runoff"]) == ("Ann", [], {})
    assert "There is no one runoff to tell." in counted("star", "count,Ann,Bo,Cy\n3,5,4,0\n3,5,0,4\n").told(80)


def test_blank_is_a_nought_and_is_told() -> None:
    result = counted("score", "count,Ann,Bo\n2,3,\n1,,\n4,1,0\n")
    facts = result.facts()
    assert (facts["scores"], facts["winner"]) == ({"Ann": 10, "Bo": 0}, "Ann")
    assert (facts["ballots_with_blanks"], facts["empty_ballots"], facts["ballots"]) == (3, 1, 7)
    assert "Left a candidate without a score, which counts as 0: 3 of 7." in result.told(80)


def test_score_fills_several_places_and_leaves_a_tie_for_the_last() -> None:
    contest = scores.parse("count,Ann,Bo,Cy\n1,5,3,3\n", "s.csv", 5)
    facts = rules.rule("score").count(rules.for_seats(contest, 2), Asking()).facts()
    assert (facts["winners"], facts["tied"]) == (["Ann"], [["Ann", "Bo"], ["Ann", "Cy"]])


def test_star_for_several_places_is_refused() -> None:
    with pytest.raises(BadInput, match="STAR fills one place"):
        rules.rule("star").count(rules.for_seats(scores.parse(THREE, "s.csv", 5), 2), Asking())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("count,Ann\n1,6", "s.csv, line 2: “6” is no score. Write 0 to 5, or give the most with --max-score."),
        ("count,Ann\n1,-1", "s.csv, line 2: “-1” is no score."),
        ("count,Ann\n\n0,1", "s.csv, line 3: “0” is not a number of ballots. Write a whole number from 1."),
        ("count,Ann\n1,2,3", "s.csv, line 2: the line has 3 cells, the header 2."),
    ],
)
def test_wrong_line_is_named(text: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        scores.parse(text, "s.csv", 5)
    assert said in refused.value.sentence


def test_scores_are_read_again_as_they_were_written() -> None:
    read = scores.parse("count,Ann Lee,“Bo”\n3,,5\n2,0,1\n", "s.csv", 5)
    assert scores.parse(writers.scores(read), "s.csv", 5) == read


def test_file_of_scores_is_told_from_ticks_by_the_rule(tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    file.write_text("count,Ann,Bo\n2,1,0\n1,0,1\n")
    assert rules.count(file, rules.rule("score")).facts()["scores"] == {"Ann": 2, "Bo": 1}
    assert rules.count(file, rules.rule("approval")).facts()["approvals"] == {"Ann": 2, "Bo": 1}


@pytest.mark.proof
def test_figures_of_a_real_poll_come_out() -> None:
    folder = Path(os.environ["ALONGSIDE_DATA"]) / "votes"
    expected = json.loads((folder / "star_poll_july_2020.expected.json").read_text("utf-8"))
    facts = rules.count(folder / "star_poll_july_2020.csv", rules.rule("star")).facts()
    assert {key: facts[key] for key in expected if key != "source"} == {
        key: expected[key] for key in expected if key != "source"
    }


def test_candidate_who_is_called_like_the_ballots_for_none_is_refused() -> None:
    contest = Scores(candidates=("Ann", "No Preference"), max_score=5, piles=(Scored((5, 0), 1),))
    with pytest.raises(BadInput, match="Give the candidate another name"):
        star.count(contest, Asking())


def test_most_below_one_is_named_before_any_score(tmp_path: Path) -> None:
    file = tmp_path / "may.csv"
    file.write_text("count,Ann\n3,4\n")
    with pytest.raises(BadInput, match="-3 cannot be the most. Give --max-score a number from 1."):
        scores.read(file, -3)
