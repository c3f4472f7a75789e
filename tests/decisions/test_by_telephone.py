"""A vote by telephone, a helper's limit, and a name that was left off the roll."""

import pytest

from alongside.decisions.actions import (
    closing,
    helping,
    looking,
    papers,
    proposing,
    roll_mending,
    standing,
    telephone,
    voting,
)
from alongside.decisions.actions.recording import recorded
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import Ballot
from alongside.decisions.life import NotNow
from alongside.decisions.on_record import Done
from alongside.decisions.pages import helping as helper_page
from alongside.decisions.pages import phone as pages
from alongside.decisions.pages import voting as vote_page
from alongside.decisions.roll import Channel, Checked, Help, Helped, NotOnTheRoll, RollLine
from alongside.decisions.tables import ROLL
from alongside.enterprise import offers as enterprise
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput, NotAllowed
from alongside.web.visit import Helper

from .conftest import CLOSES, TODAY, as_person

CALL = Call(person="member1", checked=Checked.RANG_BACK, listener="member2")


@pytest.fixture
def on(group):
    """Let somebody act."""

    def act(who, action, *facts, **more):
        with group.unit(as_person(who)) as unit:
            return action(unit, *facts, **more)

    return act


def test_vote_that_was_rung_in_is_sealed_noted_told_and_counted(on, asked, counted):
    proposal = asked(quorum=1)
    line = on("tess", telephone.note_vote, proposal.id, CALL, Ballot(("yes",)))
    kept = (line.channel, line.checked, line.taken_by, line.listener)
    assert kept == (Channel.PHONE, Checked.RANG_BACK, "tess", "member2")
    assert "yes" not in str(line)
    told = on("tess", lambda unit: [one.person for one in unit.find(MESSAGES) if "rung-in" in one.key])
    assert told == ["member1"]
    assert counted(proposal).outcome.chosen == "yes"


def test_who_rang_changes_her_vote_herself_until_the_end(on, asked, counted):
    proposal = asked(quorum=1)
    on("tess", telephone.note_vote, proposal.id, CALL, Ballot(("yes",)))
    line = on("member1", voting.vote, proposal.id, Ballot(("no",)))
    assert (line.channel, line.checked, line.taken_by, line.listener) == (Channel.WEB, None, None, None)
    assert counted(proposal).outcome.chosen == "no"


@pytest.mark.parametrize(
    ("who", "call", "says"),
    [
        ("member9", Call(person="member9", checked=Checked.VOICE), "You cannot ring yourself"),
        ("tess", Call(person="member1", checked=Checked.VOICE, listener="tess"), "somebody else than you two"),
        ("tess", Call(person="member1", checked=Checked.VOICE, listener="member1"), "somebody else than you two"),
    ],
)
def test_call_that_cannot_be_is_refused(on, group, asked, keyboard, who, call, says):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member9", "teller", first_day=TODAY)
    proposal = asked(quorum=1)
    with pytest.raises(BadInput, match=says):
        on(who, telephone.note_vote, proposal.id, call, Ballot(("yes",)))


def test_who_stands_takes_no_calls(on, group, keyboard):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member9", "teller", first_day=TODAY)
    made = on("member1", proposing.propose, "Who?", "", closes=CLOSES, quorum=1, rule="scottish-stv", options=())
    for name in ("member9", "member8"):
        on(name, standing.stand, made.id)
    on("tess", voting.open_vote, made.id)
    key = on("tess", looking.look, made.id).proposal.keys[0]
    with pytest.raises(BadInput, match="Whoever stands in this vote takes no calls"):
        on("member9", telephone.note_vote, made.id, CALL, Ballot((key,)))


def test_members_take_no_calls_and_paper_comes_first(on, asked):
    proposal = asked(quorum=1)
    with pytest.raises(NotAllowed):
        on("member3", telephone.note_vote, proposal.id, CALL, Ballot(("yes",)))
    on("tess", papers.give, proposal.id, "member1")
    with pytest.raises(NotNow, match="has a paper ballot"):
        on("tess", telephone.note_vote, proposal.id, CALL, Ballot(("yes",)))


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_page_seals_the_letters_and_never_shows_them(visit, display, on, asked, over):
    proposal = asked(quorum=1)
    form = {"person": "member1", "checked": "voice", "letters": "b"}
    went = visit("tess", pages.send, form=form, writing=True, proposal=proposal.id)
    assert (went.path.endswith(proposal.id), went.draft) == (True, "")
    html = display.render("decisions", visit("tess", pages.page, proposal=proposal.id))
    assert 'value="b"' not in html
    over()
    assert on("tess", closing.close, proposal.id).outcome.chosen == "no"


# --- a helper's limit


@pytest.fixture
def supported(group, keyboard):
    """Members 1 to 3 have all chosen Sue as their supporter."""
    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="sue", name="Sue", joined=TODAY))
        enterprise.give_role(unit, "sue", "supporter", first_day=TODAY)
    for n in range(1, 4):
        with group.unit(as_person(f"member{n}")) as unit:
            people.choose_supporter(unit, f"member{n}", "sue", TODAY, CLOSES.date())


