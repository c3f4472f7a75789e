"""Counting by hand: whoever does what the script says gets the totals of the program, stage by stage."""

from __future__ import annotations

import hashlib
import os
import random
import re
import subprocess
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decisions.at_the_table import NOBODY, Table

from alongside.decisions.by_hand.choosing import Mark
from alongside.decisions.by_hand.compared import Lot
from alongside.decisions.by_hand.scripts import SCRIPTS, script
from alongside.decisions.by_hand.vote import MOST_CARDS, MOST_NAMES, RULES, Card, Vote, cards_of, vote_of
from alongside.decisions.counting import approval, majority, scottish_stv
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.choices import Choices
from alongside.decisions.counting.readers import blt, ticks
from alongside.decisions.counting.stages import ONE_VOTE
from alongside.display.texts import wording
from alongside.refusal import BadInput

NAMES = ("Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal")
MAJORITIES = {one.name: one for one in (majority.SIMPLE, majority.TWO_THIRDS, majority.THREE_QUARTERS)}


def order_of(lot, names):
    """The order of a lot, as anybody can work it out at a terminal."""
    return tuple(sorted(names, key=lambda name: hashlib.sha256(f"{lot}/{name}".encode()).hexdigest()))


def counted_by_hand(vote, lot=""):
    return Table(script(vote), vote, order_of(lot, vote.names)).follow()


@st.composite
def elections(draw, most_ballots=60):
    """Up to eight names and sixty ballots; often few different ones, so that many are equal."""
    names = NAMES[: draw(st.integers(1, 8))]
    numbers = range(1, len(names) + 1)
    kinds = draw(
        st.lists(
            st.permutations(numbers).flatmap(
                lambda order: st.integers(0, len(order)).map(lambda n: tuple(order[:n]))
            ),
            min_size=1,
            max_size=12,
        )
    )
    said = draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=most_ballots))
    seats = draw(st.integers(1, len(names)))
    return Election(candidates=names, seats=seats, piles=tuple(Pile(one, 1) for one in said))


def check_stages(election, vote, lot):
    """Compare every figure that stands on the sheets with the program's."""
    program = scottish_stv.count(election, lot)
    hand = counted_by_hand(vote, program.seed or lot)
    assert hand.boxes["Votes"] == program.valid_votes
    assert hand.boxes["Enough"] == program.quota
    assert len(hand.stages) == len(program.stages)
    for number, (stage, sheet) in enumerate(zip(program.stages, hand.stages, strict=True), 1):
        told = {election.name(one): votes for one, votes in stage.votes.items()}
        assert {name: sheet[name] * ONE_VOTE for name in told} == told, number
        assert sheet[NOBODY] * ONE_VOTE == stage.non_transferable
        assert hand.left_out[number - 1] * ONE_VOTE == stage.rounding_loss
        assert set(hand.marked_in_stage(Mark.IN, number)) == set(election.named(stage.elected))
        assert hand.marked_in_stage(Mark.OUT, number) == election.named(stage.excluded)
    assert hand.moved == [election.name(stage.transfer.giver) for stage in program.stages if stage.transfer]
    return hand, program


@settings(max_examples=150, deadline=None)
@given(elections(), st.sampled_from(["3 5 1", "6 6", "1"]))
def test_scottish_stv_by_hand_has_the_stages_of_the_program(election, lot):
    if election.empty_ballots < election.ballots:
        check_stages(election, vote_of("scottish-stv", election), lot)


def full_table(seed):
    """Sixty people and eight names: as much as a table holds."""
    rng = random.Random(seed)
    kinds = [tuple(rng.sample(range(1, 9), rng.randint(1, 8))) for _ in range(rng.choice((6, 60)))]
    piles = tuple(Pile(rng.choice(kinds), 1) for _ in range(60))
    return Election(candidates=NAMES, seats=rng.randint(1, 5), piles=piles)


def test_full_tables_with_ties_are_counted_alike():
    lots = look_backs = 0
    for seed in range(60):
        election = full_table(seed)
        hand, program = check_stages(election, vote_of("scottish-stv", election), f"{seed}")
        assert len(hand.stages) <= len(NAMES), "the sheets have room for one stage a name"
        lots += bool(program.lots)
        look_backs += any(len(set(stage.votes.values())) < len(NAMES) for stage in program.stages)
    assert lots > 5, "ties that only a lot parts were among them"
    assert look_backs > 20


