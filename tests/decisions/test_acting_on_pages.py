"""What members and tellers do on pages: propose, ask, open, count, follow up, print."""

import io
import re
from datetime import date, timedelta

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from alongside.decisions.actions import looking, voting
from alongside.decisions.ballot import Ballot
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.outcome import Result
from alongside.decisions.pages import asking, board, poster, practice, proposal, sending, standing, talking
from alongside.decisions.pages import counted as paper_of_a_story
from alongside.decisions.pages.ballots import ordinal
from alongside.decisions.proposal import Option
from alongside.decisions.tables import ROLL
from alongside.display import Edition, View
from alongside.messages.tables import MESSAGES
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web.outcomes import PdfAnswer

from .conftest import as_person

TODAY = date(2026, 11, 23)
OPTIONS = tuple(
    Option(key=f"option{n}", words=name, easy_words=name, picture="ballot")
    for n, name in enumerate(("Ann", "Bo", "Cy"), 1)
)
NEW = {
    "title": "Which cake?",
    "why": "We bake on Friday.",
    "choice1-words": "Carrot cake",
    "choice1-picture": "cake",
    "choice2-words": "Scones",
    "choice4-words": "Fruit loaf",
    "reading_days": "0",
    "closes": "2026-12-01",
    "quorum": "2",
    "seats": "2",
    "review": "2027-01-15",
}


@pytest.fixture(params=["sqlite"])
def engine_name(request):
    """Pages are the same on both databases: what they read is tested elsewhere."""
    return request.param


@pytest.fixture
def send(visit):
    """Send a form of a proposal's page."""

    def post(who, which, act, **form):
        return visit(who, sending.send, form={"do": act, **form}, writing=True, proposal=which)

    return post


@pytest.fixture
def say(visit):
    """Send a form of the page of questions and answers."""

    def post(who, which, act, **form):
        return visit(who, talking.send, form={"do": act, **form}, writing=True, proposal=which)

    return post


@pytest.fixture
def page(visit, display):
    """The page of a proposal as HTML."""

    def shown(who, which, edition=Edition.STANDARD, form=()):
        view = visit(who, proposal.proposal, edition, form, proposal=which)
        return display.render("decisions", view, edition=edition)

    return shown


def id_of(goto):
    return goto.path.rpartition("/")[2]


# --- proposing


def test_member_proposes_on_a_page_and_it_stands_on_the_board(group, visit, page, display):
    made = visit("member2", asking.send, form=NEW, writing=True, kind="tick")
    with group.unit(Actor.keyboard(), writing=False) as unit:
        pictures = [one.picture for one in looking.look(unit, id_of(made)).proposal.options]
    assert pictures == ["cake", "", ""]
    shown = page("member3", id_of(made))
    assert all(words in shown for words in ("Carrot cake", "Scones", "Fruit loaf"))
    assert "Proposed by Member2." in shown
    on_board = display.render("decisions", visit("member3", board.board))
    assert on_board.index("Being talked about") < on_board.index("Which cake?")


@pytest.mark.parametrize("kind", asking.KINDS)
def test_form_of_each_kind_suggests_what_is_usual(visit, display, kind):
    view = visit("member2", asking.form, kind=kind)
    html = display.render("decisions", view)
    assert f'value="{TODAY + timedelta(days=14)}"' in html
    assert 'name="quorum" type="text" value=""' in html
    assert "more than half of those who decide. Of all members that is 5." in html
    assert ("choice1-words" in html) == asking.KINDS[kind].writes_choices


def told(visit, display, kind, form):
    """What is said about a form that cannot be: beside its fields, or in a refusal."""
    try:
        view = visit("member2", asking.send, form=form, writing=True, kind=kind)
    except BadInput as refused:
        return refused.sentence
    assert isinstance(view, View)
    return display.render("decisions", view)


@pytest.mark.parametrize(
    ("kind", "wrong", "said"),
    [
        ("tick", {"closes": ""}, "Choose the last day to vote."),
        ("tick", {"closes": "soon"}, "“soon” is not a day."),
        ("tick", {"quorum": "many"}, "“many” is not a whole number."),
        ("tick", {"seats": "-1"}, "Write a number from 1 to 20."),
        ("tick", {"choice1-words": "", "choice2-words": ""}, "Write choice 2."),
        ("one-of-several", {"choice2-words": "carrot CAKE"}, "Two choices of the proposal are the same"),
        ("tick", {"choice1-picture": "teapot"}, "Please choose one of these answers."),
        ("yes-or-no", {"rule": "approval"}, "Please choose one of these answers."),
        ("election", {"title": " "}, "Write your question."),
        ("yes-or-no", {"reading_days": "91"}, "Write a number from 0 to 90."),
        ("yes-or-no", {"reading_days": "90"}, "The vote would close before members had 90 days"),
    ],
)
def test_form_that_cannot_be_held_a_vote_on_is_refused_in_words(visit, display, kind, wrong, said):
    assert said in told(visit, display, kind, {**NEW, **wrong})


