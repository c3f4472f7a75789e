"""Stories of counts: every sentence is worked out again from the ballots, and every wrong figure is caught."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.decisions.counting import readers
from alongside.decisions.counting.ballots import Contest, Election, Kind, Pile
from alongside.decisions.counting.piles import ranked
from alongside.decisions.counting.readers import blt, choices, pabulib, scores, ticks
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.rules import RULES
from alongside.decisions.counting.spending import Spending
from alongside.decisions.explaining.checker import faults, hold
from alongside.decisions.explaining.claim import Claim, Told
from alongside.decisions.explaining.stories import STORIES, explained, story
from alongside.display import pictures
from alongside.display.texts import fill, wording
from alongside.refusal import BadInput

ANSWERS = choices.parse(
    "choice,count\nyes,12\nno,5\nabstain,3\nstand-aside,2\nobjection,2\nupheld-objection,1\n,1\n", "a.csv"
)
VOTES = choices.parse("choice,count\nyes,12\nno,5\nabstain,3\n,1\n", "v.csv")
TICKS = attrs.evolve(ticks.parse("count,Ann 1,Bo,Cy\n4,1,0,1\n3,0,1,0\n1,0,0,1\n2,0,0,0\n", "t.csv"), seats=2)
LEVEL = attrs.evolve(ticks.parse("count,Ann,Bo,Cy\n4,1,0,1\n1,0,1,1\n3,0,1,0\n", "l.csv"), seats=2)
SCORES = scores.parse("count,Ann,Bo,Cy\n4,5,,1\n3,0,4,1\n", "s.csv", 5)
MONEY = Spending(
    candidates=("garden", "bench", "piano", "lights", "paint"),
    titles=("", "", "7 keys", "", ""),
    costs=(30_000, 12_000, 45_000, 20_000, 9_050),
    budget=80_000,
    parts=100,
    piles=tuple(
        Pile(ticked, people)
        for ticked, people in (((1, 2), 6), ((3,), 5), ((3, 4), 2), ((2, 4), 3), ((5,), 1), ((), 1))
    ),
)
COMMITTEE = Election(
    candidates=("Ann", "Bo", "Cy", "Di 2", "Ed", "Flo"),
    seats=3,
    withdrawn=frozenset({6}),
    piles=(
        Pile((1, 2, 3), 9),
        Pile((2, 1), 4),
        Pile((3, 6, 4), 3),
        Pile((4, 3), 3),
        Pile((5,), 2),
        Pile((), 1),
        ranked([[3], [], [2]], 1),
        ranked([[4], [1, 2], [3]], 2),
    ),
)
CASES: dict[str, tuple[Contest, Asking]] = {
    "majority": (VOTES, Asking()),
    "two-thirds": (VOTES, Asking()),
    "three-quarters": (VOTES, Asking()),
    "consent": (ANSWERS, Asking()),
    "approval": (TICKS, Asking()),
    "score": (SCORES, Asking()),
    "scottish-stv": (COMMITTEE, Asking()),
    "equal-shares-budget": (MONEY, Asking(lot="4 4")),
}


def test_story_of_a_majority_tells_how_few_could_have_changed_it() -> None:
    assert [one.plain for one in story("majority", VOTES, Asking())] == [
        "21 voted.",
        "12 said yes.",
        "5 said no.",
        "3 did not want to choose.",
        "1 handed in an empty paper.",
        "9 had to say yes.",
        "The proposal passed.",
        "If 4 had answered otherwise, it could have been different.",
    ]


def test_story_of_a_budget_tells_what_each_project_asked_of_its_supporters() -> None:
    told = [one.plain for one in story("equal-shares-budget", MONEY, Asking())]
    assert told[:3] == ["18 voted.", "We had 800 to spend.", "Everybody’s share of it was 44.44."]
    first = told.index("9 wanted bench.")
    assert told[first + 1 : first + 3] == ["bench costs 120.", "Each of them paid 13.33 for it, or all they had."]
    assert told[-1] == "We spend 710.50 together."


def test_there_is_a_case_here_for_every_rule_with_a_story() -> None:
    assert CASES.keys() == STORIES.keys()


@pytest.mark.parametrize("rule", CASES)
def test_every_figure_of_a_story_comes_out_again(rule: str) -> None:
    contest, asking = CASES[rule]
    assert faults(rule, contest, asking, story(rule, contest, asking)) == []


def wrong(claim: Claim, chance: random.Random) -> Claim:
    """The claim with another value, or about another figure."""
    if isinstance(claim.value, bool):
        return attrs.evolve(claim, value=not claim.value)
    by = chance.choice((1, -1, 10, Fraction(1, 3)))
    return attrs.evolve(claim, value=claim.value + (by if isinstance(claim.value, Fraction) else int(by) or 2))


def planted(told: tuple[Told, ...], seed: int) -> list[Told]:
    """The story with one wrong figure, another sentence each time."""
    chance, at = random.Random(seed), seed % len(told)
    return [*told[:at], attrs.evolve(told[at], claim=wrong(told[at].claim, chance)), *told[at + 1 :]]


@pytest.mark.parametrize("rule", CASES)
def test_each_of_30_planted_figures_is_caught_and_its_sentence_named(rule: str) -> None:
    contest, asking = CASES[rule]
    told = story(rule, contest, asking)
    for seed in range(30):
        mangled = planted(told, seed)
        assert any(mangled[seed % len(told)].plain in fault for fault in faults(rule, contest, asking, mangled))


def other_words(one: Told) -> Told:
    return attrs.evolve(
        one, key=one.key.replace("{n}", "77").replace("{name}", "Somebody").replace("yes", "perhaps")
    )


@pytest.mark.parametrize("rule", CASES)
def test_sentence_that_does_not_say_its_own_figure_or_is_left_out_is_caught(rule: str) -> None:
    contest, asking = CASES[rule]
    told = story(rule, contest, asking)
    for at, one in enumerate(told):
        assert faults(rule, contest, asking, [*told[:at], *told[at + 1 :]])[0].startswith("not told:")
        if other_words(one) != one:
            assert faults(rule, contest, asking, [*told[:at], other_words(one), *told[at + 1 :]])


def other_name(claim: Claim, contest: Contest) -> Claim:
    """The same claim about somebody else, if it is about somebody."""
    others = [name for name in (*contest.candidates, "Somebody") if name not in claim.of]
    return attrs.evolve(claim, of=(others[0], *claim.of[1:])) if claim.of else claim


@pytest.mark.parametrize("rule", CASES)
def test_sentence_about_somebody_else_or_told_twice_is_caught(rule: str) -> None:
    contest, asking = CASES[rule]
    told = story(rule, contest, asking)
    for at, one in enumerate(told):
        assert f"told twice: {one.claim.figure}" in faults(rule, contest, asking, [*told, one])[0]
        other = attrs.evolve(one, claim=other_name(one.claim, contest))
        if other != one:
            assert faults(rule, contest, asking, [*told[:at], other, *told[at + 1 :]])
        named = attrs.evolve(one, label="Somebody")
        if "{name}" in one.key:
            assert faults(rule, contest, asking, [*told[:at], named, *told[at + 1 :]])


@pytest.mark.parametrize("rule", CASES)
def test_sentences_with_one_anothers_words_are_caught(rule: str) -> None:
    contest, asking = CASES[rule]
    told = story(rule, contest, asking)
    for at, one in enumerate(told):
        for other in told:
            swapped = attrs.evolve(one, key=other.key)
            if other.key != one.key:
                assert faults(rule, contest, asking, [*told[:at], swapped, *told[at + 1 :]]), swapped


@pytest.mark.parametrize("lot", ["", "4 4"])
def test_story_of_a_tie_says_who_is_level_and_whom_the_lot_named(lot: str) -> None:
    told = story("approval", LEVEL, Asking(lot=lot))
    assert faults("approval", LEVEL, Asking(lot=lot), told) == []
    plain = [one.plain for one in told]
    assert "Cy has a place." in plain
    assert "1 of those who are level can have a place." in plain
    assert sum(line.startswith("The lot gave ") for line in plain) == (1 if lot else 0)


def test_story_of_a_budget_that_needs_a_lot_says_so_and_no_more() -> None:
    level = Spending(candidates=("a", "b"), costs=(6, 6), budget=10, piles=(Pile((1,), 1), Pile((2,), 1)))
    told = story("equal-shares-budget", level, Asking())
    assert told[-1].plain == "More than one set of projects is possible: a lot decides."
    assert faults("equal-shares-budget", level, Asking(), told) == []
    drawn = story("equal-shares-budget", level, Asking(lot="3"))
    assert faults("equal-shares-budget", level, Asking(lot="3"), drawn) == []
    # Whoever is told of a lot that none needs is told wrong.
    assert faults("equal-shares-budget", MONEY, Asking(), told)


@given(
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(0, 3),
    st.sampled_from(["majority", "two-thirds", "three-quarters"]),
)
def test_stories_of_small_majorities_come_out_again(yes: int, no: int, abstain: int, rule: str) -> None:
    contest = choices.parse(f"choice,count\nyes,{yes}\nno,{no}\nabstain,{abstain}\n", "a.csv")
    assert faults(rule, contest, Asking(), story(rule, contest, Asking())) == []


piles = st.lists(st.tuples(st.sets(st.integers(1, 4)), st.integers(1, 3)), min_size=1, max_size=6)


@settings(max_examples=25)
@given(piles, st.integers(1, 4), st.sampled_from(["", "5"]))
def test_stories_of_small_approvals_come_out_again(found, seats: int, lot: str) -> None:
    contest = Election(
        candidates=("Ann", "Bo", "Cy", "Di"),
        seats=seats,
        kind=Kind.TICKS,
        piles=tuple(Pile(tuple(sorted(ticked)), people) for ticked, people in found),
    )
    assert faults("approval", contest, Asking(lot=lot), story("approval", contest, Asking(lot=lot))) == []


def budgets(found, costs, budget: int) -> Spending:
    return Spending(
        candidates=("a", "b", "c", "d"),
        costs=costs,
        budget=budget,
        piles=tuple(Pile(tuple(sorted(ticked)), people) for ticked, people in found),
    )


@settings(max_examples=25)
@given(piles, st.tuples(*[st.integers(0, 9)] * 4), st.integers(0, 20), st.sampled_from(["cost", "count"]))
def test_stories_of_small_budgets_come_out_again(found, costs, budget: int, satisfaction: str) -> None:
    contest, asking = budgets(found, costs, budget), Asking(lot="2", satisfaction=satisfaction)
    assert faults("equal-shares-budget", contest, asking, story("equal-shares-budget", contest, asking)) == []


def test_count_without_a_story_is_refused_with_those_that_have_one() -> None:
    with pytest.raises(BadInput, match=r"counts by meek have no story\. Told are majority, two-thirds"):
        story("meek", TICKS, Asking())


def easy_key(one: Told) -> str:
    return wording("alongside.decisions", "en@easy", one.key)


@pytest.mark.parametrize("rule", CASES)
def test_every_sentence_has_a_picture_that_there_is_and_few_words_in_easy_read(rule: str) -> None:
    contest, asking = CASES[rule]
    for one in (*story(rule, contest, asking), *story("approval", LEVEL, Asking(lot="1"))):
        easy = fill(easy_key(one), one.facts).replace("**", "")
        assert one.picture in pictures.NAMES, one
        assert set(re.findall(r"{\w+}", one.key)) >= set(re.findall(r"{\w+}", easy_key(one))), one
        assert all(len(sentence.split()) <= 12 for sentence in re.split(r"(?<=[.!?]) ", easy)), easy


def test_checker_that_does_not_agree_stops_the_telling() -> None:
    told = planted(story("majority", VOTES, Asking()), 1)
    with pytest.raises(BadInput, match="the checker does not agree with the count: “"):
        hold("majority", VOTES, Asking(), told)


OPEN: dict[str, tuple[str, Callable[[Path], Contest]]] = {
    "scottish_edinburgh_2017_ward1.blt": ("scottish-stv", blt.read),
    "scottish_fife_2017_ward6.blt": ("scottish-stv", blt.read),
    "scottish_shetland_2017_ward7.blt": ("scottish-stv", blt.read),
    "approval_utah_sd11_2025.csv": ("approval", ticks.read),
    "star_poll_july_2020.csv": ("score", partial(scores.read, max_score=5)),
    "pb_poland_warszawa_2018_stare-miasto.pb": ("equal-shares-budget", pabulib.read),
    "pb_poland_warszawa_2019_zacisze.pb": ("equal-shares-budget", pabulib.read),
}


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("file", OPEN)
def test_stories_of_the_open_files_come_out_again(file: str) -> None:
    rule, read = OPEN[file]
    contest = read(Path(os.environ["ALONGSIDE_DATA"]) / "votes" / file)
    told = explained(rule, contest, Asking())
    assert faults(rule, contest, Asking(), told.told, told.cells) == []


def test_budget_in_which_a_lot_changes_nothing_but_who_pays_what_is_told_by_the_paper() -> None:
    # Whichever of two equal projects comes first, only the bench is paid for; the share that is kept is another.
    both = Pile((1, 2), 1)
    contest = Spending(candidates=("hall", "bench"), costs=(6, 4), budget=5, piles=(both, both))
    told = story("equal-shares-budget", contest, Asking())
    assert faults("equal-shares-budget", contest, Asking(), told) == []
    assert [one.plain for one in told[3:]] == [
        "In another turn people pay otherwise. The same get their money.",
        "2 wanted bench.",
        "bench costs 4.",
        "Each of them paid 2 for it, or all they had.",
        "Of our money 1 was left.",
        "bench gets its money.",
        "We spend 4 together.",
    ]


def test_surplus_tie_is_told_as_who_comes_first_and_not_as_who_goes() -> None:
    piles = (Pile((1, 3), 6), Pile((2, 3), 6), Pile((3,), 2), Pile((4,), 1))
    contest = Election(candidates=("Ann", "Bo", "Cy", "Di"), seats=3, piles=piles)
    told = [one.plain for one in story("scottish-stv", contest, Asking())]
    assert "Ann and Bo are level, with 6 votes each." in told
    assert any(one.startswith("Whoever comes first, the same win. Here ") for one in told)
    assert not any("goes" in one for one in told)


@pytest.mark.parametrize(
    ("rule", "text", "margin"),
    [
        ("majority", "choice,count\nyes,999999999999\nno,1\n", 499_999_999_999),
        ("three-quarters", "choice,count\nyes,1\nno,999999999999\n", 749_999_999_999),
        ("approval", "count,Ann,Bo\n999999999999,1,0\n", 500_000_000_000),
        ("score", "count,Ann,Bo\n999999999999,5,0\n", 500_000_000_000),
    ],
)
def test_any_number_of_ballots_is_explained_at_once(rule: str, text: str, margin: int, tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text(text)
    contest = readers.read(tmp_path / "many.csv", RULES[rule], Asking())
    told = story(rule, contest, Asking())
    assert told[-1].claim.value == margin
    assert faults(rule, contest, Asking(), told) == []
