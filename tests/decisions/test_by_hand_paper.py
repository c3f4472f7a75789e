"""The paper for counting by hand: all its steps, every card once, figures on the last sheet, and heard as seen."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

import click
import pytest
from page import ValidationProfile, validate_pdf_bytes

from alongside.cli import Desk
from alongside.decisions.by_hand.compared import lot_of, totals
from alongside.decisions.by_hand.paper import HandPaper
from alongside.decisions.by_hand.scripts import script
from alongside.decisions.by_hand.vote import RULES, Vote, vote_of
from alongside.decisions.commands import by_hand
from alongside.decisions.counting import rules
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.readers import choices, ticks
from alongside.decisions.counting.rule import Asking
from alongside.display import Edition, pictures
from alongside.refusal import BadInput
from alongside.testing.easy_read import easy_read_faults

COMMITTEE = Path(__file__).parents[2] / "examples/committee.blt"
ANSWERS = choices.parse("choice,count\nyes,12\nno,5\nabstain,3\n,1\n", "v.csv")
TICKED = ticks.parse("count,Sea trip,Quiz <3,Cinema\n4,1,0,1\n3,0,1,0\n2,1,1,1\n1,0,0,0\n", "t.csv")
SMALL = Election(candidates=("Ann", "Bo", "Cy"), seats=2, piles=(Pile((1, 2), 3), Pile((2, 3, 1), 2), Pile((), 1)))


def made(rule, contest=None, lot=""):
    counter, asking = rules.rule(rule), Asking(lot=lot)
    contest = contest or rules.readers.read(COMMITTEE, counter, asking)
    result = counter.count(contest, asking)
    vote = vote_of(rule, contest)
    return HandPaper(title="What we vote on", vote=vote, lot=lot_of(result, lot), totals=totals(result))


@cache
def papers():
    counted = {
        rule: made(rule, None if rule == "scottish-stv" else TICKED if rule == "approval" else ANSWERS)
        for rule in RULES
    }
    counted["small"] = made("scottish-stv", SMALL)
    blank = {
        f"blank {rule}": HandPaper(title="Soon", vote=Vote(rule=rule, names=("Ann", "Bo"), seats=1))
        for rule in RULES
    }
    return counted | blank


NAMES = (*RULES, *(f"blank {rule}" for rule in RULES))


def text_of(markup):
    """The words of markup; what stands in a block is apart from the next."""
    apart = re.sub(r"</(?:p|li|h\d|td|th|span|div)>", " ", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", apart)).split())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("edition", Edition)
def test_every_step_stands_on_the_paper_under_its_number(name, edition):
    paper = papers()[name]
    text = text_of(paper.html(edition))
    found = script(paper.vote)
    steps = re.findall(r'class="step-number">(\d+)<', paper.html(edition))
    assert steps == [str(number) for number in range(1, len(found.steps) + 1)]
    if edition is Edition.STANDARD:
        for _, told in found.numbered():
            for _, _, said in told:
                assert " ".join(said.plain.split()) in text.replace(" ,", ",").replace(" .", ".").replace(
                    " :", ":"
                ).replace(" ?", "?")


@pytest.mark.parametrize("name", NAMES)
def test_easy_read_has_no_fault_a_machine_can_find(name):
    assert easy_read_faults(papers()[name].html(Edition.EASY)) == []


@pytest.mark.parametrize("rule", ["majority", "approval", "scottish-stv"])
def test_every_card_is_cut_out_once_with_what_stands_on_it(rule):
    paper = papers()[rule]
    markup = paper.html(Edition.STANDARD)
    cards = [text_of(one) for one in re.findall(r'<article class="cut names.*?</article>', markup, re.S)]
    assert len(cards) == len(paper.vote.cards) == paper.vote.people
    for card, text in zip(paper.vote.cards, cards, strict=True):
        assert text.startswith(f"Card {card.number}")
        sign = "✓ " if rule == "approval" else ""
        assert [name for name in paper.vote.names if f"{sign}{name}" in text] == sorted(
            card.names, key=paper.vote.names.index
        )


def test_order_on_a_card_is_that_of_the_ballot():
    paper = papers()["scottish-stv"]
    cards = re.findall(r'<article class="cut names.*?</article>', paper.html(Edition.EASY), re.S)
    for card, text in zip(paper.vote.cards, cards, strict=True):
        assert re.findall(r'class="words">([^<]+)<', text) == list(card.names)


def test_totals_are_those_of_the_count_and_stand_on_the_last_sheet():
    paper = papers()["scottish-stv"]
    last = text_of(paper.html(Edition.STANDARD).split("Open this after you have counted")[1])
    result = rules.count(COMMITTEE, rules.rule("scottish-stv")).facts()
    for stage in result["stages"]:
        for name, votes in stage["votes"].items():
            assert f"{votes.rstrip('0').rstrip('.') or '0'}" in last, name
    for name in result["winners"]:
        assert re.search(rf"{name} [\d. ]+ In\b", last), name


def test_tie_that_only_a_lot_parts_is_told_and_not_decided():
    level = Election(candidates=("Ann", "Bo"), seats=1, piles=(Pile((1,), 2), Pile((2,), 2)))
    for rule in ("approval", "scottish-stv"):
        text = text_of(made(rule, level).html(Edition.STANDARD))
        assert (
            "It is a tie between: Ann, Bo . Only a lot can tell" in text
            or "It is a tie between: Ann, Bo. Only" in text
        )
        assert "The dice show:" in text
        assert "The dice showed “3 5 1”" in text_of(made(rule, level, "3 5 1").html(Edition.STANDARD))


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        pytest.param("majority", Edition.EASY, marks=pytest.mark.proof),
        pytest.param("approval", Edition.STANDARD, marks=pytest.mark.proof),
        ("small", Edition.EASY),
        ("blank scottish-stv", Edition.STANDARD),
    ],
)
def test_paper_passes_pdf_ua(name, edition):
    report = validate_pdf_bytes(papers()[name].pdf(edition), profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures


@pytest.mark.parametrize("rule", RULES)
def test_every_step_has_a_picture_that_there_is(rule):
    assert {step.picture for step in script(papers()[rule].vote).steps} <= set(pictures.NAMES)


@pytest.fixture
def write(tmp_path):
    """Run the command on a file; return what it answered and what it wrote."""
    command = click.command("by-hand")(click.pass_obj(by_hand.by_hand))

    def run(*arguments):
        from click.testing import CliRunner

        desk = Desk.__new__(Desk)
        answers = []
        desk.answer = lambda facts, text: answers.append((facts, text))
        done = CliRunner().invoke(command, [str(one) for one in arguments], obj=desk)
        if done.exception:
            raise done.exception
        return answers[0]

    return run


def test_command_writes_a_new_file_and_says_how_many_cards(write, tmp_path):
    file, out = tmp_path / "t.csv", tmp_path / "t.pdf"
    file.write_text("count,Tea,Cake\n2,1,0\n1,1,1\n")
    facts, text = write(file, "--rule", "approval", "--pdf", out)
    assert facts == {"file": str(file), "paper": str(out), "cards": 3}
    assert text == f"{out} has 3 cards."
    assert out.read_bytes().startswith(b"%PDF-")
    with pytest.raises(BadInput, match="there is such a file already"):
        write(file, "--rule", "approval", "--pdf", out)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--rule", "meek"), "counts by meek have no script"),
        (("--rule", "majority"), "the options are Joyce Amadi"),
    ],
)
def test_what_cannot_be_counted_by_hand_is_refused_and_nothing_is_written(write, tmp_path, arguments, sentence):
    with pytest.raises(BadInput, match=sentence):
        write(COMMITTEE, *arguments, "--pdf", tmp_path / "c.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("rule", RULES)
def test_before_anybody_has_voted_there_are_neither_cards_nor_totals(rule):
    markup = papers()[f"blank {rule}"].html(Edition.STANDARD)
    assert ("Open this after" in markup, 'class="cut names' in markup) == (False, False)
    assert ("Open this after" in papers()[rule].html(Edition.STANDARD)) is True


def test_where_many_names_make_many_letters_there_is_a_row_for_each() -> None:
    few, many = (
        HandPaper(title="Soon", vote=Vote(rule="scottish-stv", names=tuple(f"N{n}" for n in range(size)), seats=3))
        for size in (7, 12)
    )
    for paper, last in ((few, "L"), (many, "T")):
        assert re.findall(r'<th scope="row">([A-Z])</th>', paper.html(Edition.STANDARD))[-1] == last
