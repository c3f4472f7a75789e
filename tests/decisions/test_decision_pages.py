import json
from datetime import date
from pathlib import Path

import click
import pytest

from alongside.cli import Desk
from alongside.decisions import PART, chapter, commands
from alongside.decisions.pages import board as board_page
from alongside.decisions.pages import proposal as proposal_page
from alongside.display import Edition
from alongside.display.missing import missing_texts
from alongside.instants import LONDON, Period
from alongside.refusal import BadInput
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web.visit import Form, Visit, Visitor

QUARTER = Period.quarter(date(2026, 11, 23))
NOT_DECIDED = "Not decided. Too few people voted: 5 did, and 6 were needed."

CHOICES = ("--option", "Tea||cup", "--option", "Coffee")


@pytest.fixture(params=["sqlite"])
def engine_name(request):
    """Pages are the same on both databases: what they read is tested elsewhere."""
    return request.param


def visiting(unit, proposal="", edition=Edition.STANDARD, form=()):
    visitor = Visitor(unit.actor, unit.actor.name)
    return Visit(
        host=None,
        unit=unit,
        visitor=visitor,
        part="decisions",
        edition=edition,
        zone=LONDON,
        today=date(2026, 11, 23),
        path={"proposal": proposal},
        form=Form(form),
    )


def opened(group, who="member9"):
    return group.unit(Actor.person(who, who.capitalize()))


def page(group, display, proposal, edition=Edition.STANDARD, who="member9"):
    with opened(group, who) as unit:
        view = proposal_page.proposal(visiting(unit, proposal, edition))
        return display.render("decisions", view, edition=edition)


def plain(html):
    return " ".join(html.replace("<strong>", "").replace("</strong>", "").split())


class Opened:
    """An enterprise as a desk needs it, in a folder of its own."""

    def __init__(self, store, home):
        self.store = store
        self.home = home
        self.cleaned = 0

    def actor(self, name):
        return Actor.keyboard(name or "the keyboard")

    def zone(self):
        return LONDON

    def today(self):
        return date(2026, 11, 23)

    def must_clean(self):
        pass

    def clean(self):
        self.cleaned += 1


@pytest.fixture
def typed(group, tmp_path, capsys):
    """Type a command of decisions; return what stood on standard output."""
    house = Opened(group, tmp_path / "home")

    def run(name, *words, as_json=False):
        function = next(one.run for one in PART.commands if one.name == name).load(PART.package)
        params = list(reversed(getattr(function, "__click_params__", [])))
        command = click.Command(name, params=params, callback=lambda **values: function(desk, **values))
        desk = Desk(lambda: house, kind="decisions", as_json=as_json)
        command.main(list(words), standalone_mode=False)
        return capsys.readouterr().out

    return run


def test_who_is_not_on_the_roll_gets_no_form(group, asked, display):
    vote = asked()
    assert f"{vote.id}/vote" not in page(group, display, vote.id, who="tess")
    assert f"{vote.id}/vote" in page(group, display, vote.id)


def test_one_voter_fewer_than_quorum_reads_the_same_on_page_paper_and_command_line(
    group, asked, cast, counted, display, typed
):
    proposal = asked(quorum=6)
    cast(proposal, *["yes"] * 5)
    counted(proposal)
    with opened(group) as unit:
        board = display.render("decisions", board_page.board(visiting(unit)))
        paper = display.render("decisions", chapter.write(unit, QUARTER), on_paper=True)
        figures = chapter.figures(unit, QUARTER)
    assert NOT_DECIDED in typed("show", proposal.id)
    assert json.loads(typed("show", proposal.id, as_json=True))["said"] == NOT_DECIDED
    assert NOT_DECIDED in plain(paper)
    assert NOT_DECIDED in plain(board.replace("<br>", " "))
    assert "Too few people voted: 5 did, and 6 were needed." in plain(page(group, display, proposal.id))
    assert figures == ()


def test_figures_of_four_voters_stand_nowhere(group, asked, cast, counted, display, typed):
    proposal = asked(quorum=4)
    cast(proposal, *["yes"] * 4)
    counted(proposal)
    shown = page(group, display, proposal.id)
    assert "Decided: <strong>Yes</strong>" in shown
    assert "The votes" not in shown
    assert json.loads(typed("show", proposal.id, as_json=True))["votes"] == {}


def test_easy_read_pages_and_chapter_of_decisions_read_easily(group, asked, cast, counted, display):
    over, tie, missed = asked(), asked(), asked(quorum=6)
    cast(missed, *["yes"] * 5)
    cast(over, *["yes"] * 5)
    cast(tie, "yes", "yes", "yes", "no", "no", "no")
    counted(missed)
    counted(over)
    counted(tie)
    open_now = asked()
    cast(open_now, "yes")
    views = []
    with opened(group, "member1") as unit:
        for one in (over, tie, open_now, missed):
            views.append(proposal_page.proposal(visiting(unit, one.id, Edition.EASY)))
        views += [board_page.board(visiting(unit, edition=Edition.EASY)), chapter.write(unit, QUARTER)]
        figure = chapter.figures(unit, QUARTER)[0]
    htmls = [display.render("decisions", view, edition=Edition.EASY) for view in views]
    assert [fault for html in htmls for fault in easy_read_faults(html)] == []
    assert (figure.now, figure.before, figure.easy) == (1, 0, "We made **1 decision** together.")
    assert "{" not in "".join(htmls)


def test_every_text_has_its_easy_read_wording():
    assert missing_texts({"decisions": "alongside.decisions"})[0].keys == ()


def test_vote_is_proposed_opened_closed_and_shown_at_the_command_line(typed):
    made = json.loads(typed("propose", "Tea or coffee?", *CHOICES, as_json=True))
    assert made["quorum"] is None  # more than half of those who decide
    assert "More than half of those who decide must take part." in typed("show", "Tea")
    assert "9 people may vote until 2026-11-30" in typed("open", "Tea")
    assert "Enter the papers, then count it" in typed("end-early", made["id"], "--why", "All are here.")
    closed = typed("close", made["id"])
    assert "The vote was ended early: “All are here.”" in closed
    assert "Not decided. Too few people voted: 5 were needed." in closed
    assert "Closing record, to write down:" in closed
    assert "closed" in typed("list")


def test_option_with_an_unknown_picture_is_refused(typed):
    with pytest.raises(BadInput, match="there is no picture “teapot”"):
        typed("propose", "Tea?", "--option", "Tea | Tea | teapot")


def test_no_command_votes_for_somebody_else():
    assert not {"vote", "ballot"} & {command.name for command in PART.commands}
    texts = [path.read_text() for path in Path(str(commands.__file__)).parent.glob("*.py")]
    assert len(texts) > 4
    # “cast” asks for her own card or password: see test_casting_command.
    assert "voting.vote" not in "".join(texts)
