"""Ballots on paper beside ballots on a screen: one member, one vote, and papers that add up."""

import re
import threading
from io import BytesIO

import pikepdf
import pytest

from alongside.decisions.actions import batches, closing, looking, papers, proposing, voting
from alongside.decisions.actions.batches import DoesNotAddUp
from alongside.decisions.actions.recording import recorded
from alongside.decisions.ballot import ABSTAIN, Ballot
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow
from alongside.decisions.on_record import Done
from alongside.decisions.pages import ballot_paper
from alongside.decisions.pages import papers as pages
from alongside.decisions.pages import proposal as proposal_page
from alongside.decisions.paper_ballot import letters_of, orders, read_papers
from alongside.decisions.proposal import ANSWERS
from alongside.decisions.roll import Channel
from alongside.decisions.tables import BATCHES, ROLL
from alongside.display import Edition
from alongside.refusal import BadInput, NotAllowed
from alongside.testing.easy_read import easy_read_faults

from .conftest import CLOSES, as_person
from .test_box_races import OPTIONS


@pytest.fixture
def on(group):
    """Let somebody act."""

    def act(who, action, *facts, **more):
        with group.unit(as_person(who)) as unit:
            return action(unit, *facts, **more)

    return act


@pytest.fixture
def second_teller(group, keyboard):
    """Member9 counts too, so that two people can enter a batch."""
    from alongside.enterprise import offers as enterprise

    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member9", "teller", first_day=CLOSES.date().replace(month=1))


@pytest.fixture
def box(on, asked, second_teller):
    """An open vote on which four members have put a paper into the box."""
    proposal = asked(quorum=1, rule="scottish-stv", options=OPTIONS, seats=2)
    for n in range(1, 5):
        on("tess", papers.give, proposal.id, f"member{n}")
        on("tess", papers.came, proposal.id, f"member{n}")
    return proposal


def test_paper_and_screen_are_counted_together_and_the_batches_are_emptied(on, box, over):
    on("member5", voting.vote, box.id, Ballot(("option3",)))
    over()
    on("tess", batches.enter, box.id, 4, "A B\nC\nBA\n-")
    on("member9", batches.check, box.id, 1, "a b\nC\nB, A\n-")
    assert "option" not in str(on("tess", lambda unit: unit.find(BATCHES)))
    outcome = on("tess", closing.close, box.id).outcome
    assert {one.choice: one.votes for one in outcome.totals} == {
        "option1": 1,
        "option2": 1,
        "option3": 2,
        ABSTAIN: 1,
    }
    assert outcome.taking_part == 5
    assert [(one.papers, one.sealed, one.again) for one in on("tess", lambda unit: unit.find(BATCHES))] == [
        (4, None, None)
    ]


def test_papers_are_read_by_nobody_before_the_vote_has_ended(on, box, over):
    for act, *facts in ((batches.enter, 4, "A\nB\nC\nA"), (batches.check, 1, "A\nB\nC\nA")):
        with pytest.raises(NotNow, match="takes votes still"):
            on("tess", act, box.id, *facts)
    assert on("tess", batches.batches_of, box.id) == []


def test_second_entry_that_differs_names_its_lines_and_keeps_nothing(on, box, over):
    over()
    on("tess", batches.enter, box.id, 4, "A\nB\nC\nA")
    with pytest.raises(DoesNotAddUp, match="not the same in line 2, 4"):
        on("member9", batches.check, box.id, 1, "A\nC\nC\nB")
    assert on("tess", batches.batches_of, box.id)[0].again is None
    with pytest.raises(DoesNotAddUp, match="Batch 1 was entered once"):
        on("tess", closing.close, box.id)


def test_same_person_does_not_enter_a_batch_twice(on, box, over):
    over()
    on("tess", batches.enter, box.id, 4, "A\nB\nC\nA")
    with pytest.raises(NotNow, match="You entered batch 1 yourself"):
        on("tess", batches.check, box.id, 1, "A\nB\nC\nA")


@pytest.mark.parametrize(("came", "papers_there"), [(4, 3), (3, 4)])
def test_batch_that_does_not_add_up_stops_the_count_and_changes_nothing(on, box, came, papers_there, over):
    if came == 3:
        on("tess", papers.did_not_come, box.id, "member4")
    text = "\n".join("A" * papers_there)
    over()
    on("tess", batches.enter, box.id, papers_there, text)
    on("member9", batches.check, box.id, 1, text)
    says = f"the roll says that {came} came, and the batches hold {papers_there}"
    with pytest.raises(DoesNotAddUp, match=says):
        on("tess", closing.close, box.id)
    assert on("tess", looking.look, box.id).outcome is None


