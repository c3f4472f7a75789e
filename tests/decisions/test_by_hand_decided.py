"""Votes of the enterprise counted by hand from their pages: the cards give the figures of the outcome."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decisions.at_the_table import NOBODY, Table
from tests.decisions.conftest import MEMBERS
from tests.decisions.test_vote_rules import KEYS, NAMES, NOW, asking

from alongside.decisions import closing_record, outcome
from alongside.decisions.ballot import ABSTAIN, Ballot
from alongside.decisions.by_hand import decided
from alongside.decisions.by_hand.choosing import Mark
from alongside.decisions.by_hand.scripts import script
from alongside.decisions.pages import by_hand, proposal
from alongside.decisions.proposal import Option
from alongside.decisions.vote_rule import RULES
from alongside.display import Edition
from alongside.refusal import NotFound
from alongside.testing.easy_read import easy_read_faults
from alongside.web import PdfAnswer

CALLED = decided.Called(options=dict(zip(KEYS, NAMES, strict=True)), none="None of them")
FIVE = tuple(
    Option(key=key, words=f"{name} B.", easy_words=name, picture="ballot") for key, name in CALLED.options.items()
)


def orders(least):
    return st.permutations(KEYS).flatmap(lambda order: st.integers(least, 5).map(lambda n: tuple(order[:n])))


ballots = {
    "majority": st.sampled_from([(key,) for key in (*KEYS[:2], ABSTAIN)]),
    "two-thirds": st.sampled_from([(key,) for key in (*KEYS[:2], ABSTAIN)]),
    "three-quarters": st.sampled_from([(key,) for key in (*KEYS[:2], ABSTAIN)]),
    "approval": st.sets(st.sampled_from(KEYS[:4]), min_size=1).map(lambda one: tuple(sorted(one)))
    | st.just((ABSTAIN,)),
    "scottish-stv": orders(1) | st.just((ABSTAIN,)),
}
votes = st.sampled_from(sorted(ballots)).flatmap(
    lambda rule: st.tuples(
        st.just(rule),
        st.lists(ballots[rule], min_size=10, max_size=40),
        st.integers(1, 3),
        st.sampled_from(["", "3 5 1"]),
    )
)


def written(number):
    """A figure as somebody writes it: no more zeros than it needs."""
    text = f"{int(number * 100_000) / 100_000:.5f}"
    assert Fraction(text) == number
    return text.rstrip("0").rstrip(".")


@settings(max_examples=120, deadline=None)
@given(votes)
def test_cards_of_a_counted_vote_give_the_totals_of_its_last_sheet(vote):
    rule, said, seats, lot = vote
    asked = asking(rule, seats if RULES[rule].fills_places else 1)
    came = outcome.count("o", asked, [Ballot(keys) for keys in said], 50, NOW, lot)
    came = attrs.evolve(came, closing=closing_record.made(asked, came, [], lot))
    if rule == "scottish-stv" and came.stages is None:
        assert not decided.can_be_counted(asked, came)
        return
    assert decided.can_be_counted(asked, came)
    table = decided.vote(asked, CALLED, came)
    order = decided.lot(asked, CALLED, came)
    told = decided.totals(asked, CALLED, came)
    if told.tied and rule == "approval":
        assert order is None, "the program leaves the tie, and so does the paper"
        return
    hand = Table(script(table), table, order.order if order else ()).follow()
    for name, figure in told.boxes.items():
        assert written(hand.boxes[name]) == figure
    assert len(hand.stages) == len(told.columns)
    for number, (sheet, column) in enumerate(zip(hand.stages, told.columns, strict=True), 1):
        assert {name: written(sheet[name]) for name in column.figures} == column.figures
        staged = rule == "scottish-stv"
        marked = dict.fromkeys(
            hand.marked_in_stage(Mark.IN, number) if staged else hand.all_marked(Mark.IN), Mark.IN
        )
        marked |= dict.fromkeys(hand.marked_in_stage(Mark.OUT, number), Mark.OUT)
        assert marked == column.marks
        if staged:
            assert written(sheet[NOBODY]) == column.nobody
            assert written(hand.left_out[number - 1]) == column.left_out
    assert hand.moved == [column.moved for column in told.columns if column.moved]


def test_lot_that_an_old_record_does_not_tell_offers_no_paper():
    asked = asking("scottish-stv", 1)
    came = outcome.count("o", asked, [Ballot((key,)) for key in KEYS[:2] * 6], 30, NOW)
    assert came.drawn
    assert not decided.can_be_counted(asked, attrs.evolve(came, closing=None))
    assert decided.can_be_counted(asked, attrs.evolve(came, closing=closing_record.made(asked, came, [])))


def test_more_different_ballots_than_a_table_holds_offer_no_paper():
    asked = asking("scottish-stv", 2)
    every = sorted(
        {
            tuple(KEYS[(start + step * way) % 5] for step in range(length))
            for start in range(5)
            for way in (1, 2, 3, 4)
            for length in range(1, 6)
        }
    )
    few = outcome.count("o", asked, [Ballot(one) for one in every * 2], 200, NOW)
    assert decided.can_be_counted(asked, few) == (len(every) <= 64)
    alike = tuple(outcome.Alike(keys=(KEYS[0],), ballots=1) for _ in range(65))
    assert not decided.can_be_counted(asked, attrs.evolve(few, alike=alike))


@pytest.fixture
def nine_count(monkeypatch):
    """Nine members are enough for ballots to be kept."""
    monkeypatch.setattr(outcome, "GROUPED_FROM", 9)


def shown(visit, display, who, which, edition):
    return display.render("decisions", visit(who, proposal.page, edition, proposal=which), edition=edition)


@pytest.mark.parametrize("edition", Edition)
def test_page_of_a_counted_vote_leads_members_to_both_papers(
    nine_count, asked, cast, counted, visit, display, edition
):
    which = counted(voted(asked, cast)).proposal.id
    page = shown(visit, display, "member1", which, Edition.STANDARD)
    votes_page = display.render(
        "decisions", visit("member1", proposal.votes, edition, proposal=which), edition=edition
    )
    for html in (page, votes_page):
        assert [one for one in ("en", "en@easy") if f"/decisions/{which}/by-hand/{one}" not in html] == []
    assert edition is not Edition.EASY or easy_read_faults(votes_page) == []
    made = visit("member1", by_hand.paper, edition, proposal=which, edition=edition.value)
    assert isinstance(made, PdfAnswer)
    assert made.content.startswith(b"%PDF-")


def voted(asked, cast):
    vote = asked(rule="approval", options=FIVE, seats=2)
    cast(vote, *[",".join(keys) for keys in [KEYS[:2], KEYS[1:3], KEYS[:1]] * 3])
    assert len(MEMBERS) == 9
    return vote


def test_before_the_count_tellers_alone_have_the_steps(asked, cast, counted, visit, display):
    vote = asked(rule="scottish-stv", options=FIVE, seats=2)
    for edition in Edition:
        assert f"/{vote.id}/by-hand/" in shown(visit, display, "tess", vote.id, edition)
        assert f"/{vote.id}/by-hand/" not in shown(visit, display, "member1", vote.id, edition)
    assert isinstance(visit("tess", by_hand.paper, proposal=vote.id, edition="en"), PdfAnswer)
    with pytest.raises(NotFound, match="once ten people have voted"):
        visit("member1", by_hand.paper, proposal=vote.id, edition="en")
    cast(vote, *["option1"] * 9)
    counted(vote)
    for who in ("tess", "member1"):
        with pytest.raises(NotFound, match="once ten people have voted"):
            visit(who, by_hand.paper, proposal=vote.id, edition="en")
        assert "/by-hand/" not in shown(visit, display, who, vote.id, Edition.STANDARD)
    with pytest.raises(NotFound):
        visit("tess", by_hand.paper, proposal=vote.id, edition="cy")
