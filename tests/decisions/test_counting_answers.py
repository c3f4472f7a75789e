"""Answers to one proposal: majorities and consent from a file `choice,count`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions.counting import consent, rules, writers
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.readers import choices
from alongside.decisions.counting.rule import Asking, Result
from alongside.refusal import BadInput


def counted(rule: str, text: str) -> Result:
    return rules.rule(rule).count(choices.parse(f"choice,count\n{text}", "a.csv"), Asking())


@pytest.mark.parametrize(
    ("rule", "yes", "no", "carried"),
    [
        ("majority", 6, 5, True),
        ("majority", 5, 5, False),
        ("two-thirds", 8, 4, True),
        ("three-quarters", 9, 3, True),
        ("three-quarters", 8, 3, False),
        ("three-quarters", 1, 0, True),
        ("three-quarters", 0, 0, False),
    ],
)
def test_answers_carry_a_proposal_by_the_threshold_of_the_rule(
    rule: str, yes: int, no: int, carried: bool
) -> None:
    facts = counted(rule, f"yes,{yes}\nno,{no}\nabstain,40\n,2\n").facts()
    assert (facts["carried"], facts["winner"]) == (carried, "yes" if carried else "no")
    assert (facts["ballots"], facts["valid_votes"], facts["blank"]) == (yes + no + 42, yes + no + 40, 2)
    assert (facts["candidates"], facts["tied"]) == (["yes", "no", "abstain"], [])


@pytest.mark.parametrize(
    ("text", "passed", "told"),
    [
        ("yes,9\nstand-aside,2\nobjection,1\n", True, "Consent is given: no objection is upheld."),
        ("yes,9\nUpheld objection,1\n", False, "No consent: 1 objection is upheld."),
        ("yes,9\nno,30\n", True, "Consent is given: no objection is upheld."),
        ("yes,0\nstand-aside,2\n", False, "No consent: nobody says yes."),
    ],
)
def test_consent_is_stopped_by_an_upheld_objection_and_by_silence_alone(
    text: str, passed: bool, told: str
) -> None:
    result = counted("consent", text)
    assert result.facts()["carried"] is passed
    assert result.told(80).splitlines()[0] == told


def test_consent_tells_every_answer_with_its_figure() -> None:
    facts = counted("consent", "yes,9\nabstain,3\nobjection,2\n,1\n").facts()
    answers = {"yes": 9, "stand-aside": 0, "abstain": 3, "no": 0, "objection": 2, "upheld-objection": 0}
    assert (facts["votes"], facts["blank"], facts["ballots"]) == (answers, 1, 15)


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5), st.integers(0, 2))
def test_consent_does_not_depend_on_how_many_say_no_or_stand_aside(yes, aside, no, objections, upheld):
    votes = consent.Consent(yes=yes, stand_aside=aside, no=no, objections=objections, upheld=upheld)
    assert votes.passed == consent.Consent(yes=yes, upheld=upheld).passed == (yes > 0 and not upheld)


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        (
            "majority",
            "yes,1\nobjection,2\n",
            "a.csv, line 3: “objection” is no answer here. The rule majority knows yes, no, abst",
        ),
        ("consent", "yes,1\n,4\n\nperhaps,2\n", "a.csv, line 5: “perhaps” is no answer here"),
        ("majority", "yes,1\nYES,2\n", "a.csv, line 3: “yes” stands on two lines. Give each answer one line."),
        (
            "majority",
            "yes,some\n",
            "a.csv, line 2: “some” is not a number of ballots. Write a whole number from 0.",
        ),
        ("majority", "yes,1,2\n", "a.csv, line 2: the line has 3 cells. Write it like yes,12."),
        ("majority", "", "a.csv: there are no answers. Write them like yes,12."),
    ],
)
def test_wrong_answer_is_named(rule: str, text: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        counted(rule, text)
    assert said in refused.value.sentence


def test_answers_are_read_again_as_they_were_written() -> None:
    answers = Choices(candidates=("yes", "upheld-objection"), votes=(3, 0), blank=2, source="a.csv")
    assert choices.parse(writers.choices(answers), "a.csv") == answers


def test_file_of_answers_is_counted_by_no_rule_for_candidates(tmp_path) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("choice,count\nyes,2\n")
    with pytest.raises(BadInput, match="this file holds choices"):
        rules.count(file, rules.rule("approval"))