def test_all_that_is_wrong_is_said_at_once_and_what_was_typed_stays(visit, display):
    shown = told(visit, display, "tick", {**NEW, "choice2-words": "", "quorum": "x", "closes": ""})
    for words in ("Write choice 2.", "“x” is not a whole number.", "Choose the last day to vote."):
        assert words in shown
    assert 'value="Carrot cake"' in shown
    assert 'value="cake" checked' in shown


def test_only_members_propose_and_unknown_kinds_are_not_there(visit):
    with pytest.raises(NotAllowed):
        visit("tess", asking.form, kind="tick")
    with pytest.raises(NotFound):
        visit("member2", asking.form, kind="lottery")


# --- leading and counting


def test_whole_life_of_a_decision_is_lived_on_pages(group, visit, send, say, page, display, keys_folder):
    made = visit("member1", asking.send, form={**NEW, "quorum": "1"}, writing=True, kind="yes-or-no")
    which = id_of(made)
    assert "Begin the talk" in page("member1", which)
    assert "Begin the talk" not in page("member2", which)
    send("member1", which, "begin")
    say("member2", which, "not_clear", words="Who bakes?")
    assert "Member2 says: this is not clear enough yet." in page("member3", which)
    with pytest.raises(NotNow, match="not clear enough"):
        send("tess", which, "open", closes="2026-12-01")
    talk = display.render("decisions", visit("tess", talking.talk, proposal=which))
    to = talk.partition('name="do" value="answer:')[2][:32]
    say("member1", which, f"answer:{to}", words="We all do.")
    send("member1", which, "reword", title="Which cake?", why="We all bake on Friday.")
    send("tess", which, "open", closes="2026-12-01")
    assert "Close and count" not in page("member2", which)
    with group.unit(Actor.person("member2", "Member2")) as unit:
        voting.vote(unit, which, Ballot.of("yes"))
    assert 'value="close"' not in page("tess", which)
    with pytest.raises(NotNow, match="takes votes still"):
        send("tess", which, "close")
    assert "Write why." in display.render("decisions", send("tess", which, "end_early", why=" "))
    assert send("tess", which, "end_early", why="We all met.").notice.key.startswith("The vote has ended.")
    assert send("tess", which, "close").notice.key == "The votes are counted."
    for words in ("Tess ended the vote early.", "The vote was ended early: “We all met.”"):
        assert words in page("member3", which)
    assert list(keys_folder.iterdir()) == []
    with pytest.raises(NotAllowed):
        send("member3", which, "state", decided="x", next="y")
    send("member1", which, "state", decided="We bake.", next="Ben buys flour.", review="2026-12-20")
    wrong = send("member1", which, "look_back", words="Well.")
    assert "Choose an answer." in display.render("decisions", wrong)
    wrong = send("member1", which, "look_back", words="Well.", happened="partly")
    assert "Choose a day to look at it again." in display.render("decisions", wrong)
    send("member1", which, "look_back", happened="yes", words="Forty scones.")
    shown = page("member3", which)
    for words in ("Decided: <strong>Yes</strong>", "Ben buys flour.", "Forty scones.", "We all do."):
        assert words in shown
    assert "It <strong>has happened</strong>." in display.render("decisions", visit("member3", board.board))


def test_open_vote_is_withdrawn_by_a_teller_with_a_reason_that_everybody_reads(
    asked, cast, send, group, keys_folder, display, page
):
    vote = asked()
    cast(vote, "yes")
    for who in ("member1", "member2"):  # the one who proposed it no more than others
        with pytest.raises(NotAllowed):
            send(who, vote.id, "withdraw", why="No.")
    assert "Write why. Everybody can read it." in display.render("decisions", send("tess", vote.id, "withdraw"))
    send("tess", vote.id, "withdraw", why="It asks two things.")
    assert list(keys_folder.iterdir()) == []
    for edition, words in (
        (Edition.STANDARD, "withdrew this proposal."),
        (Edition.EASY, "took this question back."),
    ):
        assert words in page("member3", vote.id, edition)
        assert "It asks two things." in page("member3", vote.id, edition)
    with group.unit(as_person("tess")) as unit:
        assert unit.find(ROLL, ROLL.table.c.voted) == []
        assert "member3" in {one.person for one in unit.find(MESSAGES) if "withdrawn" in one.key}
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert looking.look(unit, vote.id).proposal.state is ProposalState.WITHDRAWN