@pytest.mark.parametrize(
    "change",
    [
        lambda act: attrs.evolve(act, most=not act.most) if hasattr(act, "most") else act,
        lambda act: attrs.evolve(act, first=not act.first) if hasattr(act, "first") else act,
        lambda act: attrs.evolve(act, right=act.right + 1) if getattr(act, "sign", "") == "÷" else act,
    ],
    ids=["look back", "lot", "quota"],
)
def test_script_with_one_wrong_act_would_be_found(change, monkeypatch):
    def wrong(vote):
        found = SCRIPTS["scottish-stv"](vote)
        chapters = tuple(
            attrs.evolve(one, steps=tuple(attrs.evolve(step, act=change(step.act)) for step in one.steps))
            for one in found.chapters
        )
        return attrs.evolve(found, chapters=chapters)

    monkeypatch.setitem(globals(), "script", wrong)
    with pytest.raises(AssertionError):
        for seed in range(60):
            check_stages(full_table(seed), vote_of("scottish-stv", full_table(seed)), f"{seed}")


@settings(max_examples=100, deadline=None)
@given(elections(), st.sampled_from(["3 5 1", "2"]))
def test_ticks_by_hand_are_those_of_the_program(election, lot):
    vote = vote_of("approval", election)
    program = approval.count(election, lot)
    hand = counted_by_hand(vote, lot)
    assert hand.now == {election.name(number): votes for number, votes in program.approvals.items()}
    assert set(hand.all_marked(Mark.IN)) == set(election.named(program.winners))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(sorted(MAJORITIES)),
    st.lists(st.integers(0, 30), min_size=3, max_size=3),
    st.integers(0, 3),
)
def test_majorities_by_hand_are_those_of_the_program(rule, votes, blank):
    contest = Choices(candidates=("yes", "no", "abstain"), votes=tuple(votes), blank=blank)
    hand = counted_by_hand(vote_of(rule, contest))
    verdict = majority.answered(MAJORITIES[rule], contest)
    assert hand.boxes["Enough"] == verdict.needed
    assert [hand.now[name] for name in contest.candidates] == votes
    assert hand.all_marked(Mark.IN) == (["yes"] if verdict.carried else [])


@given(
    st.sampled_from(sorted(MAJORITIES)), st.lists(st.sampled_from(["Tea", "Cake", "Soup", "none"]), max_size=30)
)
def test_majority_of_several_answers_is_that_of_a_vote_on_a_page(rule, said):
    names = ("Tea", "Cake", "Soup", "none")
    vote = Vote(rule=rule, names=names, outside=("none",), cards=cards_of(((one,), 1) for one in said))
    cast = [one for one in said if one != "none"]
    enough = MAJORITIES[rule].needed(len(cast))
    assert counted_by_hand(vote).all_marked(Mark.IN) == [one for one in names[:3] if cast.count(one) >= enough]


def test_every_ballot_has_a_card_and_their_order_tells_nothing():
    said = [("Ann", "Bo")] * 3 + [("Bo",)] * 2 + [()]
    cards = cards_of((one, 1) for one in said)
    assert sorted(card.names for card in cards) == sorted(said)
    assert [card.number for card in cards] == [1, 2, 3, 4, 5, 6]
    assert cards == cards_of((one, 1) for one in reversed(said))
    assert [card.names for card in cards] != sorted(card.names for card in cards)


def test_many_alike_ballots_share_a_card():
    cards = cards_of([(("Ann",), 40), (("Bo",), MOST_CARDS), ((), 0)])
    assert sorted((card.names, card.people) for card in cards) == [(("Ann",), 40), (("Bo",), MOST_CARDS)]