def test_batch_is_entered_anew_with_a_reason_that_everybody_reads(on, box, over):
    over()
    on("tess", batches.enter, box.id, 3, "A\nB\nC")
    on("tess", batches.take_away, box.id, 1, "One paper had stuck to another.")
    assert [one.what for one in on("member1", recorded, box.id)] == [Done.BATCH_TAKEN_AWAY]
    assert on("tess", batches.enter, box.id, 4, "A\nB\nC\nA").number == 1


def test_nobody_votes_on_paper_and_on_a_screen(on, asked):
    proposal = asked(quorum=1)
    on("tess", papers.give, proposal.id, "member1")
    with pytest.raises(NotNow, match="You have a paper ballot"):
        on("member1", voting.vote, proposal.id, Ballot(("yes",)))
    on("tess", papers.take_back, proposal.id, "member1")
    on("member1", voting.vote, proposal.id, Ballot(("yes",)))
    with pytest.raises(NotNow, match="has voted already"):
        on("tess", papers.give, proposal.id, "member1")
    on("member1", voting.take_back, proposal.id)
    on("tess", papers.give, proposal.id, "member1")
    line = on("tess", papers.came, proposal.id, "member1")
    assert (line.voted, line.channel, line.sealed) == (True, Channel.PAPER, None)
    for act in (papers.take_back, papers.came):
        with pytest.raises(NotNow, match="lies in the box"):
            on("tess", act, proposal.id, "member1")
    with pytest.raises(NotNow, match="You have voted on paper"):
        on("member1", voting.take_back, proposal.id)


def test_paper_given_while_she_votes_on_a_screen_is_one_vote_all_the_same(group, asked, counted):
    proposal = asked(quorum=1)
    went = []

    def screen():
        try:
            with group.unit(as_person("member1")) as unit:
                voting.vote(unit, proposal.id, Ballot(("yes",)))
            went.append("screen")
        except NotNow:
            went.append("-")

    def paper():
        try:
            with group.unit(as_person("tess")) as unit:
                papers.give(unit, proposal.id, "member1")
            went.append("paper")
        except NotNow:
            went.append("-")

    threads = [threading.Thread(target=one) for one in (screen, paper)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(went) in (["-", "paper"], ["-", "screen"])
    with group.unit(as_person("tess"), writing=False) as unit:
        line = next(one for one in unit.find(ROLL) if one.person == "member1")
    assert (line.paper, line.voted) == (("paper" in went), ("screen" in went))


def test_locked_box_finds_entries_that_differ_when_it_is_opened(on, second_teller, over):
    from alongside.decisions.actions import key_cards

    facts = {"closes": CLOSES, "quorum": 1, "level": Level.LOCKED}
    made = on("member1", proposing.propose, "Shall we move?", "", **facts)
    planned = on("tess", key_cards.plan_cards, made.id, ("tess", "member1", "member2"))
    on("tess", key_cards.issue_cards, made.id, planned)
    cards = [share.text for share in planned.shares]
    on("tess", key_cards.try_cards, made.id, (cards[0], cards[1]))
    on("tess", key_cards.try_cards, made.id, (cards[0], cards[2]))
    on("tess", voting.open_vote, made.id)
    on("tess", papers.give, made.id, "member3")
    on("tess", papers.came, made.id, "member3")
    over()
    on("tess", batches.enter, made.id, 1, "A")
    on("member9", batches.check, made.id, 1, "B")
    with pytest.raises(DoesNotAddUp, match="not the same in line 1"):
        on("tess", closing.close, made.id, cards=(cards[0], cards[1]))
    on("tess", batches.take_away, made.id, 1, "They differ.")
    on("tess", batches.enter, made.id, 1, "A")
    on("member9", batches.check, made.id, 1, "A")
    assert on("tess", closing.close, made.id, cards=(cards[0], cards[1])).outcome.chosen == "yes"


def test_open_vote_has_no_papers(on):
    made = on("member1", proposing.propose, "Shall we?", "", closes=CLOSES, quorum=1, level=Level.OPEN)
    on("tess", voting.open_vote, made.id)
    with pytest.raises(NotNow, match="a paper has no name"):
        on("tess", papers.give, made.id, "member3")


def test_members_may_not_note_papers_nor_enter_them(on, box, over):
    over()
    for act in (
        lambda unit: papers.give(unit, box.id, "member5"),
        lambda unit: batches.enter(unit, box.id, 1, "A"),
    ):
        with pytest.raises(NotAllowed):
            on("member5", act)


def test_erased_member_leaves_her_paper_in_the_box(on, group, box, keyboard, over):
    with group.unit(keyboard) as unit:
        unit.tell("person_erased", person="member1")
    over()
    on("tess", batches.enter, box.id, 4, "A\nB\nC\nA")
    on("member9", batches.check, box.id, 1, "A\nB\nC\nA")
    assert on("tess", closing.close, box.id).outcome.taking_part == 4


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("A\nB", "There are 3 papers, and 2 lines"),
        ("A\nB\nQ", "Line 3 says “Q”"),
        ("A\nAA\nB", "Line 2 says “AA”"),
        ("A\n1\nB", "Line 2 says “1”"),
    ],
)
def test_line_that_is_no_ballot_is_named(on, asked, text, says):
    proposal = asked(rule="scottish-stv", options=OPTIONS)
    with pytest.raises(BadInput, match=re.escape(says)):
        read_papers(text, 3, proposal)