def test_member_cannot_count_on_a_page_and_unknown_acts_are_refused(asked, send):
    vote = asked()
    with pytest.raises(NotAllowed):
        send("member2", vote.id, "close")
    with pytest.raises(BadInput, match="This page cannot “dance”"):
        send("member2", vote.id, "dance")


# --- told back


def election_counted(asked, cast, counted, voters=9):
    vote = asked(rule="scottish-stv", options=OPTIONS, seats=2, quorum=5)
    cast(vote, *(["option1,option2"] * 5 + ["option3,option2", "option2", "option3", "abstain"])[:voters])
    return counted(vote)


def test_stages_of_an_election_are_told_in_a_table_and_in_sentences(asked, cast, counted, page):
    decision = election_counted(asked, cast, counted)
    shown = page("member9", decision.proposal.id)
    for words in ("Chosen: <strong>Ann", "Stage 2", "had <strong>2 votes to spare</strong>", "5 ✓", "3 votes"):
        assert words in shown


def test_stages_of_four_voters_stand_nowhere(asked, cast, counted, page, visit, display):
    vote = asked(rule="scottish-stv", options=OPTIONS, seats=2, quorum=1)
    cast(vote, "option1", "option1", "option2", "option2")
    counted(vote)
    for edition in Edition:
        shown = page("member9", vote.id, edition)
        assert "Stage 1" not in shown
        assert "Step 1" not in shown
        assert "The votes" not in shown
        # Nor on the page of figures.
        told = display.render(
            "decisions", visit("member9", proposal.votes, edition, proposal=vote.id), edition=edition
        )
        assert not re.search(r"<table|<svg class=.chart|Ann|Step|Stage", told)