def test_what_is_too_much_for_a_table_is_refused_in_one_sentence():
    crowd = Election(candidates=NAMES, piles=(Pile((1, 2), 60),))
    many = tuple(f"N{n}" for n in range(MOST_NAMES + 1))
    orders = {tuple(random.Random(seed).sample(range(1, 9), 5)) for seed in range(90)}
    different = Election(candidates=NAMES, source="w.blt", piles=tuple(Pile(one, 1) for one in orders))
    for rule, contest, sentence in (
        ("meek", crowd, "counts by meek have no script"),
        ("approval", Election(candidates=many, piles=()), "13 names do not lie side by side"),
        ("scottish-stv", different, f"w.blt: {len(orders)} ballots are different, and each needs a card"),
    ):
        with pytest.raises(BadInput, match=sentence):
            vote_of(rule, contest)


@pytest.mark.parametrize("rule", RULES)
def test_every_sentence_holds_all_that_its_act_does(rule):
    for cards in ((), cards_of([(("Ann",), 3), (("Bo",), 1)])):
        vote = Vote(rule=rule, names=("Ann", "Bo", "none"), outside=("none",), cards=cards, seats=2, ticked=True)
        for step in script(vote).steps:
            kept = attrs.asdict(step.act, recurse=False)
            told = {
                name for name, value in kept.items() if not isinstance(value, bool | Mark) and value not in {"", 0}
            }
            assert [name for name in told if f"{{{name}}}" not in step.key] == [], step
            marks = [value.value for value in kept.values() if isinstance(value, Mark)]
            assert all(f"**{mark}**" in step.key for mark in marks), step
            assert ("next whole number" in step.key) == kept.get("up", False), step
            assert ("**first** in" in step.key) == kept.get("first", False), step
            assert ("the most there" in step.key) == kept.get("most", False), step


@pytest.mark.parametrize("rule", RULES)
def test_easy_read_names_the_same_boxes_and_steps(rule):
    for cards in ((), cards_of([(("Ann",), 80)])):
        for names in (("Ann", "Bo"), ("yes", "no")):
            carry = ("yes",) if "yes" in names else ()
            vote = Vote(rule=rule, names=names, cards=cards if not carry else (), may_carry=carry, ticked=True)
            for step in script(vote).steps:
                easy = wording("alongside.decisions", "en@easy", step.key)
                assert set(re.findall(r"\{\w+\}", easy)) == set(re.findall(r"\{\w+\}", step.key)), easy


@pytest.mark.parametrize("rule", RULES)
def test_steps_that_lead_elsewhere_name_a_step_that_is_there(rule):
    found = script(Vote(rule=rule, names=("Ann", "Bo", "Cy"), seats=2))
    for _, told in found.numbered():
        for number, step, said in told:
            for name in ("go", "other"):
                if label := getattr(step.act, name, ""):
                    assert said.facts[name] == found.number(label) != number
                    assert f"step {found.number(label)}" in said.plain


@pytest.mark.proof
def test_official_wards_by_hand_have_the_stages_of_the_program():
    wards = sorted((Path(os.environ["ALONGSIDE_DATA"]) / "votes").glob("scottish_*.blt"))
    assert len(wards) >= 3
    for path in wards:
        election = blt.read(path)
        cards = [
            Card(n, pile.ballots, tuple(election.named(pile.preferences)))
            for n, pile in enumerate(election.counted)
        ]
        check_stages(
            election,
            Vote(rule="scottish-stv", names=tuple(election.candidates), seats=election.seats, cards=tuple(cards)),
            "1",
        )


@pytest.mark.proof
def test_declared_approvals_are_counted_by_hand():
    election = ticks.read(Path(os.environ["ALONGSIDE_DATA"]) / "votes/approval_utah_sd11_2025.csv")
    vote = vote_of("approval", election)
    hand = counted_by_hand(vote)
    assert hand.now == {election.name(n): votes for n, votes in approval.count(election).approvals.items()}


@pytest.mark.long
@pytest.mark.proof
def test_ten_thousand_small_elections_by_hand():
    for seed in range(10_000):
        election = full_table(seed)
        check_stages(election, vote_of("scottish-stv", election), f"{seed}")


def test_command_that_checks_a_lot_holds_for_every_name() -> None:
    for name in ("Ann Lee", "O’Neil", "Pat O'Neil", "100% Bo", "“Cy”; rm", "$HOME"):
        command = Lot("3 5 1", (name,), thrown=True).command
        told = subprocess.check_output(["sh", "-c", command], text=True)
        assert told.split()[0] == hashlib.sha256(f"3 5 1/{name}".encode()).hexdigest()
