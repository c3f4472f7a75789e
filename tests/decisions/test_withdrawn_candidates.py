"""Somebody who stands withdraws while the vote is open: no ballot changes, and the count passes her over."""

import json
import subprocess
import sys
from datetime import date

import pytest

from alongside.decisions.actions import closing, proposing, recounting, roll_mending, standing, voting
from alongside.decisions.actions.recording import recorded
from alongside.decisions.ballot import Ballot
from alongside.decisions.bundling import verifying
from alongside.decisions.life import NotNow
from alongside.decisions.on_record import Done
from alongside.decisions.pages import ballot_paper, poster, proposal
from alongside.decisions.pages import standing as pages
from alongside.decisions.pages import voting as voting_pages
from alongside.decisions.proposal import Option
from alongside.decisions.tables import OUTCOMES, PROPOSALS, ROLL
from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults

from .conftest import CLOSES, MEMBERS, as_person


@pytest.fixture
def act(group):
    """Do something as somebody."""

    def do(who, what, *words, **more):
        with group.unit(as_person(who)) as unit:
            return what(unit, *words, **more)

    return do


@pytest.fixture
def election(act):
    """An open election of three for one place."""
    facts = {"closes": CLOSES, "quorum": 1, "rule": "scottish-stv", "options": ()}
    which = act("member1", proposing.propose, "Who?", "We ask.", **facts).id
    for name in ("member2", "member3", "member4"):
        act(name, standing.stand, which, "I want tea.")
    return act("tess", voting.open_vote, which).id


def test_ballots_that_name_her_stay_and_go_to_the_next_name(group, act, election, display, visit, over):
    for name, order in zip(
        MEMBERS, [("option1", "option2")] * 4 + [("option3",)] * 3 + [("option1",)] * 2, strict=True
    ):
        act(name, voting.vote, election, Ballot(order))
    sealed = sorted(line.sealed for line in lines(group, election))
    act("member2", standing.withdraw, election, "I move away.")
    assert sorted(line.sealed for line in lines(group, election)) == sealed
    over()
    decision = act("tess", closing.close, election)
    assert decision.outcome.winners == ("option2",)
    assert [(one.choice, one.votes) for one in decision.outcome.totals] == [
        ("option2", 4),
        ("option3", 3),
        ("abstain", 0),
    ]
    record = json.loads(decision.outcome.closing)
    assert (record["withdrawn"], record["ballots"], record["totals"]) == ([1], 9, [0, 4, 3])
    html = display.render("decisions", visit("member9", proposal.proposal, proposal=election))
    assert "Member2 withdrew and was not counted." in html
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert "Member2 withdrew and was not counted." in poster.compose(unit, election, Edition.STANDARD).html


def lines(group, election):
    with group.unit(Actor.keyboard(), writing=False) as unit:
        return unit.find(ROLL, ROLL.table.c.proposal == election)


def test_bundle_holds_the_ballots_as_they_were_cast_and_counts_to_the_same(
    group, act, election, keyboard, tmp_path, over
):
    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="late", name="Late", joined=date(2026, 1, 5)))
        enterprise.give_role(unit, "late", "member", first_day=date(2026, 1, 5))
    act("tess", roll_mending.put_on_roll, election, "late", "Left off.")
    for name in (*MEMBERS, "late"):
        act(name, voting.vote, election, Ballot(("option1", "option2") if name < "member6" else ("option3",)))
    act("member2", standing.withdraw, election)
    over()
    outcome = act("tess", closing.close, election).outcome
    assert {one.keys: one.ballots for one in outcome.alike} == {("option1", "option2"): 6, ("option3",): 4}
    bundle = act("member1", recounting.bundle, election)
    text = bundle.files["ballots.blt"].decode()
    assert "6 1 2 0" in text
    assert "-1" in text.splitlines()
    file = tmp_path / "bundle.zip"
    file.write_bytes(bundle.zipped())
    assert verifying.verify(file).wrong == ()
    done = subprocess.run([sys.executable, str(file)], capture_output=True, text=True, check=False)
    assert "Everything agrees." in done.stdout, done.stdout