def test_each_choice_stands_first_on_as_many_papers_and_its_letter_stays(asked):
    proposal = asked(rule="scottish-stv", options=OPTIONS)
    printed = orders(proposal, ("option2", "option3", "option1"))
    assert sorted(order[0] for order in printed) == ["option1", "option2", "option3"]
    assert letters_of(proposal) == {"option1": "A", "option2": "B", "option3": "C"}
    yes_or_no = asked()
    assert orders(yes_or_no, ("no", "yes")) == [("yes", "no")]


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("edition", list(Edition))
def test_ballot_on_paper_holds_the_choices_of_the_screen_and_no_number_of_its_own(group, asked, edition):
    proposal = asked(rule="scottish-stv", options=OPTIONS)
    with group.unit(as_person("tess"), writing=False) as unit:
        made = ballot_paper.compose(unit, proposal.id, edition)
    assert [made.html.count(f"<strong>{name}</strong>") for name in ("Ann", "Bo", "Cy")] == [3, 3, 3]
    assert proposal.id[:8] not in made.html
    assert made.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize(("rule", "sheets"), [("score", 1), ("approval", 1), ("consent", 1), ("scottish-stv", 3)])
def test_each_ballot_is_one_sheet_of_paper(group, asked, edition, rule, sheets):
    title = "How much would you like each of these three on the new menu?"
    proposal = asked(rule=rule, title=title, options=ANSWERS if rule == "consent" else OPTIONS)
    with group.unit(as_person("tess"), writing=False) as unit:
        made = ballot_paper.compose(unit, proposal.id, edition)
    with pikepdf.open(BytesIO(made.pdf())) as pdf:
        assert len(pdf.pages) == sheets


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("edition", Edition)
def test_of_few_papers_tellers_and_whoever_has_one_are_told_that_they_may_be_known(
    on, box, visit, display, over, edition
):
    few = "whoever enters them may know" if edition is Edition.STANDARD else "you may guess who wrote them"
    hers = "may know which is yours" if edition is Edition.STANDARD else "a teller may know yours"
    tell = "Say so to everybody" if edition is Edition.STANDARD else "Tell this to people"

    def read(who, of):
        html = display.render("decisions", visit(who, of, edition, proposal=box.id), edition=edition)
        assert edition is Edition.STANDARD or easy_read_faults(html) == []
        return html

    html = read("tess", pages.page)
    assert few in html
    assert tell in html
    on("tess", papers.give, box.id, "member5")
    assert hers in read("member5", proposal_page.proposal)
    assert few not in read("tess", pages.page)  # a fifth has a paper
    over()
    html = read("tess", pages.page)
    assert few in html  # and has not put it into the box
    assert tell not in html


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_page_of_papers_says_what_does_not_add_up(visit, display, box, over):
    html = display.render("decisions", visit("tess", pages.page, proposal=box.id))
    assert "Papers are entered once the vote has ended." in html
    assert 'value="enter"' not in html
    over()
    html = display.render("decisions", visit("tess", pages.page, proposal=box.id))
    assert "the roll says that 4 came, and the batches hold 0" in html
    form = {"do": "enter", "papers": "4", "lines": "A\nB\nC\n-"}
    visit("tess", pages.send, form=form, writing=True, proposal=box.id)
    visit("member9", pages.send, form={"do": "check:1", "lines": "A\nB\nC\n-"}, writing=True, proposal=box.id)
    html = display.render("decisions", visit("tess", pages.page, proposal=box.id))
    assert "Papers and marks on the roll are the same number" in html