def test_limit_is_looked_at_when_a_helper_is_named_and_not_when_a_vote_is_sent(on, supported, counted):
    made = on("member1", proposing.propose, "Shall we?", "", closes=CLOSES, quorum=1, help_limit=1)
    on("tess", voting.open_vote, made.id)
    for n in (1, 2):
        assert on(f"member{n}", helping.named, made.id, "sue").id == "sue"
    on("member1", voting.vote, made.id, Ballot(("yes",)), helped=Helped(helper="sue", how=Help.POINTING))
    with pytest.raises(BadInput, match="Choose somebody else, ask for a paper ballot, or vote by telephone"):
        on("member3", helping.named, made.id, "sue")
    # Her own vote, and one for which the helper was named in time, are taken.
    assert on("member1", helping.named, made.id, "sue").id == "sue"
    on("member2", voting.vote, made.id, Ballot(("yes",)), helped=Helped(helper="sue", how=Help.POINTING))
    on("member1", voting.take_back, made.id)
    on("member2", helping.not_helped, made.id)
    assert on("member3", helping.named, made.id, "sue").id == "sue"


def test_helper_who_comes_in_with_each_voter_sits_beside_no_more_than_the_limit(on, supported, visit):
    made = on("member1", proposing.propose, "Shall we?", "", closes=CLOSES, quorum=1, help_limit=1)
    on("tess", voting.open_vote, made.id)
    beside = {"helper": Helper("sue", "Sue"), "proposal": made.id}
    for n in (1, 2):
        visit(f"member{n}", helper_page.send_helper, form={"how": "pointing"}, writing=True, **beside)
        visit(f"member{n}", vote_page.send_ballot, form={"choice": "yes"}, writing=True, **beside)
    on("member1", voting.vote, made.id, Ballot(("yes",)), helped=Helped(helper="sue", how=Help.POINTING))
    for opens in (helper_page.who_helps, vote_page.ballot):
        visit("member1", opens, **beside)  # her own vote, which she may change
        for n in (2, 3):
            with pytest.raises(BadInput, match="Sue helps as many people .* paper ballot, or vote by telephone"):
                visit(f"member{n}", opens, **beside)
        visit("member3", opens, proposal=made.id)  # alone
    # What the second one chose before her helper had no room left is sent.
    said = visit("member2", vote_page.check, **beside).facts["mark"]
    visit("member2", vote_page.send_vote, form={"draft": said}, writing=True, **beside)
    assert on("member2", looking.look, made.id).own.voted


def test_limit_of_none_is_no_limit_and_nought_is_refused(on):
    with pytest.raises(BadInput, match="0 people to help is not a number"):
        on("member1", proposing.propose, "Shall we?", "", closes=CLOSES, quorum=1, help_limit=0)


# --- left off the roll


@pytest.fixture
def late(group, keyboard):
    """Lou, whose role as a member was forgotten."""

    def give_role():
        with group.unit(keyboard) as unit:
            enterprise.give_role(unit, "lou", "member", first_day=TODAY)

    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="lou", name="Lou", joined=TODAY))
    return give_role


def test_member_who_was_left_off_is_put_on_the_roll_with_a_reason_and_told(on, asked, late):
    proposal = asked(quorum=1)
    with pytest.raises(BadInput, match="Lou is no member today"):
        on("tess", roll_mending.put_on_roll, proposal.id, "lou", "Her role was forgotten.")
    late()
    with pytest.raises(NotOnTheRoll):
        on("lou", voting.vote, proposal.id, Ballot(("yes",)))
    assert on("tess", roll_mending.missing_on_roll, proposal.id) == ["lou"]
    with pytest.raises(BadInput, match="It was not said why"):
        on("tess", roll_mending.put_on_roll, proposal.id, "lou", "")
    with pytest.raises(NotAllowed):
        on("member1", roll_mending.put_on_roll, proposal.id, "lou", "Her role was forgotten.")
    on("tess", roll_mending.put_on_roll, proposal.id, "lou", "Her role was forgotten.")
    on("lou", voting.vote, proposal.id, Ballot(("yes",)))
    kept = on("member1", recorded, proposal.id)
    assert [(one.what, one.person, one.by, one.words) for one in kept] == [
        (Done.PUT_ON_ROLL, "lou", "tess", "Her role was forgotten.")
    ]
    told = on("tess", lambda unit: [one.person for one in unit.find(MESSAGES) if ":opened:" in one.key])
    assert "lou" in told
    with pytest.raises(NotNow, match="is on the roll already"):
        on("tess", roll_mending.put_on_roll, proposal.id, "lou", "Again.")
    assert len(on("tess", lambda unit: unit.find(ROLL))) == 10


# --- help, counted by kind


@pytest.mark.parametrize(("alone", "told"), [(0, {Help.READ_ALOUD: 12}), (1, {})])
def test_kinds_of_help_are_told_of_large_groups_alone(on, asked, group, alone, told):
    # One who was helped to write is not told, nor are the others, from whom she could be worked out.
    proposal = asked(quorum=1)
    kinds = [Help.WRITING] * alone + [Help.READ_ALOUD] * (12 - alone) + [None] * 13
    with group.unit(as_person("tess")) as unit:
        for n, kind in enumerate(kinds):
            person = unit.new_id()
            people.add_person(unit, Person(id=person, name=f"More {n}", joined=TODAY))
            facts = {"voted": True, "day": TODAY, "channel": Channel.WEB, "helped": kind is not None, "help": kind}
            unit.add(ROLL, RollLine(id=unit.new_id(), proposal=proposal.id, person=person, **facts))
    assert on("member1", helping.kinds_of_help, proposal.id) == told