def test_everybody_reads_it_on_screen_and_paper_and_is_told(group, act, election, visit, display):
    act("member2", standing.withdraw, election, "I move away.")
    for page in (pages.page, proposal.proposal, voting_pages.ballot):
        html = display.render("decisions", visit("member9", page, proposal=election))
        assert "Member2 has withdrawn." in html
        easy = display.render(
            "decisions", visit("member9", page, Edition.EASY, proposal=election), edition=Edition.EASY
        )
        assert easy_read_faults(easy) == []
    ballot = display.render("decisions", visit("member9", voting_pages.ballot, proposal=election))
    assert 'name="place-option1"' not in ballot
    assert 'name="place-option2"' in ballot
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert "Member2 has withdrawn." in ballot_paper.compose(unit, election, Edition.STANDARD).html
        (noted,) = recorded(unit, election)
        told = {one.person for one in unit.find(MESSAGES) if "withdrew" in one.key}
    assert (noted.what, noted.person, noted.words) == (Done.WITHDREW, "member2", "I move away.")
    assert told == set(MEMBERS)


def test_withdrawing_is_for_open_votes_that_leave_somebody(act, election, asked):
    act("member2", standing.withdraw, election)
    with pytest.raises(NotNow, match="You do not stand"):
        act("member2", standing.withdraw, election)
    act("tess", standing.withdraw, election, person="member3")
    with pytest.raises(BadInput, match="Nobody else stands"):
        act("member4", standing.withdraw, election)
    with pytest.raises(NotNow, match="not open for votes yet"):
        facts = {"closes": CLOSES, "quorum": 1, "rule": "scottish-stv", "options": ()}
        act("member2", standing.withdraw, act("member1", proposing.propose, "Who?", "", **facts).id)


def test_ballots_for_nobody_who_is_left_take_part_and_choose_none(group, act, election, over):
    for name in MEMBERS[:6]:
        act(name, voting.vote, election, Ballot(("option1",)))
    act("member2", standing.withdraw, election)
    over()
    outcome = act("tess", closing.close, election).outcome
    assert (outcome.winners, outcome.taking_part) == ((), 6)
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert len(unit.find(OUTCOMES)) == 1


def test_page_says_first_what_withdrawing_does(act, election, visit, display):
    html = display.render("decisions", visit("member2", pages.page, proposal=election))
    assert "Votes for you go on to the next name that the voter chose." in html
    sent = visit("member2", pages.send, form={"do": "withdraw", "why": ""}, writing=True, proposal=election)
    assert sent.path.endswith("/standing")
    assert "I withdraw" not in display.render("decisions", visit("member2", pages.page, proposal=election))


# --- somebody who stands is taken off the records while the vote is open


def erase(group, keyboard, who):
    with group.unit(keyboard) as unit:
        people_actions.erase(unit, who)


def test_erased_candidate_counts_as_withdrawn_and_everybody_is_told(
    group, act, election, keyboard, visit, display, over
):
    for name in MEMBERS[2:]:
        act(name, voting.vote, election, Ballot(("option1", "option2") if name < "member8" else ("option3",)))
    over()
    erase(group, keyboard, "member2")
    ballot = display.render("decisions", visit("member9", proposal.proposal, proposal=election))
    assert "A member has withdrawn." in ballot or "a member has withdrawn." in ballot
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert "a member has withdrawn." in ballot_paper.compose(unit, election, Edition.STANDARD).html
        told = [one for one in unit.find(MESSAGES) if "withdrew" in one.key]
    assert {one.person for one in told} == set(MEMBERS) - {"member2"}
    assert "You can change it" not in str([one.lines for one in told])
    outcome = act("tess", closing.close, election).outcome
    assert outcome.winners == ("option2",)
    html = display.render("decisions", visit("member9", proposal.proposal, proposal=election))
    assert "a member withdrew and was not counted." in html