@pytest.mark.parametrize("edition", list(Edition))
def test_poster_is_an_accessible_paper_with_the_same_words(asked, cast, counted, visit, edition, group):
    decision = election_counted(asked, cast, counted)
    made = visit("member9", poster.poster, proposal=decision.proposal.id, edition=edition.value)
    assert isinstance(made, PdfAnswer)
    report = validate_pdf_bytes(made.content, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    with pikepdf.open(io.BytesIO(made.content)) as opened:
        assert f"{opened.docinfo.get('/Title')}".startswith("Shall we open on Sundays?")
    with pytest.raises(NotFound):
        visit("member9", poster.poster, proposal=decision.proposal.id, edition="cy")


def test_poster_of_a_missed_quorum_says_not_decided_as_the_page_does(asked, cast, counted, group):
    vote = asked(quorum=6)
    cast(vote, *["yes"] * 5)
    counted(vote)
    words = {
        Edition.STANDARD: ("<strong>Not decided</strong>.", "Too few people voted: 5 did, and 6 were needed."),
        Edition.EASY: ("It is <strong>not decided</strong>.", "<strong>5 people</strong> voted, but we needed"),
    }
    with group.unit(Actor.keyboard(), writing=False) as unit:
        for edition, sentences in words.items():
            html = poster.compose(unit, vote.id, edition).html
            assert [one for one in sentences if one not in html] == []
            assert edition is not Edition.EASY or easy_read_faults(html) == []


@pytest.mark.parametrize("edition", list(Edition))
def test_story_of_a_vote_is_an_accessible_paper_with_the_sentences_of_the_page(
    asked, cast, counted, visit, edition, group, display
):
    which = election_counted(asked, cast, counted).proposal.id
    made = visit("member9", paper_of_a_story.counted, proposal=which, edition=edition.value)
    assert isinstance(made, PdfAnswer)
    report = validate_pdf_bytes(made.content, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    with group.unit(Actor.keyboard(), writing=False) as unit:
        html = paper_of_a_story.compose(unit, which, edition)
    page = display.render(
        "decisions",
        visit("member9", proposal.votes, edition, proposal=which),
        edition=edition,
        zone="Europe/London",
    )
    rows = re.findall(r"</span><p>(.*?)</p></li>", page.split("of 9 people voted")[-1].split("</section>")[0])
    assert len(rows) > 5
    assert [row for row in rows if row not in html] == []
    assert edition is not Edition.EASY or easy_read_faults(html) == []
    with pytest.raises(NotFound):
        visit("member9", paper_of_a_story.counted, proposal=which, edition="cy")


def test_story_is_no_paper_before_the_count_or_where_the_numbers_stay_private(asked, cast, counted, visit):
    open_, few = asked(), asked(quorum=1)
    cast(few, "yes", "no", "yes")
    counted(few)
    for vote in (open_, few):
        with pytest.raises(NotFound, match="It is there once enough votes are counted"):
            visit("member9", paper_of_a_story.counted, proposal=vote.id, edition="en")


def test_poster_is_not_there_before_the_count(asked, visit):
    with pytest.raises(NotFound, match="It is there once the vote is counted"):
        visit("member9", poster.poster, proposal=asked().id, edition="en")


# --- Easy Read of all of it


def test_every_easy_read_page_reads_easily(asked, cast, counted, visit, send, say, page, display):
    which = id_of(visit("member1", asking.send, form={**NEW, "reading_days": "2"}, writing=True, kind="election"))
    stands = {"do": "stand", "easy_words": "I like music.", "helper": "somebody", "help": "writing"}
    visit("member2", standing.send, Edition.EASY, form=stands, writing=True, proposal=which)
    send("member1", which, "begin")
    say("member3", which, "ask", words="When is it?")
    ticks = asked(rule="approval", options=OPTIONS, seats=2)
    cast(ticks, *["option1,option2"] * 5)
    open_ticks = asked(rule="approval", options=OPTIONS)
    open_places = asked(rule="scottish-stv", options=OPTIONS)
    tie = asked(rule="approval", options=OPTIONS)
    cast(tie, "option1", "option2", "option1,option2", "option1", "option2")
    counted(ticks)
    counted(tie)
    send("tess", ticks.id, "state", decided="We do it.", next="Ann begins.", review="2026-12-24")
    send("tess", ticks.id, "look_back", happened="partly", words="Half of it.", again="2026-12-25")
    over = election_counted(asked, cast, counted).proposal
    htmls = [
        page(who, one, Edition.EASY)
        for one in (which, ticks.id, open_ticks.id, open_places.id, tie.id, over.id)
        for who in ("member1", "tess")
    ]
    boards = (asking.kinds, board.board, board.talked_about, board.decided)
    views = [visit("member1", shows, Edition.EASY) for shows in boards]
    views += [visit("member1", proposal.votes, Edition.EASY, proposal=one.id) for one in (ticks, over)]
    asks = {"do": "put_forward", "person": "member4"}
    visit("member1", standing.send, form=asks, writing=True, proposal=which)
    views += [visit(who, standing.page, Edition.EASY, proposal=which) for who in ("member1", "member2", "member4")]
    views += [visit("member4", talking.talk, Edition.EASY, proposal=one) for one in (which, open_ticks.id)]
    views += [visit("member1", asking.form, Edition.EASY, kind=kind) for kind in asking.KINDS]
    views += [visit("member1", practice.practice, Edition.EASY, rule=rule) for rule in ("majority", "approval")]
    htmls += [display.render("decisions", view, edition=Edition.EASY) for view in views]
    assert [fault for html in htmls for fault in easy_read_faults(html)] == []
    assert "{" not in "".join(htmls)


def test_places_are_said_as_they_stand_on_buttons():
    said = [ordinal(number) for number in (1, 2, 3, 4, 10, 11, 12, 13, 21, 22)]
    assert said == ["1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "21st", "22nd"]


def test_tie_is_told_as_not_decided_and_no_winner_is_marked(asked, cast, counted, page):
    tie = asked(rule="approval", options=OPTIONS)
    cast(tie, "option1", "option2", "option1,option2", "option1", "option2")
    assert counted(tie).outcome.result is Result.TIE
    shown = page("member9", tie.id)
    assert "Not decided: <strong>it was a tie</strong>." in shown
    assert "These had the same number of ticks: Ann and Bo." in shown


def test_place_beyond_all_numbers_is_no_place(visit):
    form = {"place-soup": "9" * 5000, "place-fruit": "1"}
    answer = visit("member2", practice.send_practice, form=form, writing=True, rule="scottish-stv")
    assert "practice" in answer.path