@pytest.fixture
def ticks(act, group, keyboard):
    """An open vote by ticks between three who stand, and nine who have ticked."""
    facts = {"closes": CLOSES, "quorum": 1, "rule": "approval", "options": TWO}
    which = act("member1", proposing.propose, "Who?", "We ask.", **facts).id
    for name in ("member2", "member3"):
        act(name, standing.stand, which, "I want tea.")
    with group.unit(keyboard) as unit:
        for name in ("late", "later"):
            people.add_person(unit, Person(id=name, name=name.capitalize(), joined=date(2026, 1, 5)))
            enterprise.give_role(unit, name, "member", first_day=date(2026, 1, 5))
    act("tess", voting.open_vote, which)
    for name in (*MEMBERS, "late"):
        ticked = ("option3", "option1") if name < "member4" else ("option3",) if name < "member8" else ("option4",)
        if name != "member2":
            act(name, voting.vote, which, Ballot(ticked))
    return which


TWO = (
    Option(key="option1", words="", easy_words="", picture="", person="member8"),
    Option(key="option2", words="", easy_words="", picture="", person="member9"),
)


@pytest.mark.parametrize("ballots", [9, 10], ids=["totals alone", "with its ballots"])
def test_tick_for_an_erased_candidate_counts_for_nobody_and_the_bundle_verifies(
    group, act, ticks, keyboard, visit, display, tmp_path, ballots, over
):
    if ballots == 10:
        act("later", voting.vote, ticks, Ballot(("abstain",)))
    act("member2", voting.vote, ticks, Ballot(("option4",)))
    erase(group, keyboard, "member2")
    act("late", voting.vote, ticks, Ballot(("option3", "option4")))
    assert 'value="option3"' not in display.render(
        "decisions", visit("member9", voting_pages.ballot, proposal=ticks)
    )
    over()
    outcome = act("tess", closing.close, ticks).outcome
    votes = {one.choice: one.votes for one in outcome.totals}
    assert votes == {"option1": 2, "option2": 0, "option3": 0, "option4": 3, "abstain": ballots - 5}
    html = display.render("decisions", visit("member9", proposal.proposal, proposal=ticks))
    assert "These have withdrawn and were not counted: a member." in html
    file = tmp_path / "bundle.zip"
    file.write_bytes(act("member1", recounting.bundle, ticks).zipped())
    assert verifying.verify(file).wrong == ()
    done = subprocess.run([sys.executable, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    easy = display.render(
        "decisions", visit("member9", proposal.proposal, Edition.EASY, proposal=ticks), edition=Edition.EASY
    )
    assert easy_read_faults(easy) == []


def test_whoever_was_put_on_a_ballot_without_having_stood_is_taken_off_it_as_well(group, act, keyboard):
    """A proposer may name members as choices: they have no candidacy, and go like those who have one."""
    third = Option(key="option3", words="Nobody", easy_words="Nobody", picture="")
    facts = {"closes": CLOSES, "quorum": 1, "rule": "approval", "options": (*TWO, third)}
    draft = act("member1", proposing.propose, "Who speaks?", "We ask.", **facts).id
    opened = act("member1", proposing.propose, "Who cooks?", "We ask.", **facts).id
    act("tess", voting.open_vote, opened)
    erase(group, keyboard, "member8")
    with group.unit(keyboard, writing=False) as unit:
        assert unit.get(PROPOSALS, draft).keys == ("option2", "option3")
        assert unit.get(PROPOSALS, opened).withdrawn == {"option1"}
        told = {one.person for one in unit.find(MESSAGES) if "withdrew" in one.key}
        assert [one.person for one in recorded(unit, opened, Done.WITHDREW)] == [None]
    assert told == set(MEMBERS) - {"member8"}
