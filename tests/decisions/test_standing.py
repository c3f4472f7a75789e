"""Standing for election: alone, with help, put forward, through a teller; the same room for what each says."""

import io
from datetime import date
from functools import partial

import attrs
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions.actions import (
    batches,
    closing,
    ending_early,
    key_cards,
    looking,
    papers,
    proposing,
    rewording,
    roll_mending,
    roll_reading,
    standing,
    talking,
    voting,
)
from alongside.decisions.actions.recording import recorded
from alongside.decisions.actions.standing import Words
from alongside.decisions.candidacy import CandidacyState, check_easy_words, check_words, sentences
from alongside.decisions.electorate import Electorate, Who
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.on_record import Done
from alongside.decisions.pages import box, candidates_paper, proposal
from alongside.decisions.pages import papers as papers_page
from alongside.decisions.pages import standing as pages
from alongside.decisions.proposal import NO, YES
from alongside.decisions.roll import Help, Helped
from alongside.decisions.tables import CANDIDACIES
from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.visit import Helper

from .conftest import CLOSES, MEMBERS, as_person

SAID = "I want more music. We could ask the school to lend us drums, and play on Fridays after the market."


@pytest.fixture
def act(group):
    """Do something as somebody."""

    def do(who, what, *words, **more):
        with group.unit(as_person(who)) as unit:
            return what(unit, *words, **more)

    return do


@pytest.fixture
def election(act):
    """An election for two places that is talked about."""
    facts = {"closes": CLOSES, "quorum": 1, "rule": "scottish-stv", "options": (), "seats": 2}
    return act("member1", proposing.propose, "Who?", "We ask.", **facts).id


@pytest.fixture
def priya(group, keyboard):
    """A supporter whom the second member chose, and who is a member too."""
    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="priya", name="Priya", joined=date(2026, 1, 5)))
        for role in ("supporter", "member"):
            enterprise.give_role(unit, "priya", role, first_day=date(2026, 1, 5))
        people.choose_supporter(unit, "member2", "priya", date(2026, 1, 5), date(2027, 1, 5))
    return "priya"


@pytest.fixture
def send(visit, election):
    """Send a form of the page on which people stand."""

    def post(who, act, reads=Edition.STANDARD, **form):
        form = {"do": act, **form}
        return visit(who, pages.send, reads, form=form, writing=True, proposal=election)

    return post


@pytest.fixture
def shown(visit, display, election):
    """The page of who stands as HTML."""

    def show(who, reads=Edition.STANDARD):
        return display.render("decisions", visit(who, pages.page, reads, proposal=election), edition=reads)

    return show


def hers(group, person):
    with group.unit(Actor.keyboard(), writing=False) as unit:
        return next(iter(unit.find(CANDIDACIES, CANDIDACIES.table.c.person == person)), None)


# --- help


def test_help_with_words_is_kept_by_kind_with_the_supporter_whom_she_names(group, send, priya):
    assert isinstance(send("member2", "stand", words=SAID, help="writing", helper=priya), GoTo)
    found = hers(group, "member2")
    assert (found.words, found.helped, found.helper, found.help) == (SAID, True, priya, Help.WRITING)
    send("member2", "write", words="I want tea.", helper="nobody")
    found = hers(group, "member2")
    assert (found.words, found.helped, found.helper, found.help) == ("I want tea.", False, None, None)


def test_supporter_who_came_in_with_her_is_kept_whether_she_says_so_or_not(group, send, priya, act, election):
    beside = Actor.person("member2", "Member2", helper=priya)
    with group.unit(beside) as unit:
        standing.stand(unit, election, "I want tea.")
    assert (hers(group, "member2").helped, hers(group, "member2").helper) == (True, priya)


def test_nobody_else_can_be_named_as_helper_and_nobody_who_stands_helps(act, election, priya):
    with pytest.raises(NotFound, match="supporter of yours"):
        act("member3", standing.stand, election, Words(helped=Helped(helper=priya, how=Help.WRITING)))
    act("priya", standing.stand, election)
    with pytest.raises(BadInput, match="Priya stands in"):
        act("member2", standing.stand, election, Words(helped=Helped(helper=priya, how=Help.WRITING)))


def test_page_with_a_helper_beside_asks_how_and_not_who(visit, display, election, priya):
    there = Helper("priya", "Priya", photo=None, picture=None)
    html = display.render("decisions", visit("member2", pages.page, helper=there, proposal=election))
    assert "How did they help?" in html
    assert "Did somebody help you with these words?" not in html
    assert "Did somebody help you with these words?" in display.render(
        "decisions", visit("member2", pages.page, proposal=election)
    )


# --- put forward


def test_whoever_is_put_forward_is_on_the_ballot_after_her_own_yes_alone(group, act, send, shown, election):
    send("member1", "put_forward", person="member4")
    assert act("member1", looking.look, election).proposal.options == ()
    assert hers(group, "member4").state is CandidacyState.ASKED
    assert "You have asked <strong>Member4</strong>" in shown("member1")
    assert "Member4" not in shown("member5").partition("Who could stand?")[0]
    assert "<strong>Member1</strong> asks you to stand" in shown("member4")
    with pytest.raises(NotNow, match="was asked already"):
        act("member2", standing.put_forward, election, "member4")
    send("member4", "stand", words="I want tea.")
    found = hers(group, "member4")
    assert (found.state, found.put_forward_by) == (CandidacyState.STANDS, "member1")
    assert [one.person for one in act("member1", looking.look, election).proposal.options] == ["member4"]


def test_no_leaves_nothing_behind_and_she_may_be_asked_again(group, act, send, election):
    act("member1", standing.put_forward, election, "member4")
    send("member4", "say_no")
    assert hers(group, "member4") is None
    with pytest.raises(NotNow, match="Nobody has put you forward"):
        act("member4", standing.say_no, election)
    assert act("member2", standing.put_forward, election, "member4").state is CandidacyState.ASKED


def test_nobody_is_put_forward_who_cannot_stand(act, election):
    with pytest.raises(BadInput, match="no member cannot stand"):
        act("member1", standing.put_forward, election, "tess")
    with pytest.raises(BadInput, match="to herself"):
        act("member1", standing.put_forward, election, "member1")
    with pytest.raises(NotAllowed):
        act("tess", standing.put_forward, election, "member1")


def test_whoever_has_not_answered_when_the_vote_opens_is_not_on_the_ballot(act, election):
    act("member1", standing.put_forward, election, "member2")
    for name in ("member3", "member4"):
        act(name, standing.stand, election)
    opened = act("tess", voting.open_vote, election)
    assert [one.person for one in opened.options] == ["member3", "member4"]
    with pytest.raises(NotNow, match="is open for votes already"):
        act("member2", standing.stand, election)


def test_teller_notes_who_stands_on_record_and_she_is_told(group, act, election):
    act("tess", standing.stand, election, "As she told me.", person="member5")
    act("tess", standing.stand_down, election, person="member5")
    with group.unit(Actor.keyboard(), writing=False) as unit:
        noted = {(one.what, one.person, one.by) for one in recorded(unit, election)}
        told = [one.person for one in unit.find(MESSAGES) if "noted-as-standing" in one.key]
    assert noted == {(Done.STANDS, "member5", "tess"), (Done.STANDS_NO_MORE, "member5", "tess")}
    assert told == ["member5"]
    assert "member5" in written_to(group, "stands-no-more")


# --- told, though on no roll


def written_to(group, what):
    with group.unit(Actor.keyboard(), writing=False) as unit:
        return [one.person for one in unit.find(MESSAGES) if one.key.startswith(f"decisions:{what}:")]


@pytest.fixture
def by_panel(act):
    """An election by a panel of two, opened, in which three others stand; the first member proposed it."""
    panel = Electorate(who=Who.PANEL, panel=("member2", "member3"))
    facts = {"closes": CLOSES, "quorum": 1, "rule": "scottish-stv", "options": (), "electorate": panel}
    made = act("member1", proposing.propose, "Who?", "We ask.", **facts)
    for name in ("member4", "member5", "member6"):
        act(name, standing.stand, made.id)
    return made.id


EVERYBODY = ["member2", "member3", "member4", "member5", "member6", "member1"]
"""The panel, those who stand, and the one who proposed it: each is told once."""


def test_whoever_stands_or_proposed_it_hears_of_a_withdrawal_the_end_and_the_count(group, act, by_panel, over):
    act("tess", voting.open_vote, by_panel)
    act("member4", standing.withdraw, by_panel, "I move away.")
    left = [one for one in EVERYBODY if one != "member4"]
    assert sorted(written_to(group, "withdrew")) == sorted(left)
    with group.unit(Actor.keyboard(), writing=False) as unit:
        votes = {one.person: len(one.lines) for one in unit.find(MESSAGES) if ":withdrew:" in one.key}
    assert {person for person, lines in votes.items() if lines > 2} == {"member2", "member3"}
    act("tess", ending_early.end_early, by_panel, "It is late.")
    assert sorted(written_to(group, "ended-early")) == sorted(left)
    over()
    act("tess", closing.close, by_panel)
    assert sorted(written_to(group, "result")) == sorted(left)


def test_whoever_stands_or_proposed_it_hears_that_a_vote_was_taken_back(group, act, by_panel):
    act("tess", voting.open_vote, by_panel)
    act("tess", proposing.withdraw, by_panel, "It asks two things.")
    assert sorted(written_to(group, "withdrawn")) == sorted(EVERYBODY)
    with group.unit(Actor.keyboard(), writing=False) as unit:
        said = {one.person: one.lines[1].key for one in unit.find(MESSAGES) if ":withdrawn:" in one.key}
    assert {person for person, key in said.items() if "Your vote is gone" in key} == {"member2", "member3"}


def test_whoever_stands_hears_of_a_proposal_that_is_taken_back_before_its_vote(group, act, by_panel):
    act("member1", proposing.withdraw, by_panel)
    assert sorted(written_to(group, "withdrawn")) == ["member4", "member5", "member6"]


# --- the same length


@given(st.lists(st.text(alphabet="ab", min_size=1, max_size=3), min_size=1, max_size=200), st.integers(20, 120))
def test_length_is_the_same_for_all_whatever_the_words_are(words, most):
    text = ". ".join(" ".join(words[at : at + 9]) for at in range(0, len(words), 9)) + "."
    assert all(len(one.split()) <= 9 for one in sentences(text))
    if len(words) > most:
        with pytest.raises(BadInput, match=f"the most is {most}, the same for all"):
            check_words(text, most)
    else:
        check_words(text, most)
    if len(words) > min(most, 60):
        with pytest.raises(BadInput, match="the same for all"):
            check_easy_words(text, most)


def test_long_sentences_are_named(act, election):
    long = " ".join(["word"] * 16) + "."
    with pytest.raises(BadInput, match="first sentence has 16 words; the most is 15"):
        act("member2", standing.stand, election, long)
    act("member2", standing.stand, election, f"Short. {long}")
    with pytest.raises(BadInput, match="Sentence 2 has 16 words; the most is 15"):
        act("member3", standing.stand, election, Words(easy_words=f"Short. {long}"))


def test_members_choose_the_length_with_the_question(act):
    facts = {"closes": CLOSES, "quorum": 1, "rule": "scottish-stv", "options": (), "seats": 2}
    brief = act("member1", proposing.propose, "Who?", "", statement_words=20, **facts)
    with pytest.raises(BadInput, match="This has 21 words; the most is 20"):
        act("member2", standing.stand, brief.id, ". ".join(["a b c d e f g"] * 3))
    with pytest.raises(BadInput, match="19 words is not a number from 20 to 300"):
        act("member1", proposing.propose, "Who?", "", statement_words=19, **facts)


def test_mistakes_stand_beside_their_fields_and_nothing_is_kept(group, send, display):
    view = send("member2", "stand", words=" ".join(["a"] * 81), easy_words=" ".join(["b"] * 16))
    html = display.render("decisions", view)
    assert html.count("the most is") >= 2
    assert hers(group, "member2") is None


def test_easy_read_asks_one_thing_and_keeps_the_other_words(group, send, shown):
    send("member2", "stand", words=SAID, helper="nobody")
    assert "What do you want to do, in easy words?" not in shown("member2", Edition.EASY)
    send("member2", "write", Edition.EASY, easy_words="I want music.", helper="nobody")
    assert (hers(group, "member2").words, hers(group, "member2").easy_words) == (SAID, "I want music.")
    assert "I want music." in shown("member3", Edition.EASY)
    assert "drums" not in shown("member3", Edition.EASY)
    assert "drums" in shown("member3")


def test_whoever_wrote_nothing_has_the_same_room_in_which_it_says_so(act, shown, visit, display, election):
    for name in ("member2", "member3", "member4"):
        act(name, standing.stand, election, *(["I want tea."] if name == "member2" else []))
    assert shown("member1").count("Has not written anything yet.") == 2
    assert shown("member1").count('class="candidate"') == 3
    act("tess", voting.open_vote, election)
    assert shown("member1").count("Chose not to write anything.") == 2


def test_words_are_fixed_once_the_vote_is_open(act, election):
    for name in ("member2", "member3"):
        act(name, standing.stand, election)
    act("tess", voting.open_vote, election)
    with pytest.raises(NotNow, match="is open for votes already"):
        act("member2", standing.write, election, Words(words="Now I know."))
    with pytest.raises(NotNow, match="is open for votes already"):
        act("member2", standing.stand_down, election)


# --- order, faces, paper


def test_each_reader_has_an_order_of_her_own_that_is_the_same_each_time(act, shown, election):
    names = [f"member{n}" for n in range(2, 8)]
    for name in names:
        act(name, standing.stand, election, f"I say {name}.")
    orders = set()
    for reader in range(1, 10):
        html = shown(f"member{reader}")
        orders.add(tuple(sorted(names, key=lambda name: html.index(f"I say {name}."))))
        assert html == shown(f"member{reader}")
    assert len(orders) > 5


@pytest.mark.parametrize("edition", Edition)
def test_paper_has_everybody_with_their_words_in_one_room_each(act, visit, election, group, edition):
    with pytest.raises(NotFound, match="Nobody stands in it yet"):
        visit("member1", candidates_paper.candidates, proposal=election, edition=edition.value)
    for name in ("member2", "member3", "member4"):
        act(name, standing.stand, election, f"I say {name}.")
    made = visit("member1", candidates_paper.candidates, proposal=election, edition=edition.value)
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        assert len(pdf.pages) <= 3
    with group.unit(Actor.keyboard(), writing=False) as unit:
        composed = candidates_paper.compose(unit, election, edition)
    assert all(f"I say {name}." in composed.html for name in ("member2", "member3", "member4"))
    assert composed.html.count('class="candidate"') == 3
    assert set(composed.named) == {"member2", "member3", "member4"}


def test_sent_form_puts_nobody_on_the_ballot_of_a_vote_that_is_no_election(act, visit, election):
    ticks = {"closes": CLOSES, "quorum": 1, "rule": "approval", "options": (YES, NO)}
    which = act("member1", proposing.propose, "Which could you live with?", "", **ticks).id
    for do, who in (("stand", "member2"), ("put_forward", "member2")):
        form = {"do": do, "helper": "nobody", "person": "member3"}
        with pytest.raises(BadInput, match="Nobody stands in “Which could you live with"):
            visit(who, pages.send, form=form, writing=True, proposal=which)
    act("member2", standing.stand, election)
    act("member3", standing.stand, election)
    act("tess", voting.open_vote, election)
    with pytest.raises(NotNow, match="is open for votes already"):
        visit("member4", pages.send, form={"do": "stand", "helper": "nobody"}, writing=True, proposal=election)
    assert [len(act("tess", looking.look, one).proposal.options) for one in (which, election)] == [2, 2]


def test_teller_who_stands_is_no_teller_of_that_election(group, act, keyboard, election, visit, display, over):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member3", "teller", first_day=date(2026, 1, 5))
    for name in ("member2", "member3", "member4"):
        act(name, standing.stand, election)
    acts = (
        [
            (voting.open_vote,),
            (proposing.withdraw,),
            (talking.begin,),
            (partial(rewording.reword, title="Who else?"),),
            (partial(standing.stand_down, person="member2"),),
            (partial(standing.stand, person="member5"),),
            (partial(standing.write, words=Words(words="Nothing."), person="member2"),),
        ],
        [
            (ending_early.end_early, "It is late."),
            (proposing.withdraw, "It goes against me."),
            (partial(standing.withdraw, person="member2"), "She said so."),
            (looking.waiting,),
            (papers.give, "member5"),
            (roll_mending.put_on_roll, "member5", "Left off."),
        ],
    )
    for some in acts:
        for what, *facts in some:
            with pytest.raises(NotNow, match=r"You stand in “Who\?”, so you are no teller of it"):
                act("member3", what, election, *facts)
        if some is acts[0]:
            act("tess", voting.open_vote, election)
    told = {
        who: [one.face.person for one in act(who, roll_reading.read, election).voters if one.line]
        for who in ("member3", "tess")
    }
    assert told == {"member3": ["member3"], "tess": list(MEMBERS)}
    over()
    for what, *facts in ((batches.enter, 1, "A"), (closing.close,)):
        with pytest.raises(NotNow, match="Ask another teller"):
            act("member3", what, election, *facts)
    with pytest.raises(NotNow, match="Ask another teller"):
        visit("member3", papers_page.page, proposal=election)
    pages_of = {
        who: display.render("decisions", visit(who, proposal.proposal, proposal=election))
        for who in ("member3", "tess")
    }
    assert [("Close and count" in html) for html in pages_of.values()] == [False, True]
    act("tess", closing.close, election)


def test_teller_who_stands_may_still_stand_down_and_take_back_what_she_proposed_herself(group, act, keyboard):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member3", "teller", first_day=date(2026, 1, 5))
    facts = {"closes": CLOSES, "quorum": 1, "rule": "scottish-stv", "options": (), "seats": 2}
    hers = act("member3", proposing.propose, "Who?", "We ask.", **facts).id
    for leave in (standing.stand_down, proposing.withdraw):
        act("member3", standing.stand, hers)
        act("member3", leave, hers)
    assert act("tess", looking.look, hers).proposal.state is ProposalState.WITHDRAWN


@pytest.fixture
def locked(act):
    """An election with a locked box."""
    facts = {"closes": CLOSES, "quorum": 1, "rule": "scottish-stv", "options": (), "seats": 2}
    return act("member1", proposing.propose, "Who?", "We ask.", level=Level.LOCKED, **facts).id


def test_teller_who_stands_neither_makes_nor_tries_nor_hands_on_the_cards_of_the_box(group, act, keyboard, locked):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member3", "teller", first_day=date(2026, 1, 5))
    holders = ("tess", "member5", "member6")
    planned = act("tess", key_cards.plan_cards, locked, holders)
    act("tess", key_cards.issue_cards, locked, planned)
    act("member3", standing.stand, locked)
    for what, *facts in (
        (key_cards.plan_cards, holders),
        (key_cards.issue_cards, planned),
        (key_cards.try_cards, ("", "")),
        (key_cards.hand_on, 1, "member7", "Ill."),
    ):
        with pytest.raises(NotNow, match="you are no teller of it"):
            act("member3", what, locked, *facts)


def test_nobody_who_stands_holds_a_card_of_the_box(act, visit, display, locked):
    act("member2", standing.stand, locked)
    with pytest.raises(BadInput, match=r"Member2 stands in “Who\?” and cannot hold a key card"):
        act("tess", key_cards.plan_cards, locked, ("tess", "member2", "member3"))
    html = display.render("decisions", visit("tess", box.box, proposal=locked))
    assert [f'value="{one}"' in html for one in ("member2", "member3")] == [False, True]
    planned = act("tess", key_cards.plan_cards, locked, ("tess", "member3", "member4"))
    act("tess", key_cards.issue_cards, locked, planned)
    with pytest.raises(BadInput, match="Member2 stands"):
        act("tess", key_cards.hand_on, locked, 1, "member2", "Ill.")
    cards = [share.text for share in planned.shares]
    for two in ((0, 1), (1, 2)):
        act("tess", key_cards.try_cards, locked, (cards[two[0]], cards[two[1]]))
    act("member3", standing.stand, locked)
    with pytest.raises(NotNow, match=r"Member3 holds a key card of “Who\?” and stands in it. Make new cards"):
        act("tess", voting.open_vote, locked)
    act("member3", standing.stand_down, locked)
    act("member4", standing.put_forward, locked, "member3")
    act("member5", standing.stand, locked)
    act("tess", voting.open_vote, locked)


def test_few_candidates_are_said_before_the_vote_opens(act, shown, election):
    few = "So few stand that everybody gets a place."
    for name in ("member2", "member3"):
        act(name, standing.stand, election)
    assert few in shown("member1")
    act("member4", standing.stand, election)
    assert few not in shown("member1")


# --- who leaves


def test_erasing_takes_words_and_help_away_and_an_unanswered_name_wholly(group, act, election, priya):
    act("member2", standing.stand, election, Words(words=SAID, helped=Helped(helper=priya, how=Help.WRITING)))
    act("member3", standing.stand, election)
    act("priya", standing.put_forward, election, "member4")
    act("member4", standing.stand, election)
    act("member1", standing.put_forward, election, "member5")
    act("tess", voting.open_vote, election)
    for gone in (priya, "member5", "member4"):
        with group.unit(Actor.keyboard()) as unit:
            people_actions.erase(unit, gone)
    found = hers(group, "member2")
    assert (found.helped, found.helper, found.help) == (True, None, Help.WRITING)
    with group.unit(Actor.keyboard(), writing=False) as unit:
        left = unit.find(CANDIDACIES)
    nameless = [one for one in left if one.person is None]
    assert len(left) == 3
    assert [(one.words, one.put_forward_by) for one in nameless] == [("", None)]


def test_she_is_handed_what_is_kept_of_her_standing(group, act, election, priya):
    act("member2", standing.stand, election, Words(words=SAID, helped=Helped(helper=priya, how=Help.WRITING)))
    with group.unit(Actor.keyboard(), writing=False) as unit:
        (told,) = dict(unit.collect("person_exported", person="member2"))["decisions"]["candidacies"]
    assert (told["words"], told["helped_by"], told["help"], told["state"]) == (SAID, "Priya", "writing", "stands")


def test_all_of_it_reads_easily(act, send, shown, election, visit, display, priya):
    act("member1", standing.put_forward, election, "member4")
    act("member2", standing.stand, election, Words(easy_words="I want music.", helped=Helped(helper=priya)))
    act("member3", standing.stand, election)
    htmls = [shown(f"member{n}", Edition.EASY) for n in range(1, 6)]
    view = send("member5", "stand", Edition.EASY, easy_words=" ".join(["tea"] * 16))
    htmls.append(display.render("decisions", view, edition=Edition.EASY))
    act("tess", voting.open_vote, election)
    htmls.append(shown("member2", Edition.EASY))
    page = visit("member2", proposal.proposal, Edition.EASY, proposal=election)
    htmls.append(display.render("decisions", page, edition=Edition.EASY))
    assert [fault for html in htmls for fault in easy_read_faults(html)] == []
    assert "{" not in "".join(htmls)


def test_candidacy_names_no_help_where_there_was_none(group, act, election):
    act("member2", standing.stand, election)
    with pytest.raises(ValueError, match="says that there was none"):
        attrs.evolve(hers(group, "member2"), help=Help.WRITING)


# --- what tellers note on the page


@pytest.fixture
def note(visit):
    """Send a form of the page of those who stand."""

    def post(who, which, act, **form):
        return visit(who, pages.send, form={"do": act, **form}, writing=True, proposal=which)

    return post


def test_teller_notes_on_the_page_who_stands_with_whose_help_and_who_does_not(act, note, election, priya):
    helped = {"helper": "priya", "help": "writing"}
    sent = note("tess", election, "note_stands", person="member2", easy_words="I want drums.", **helped)
    assert isinstance(sent, GoTo)
    stands = act("member1", standing.candidacies, election)
    (mine,) = stands.values()
    assert (mine.person, mine.easy_words, mine.helper, mine.help) == (
        "member2",
        "I want drums.",
        "priya",
        Help.WRITING,
    )
    note("tess", election, "note_stands_down", person="member2")
    assert act("member1", standing.candidacies, election) == {}
    # Both at one instant here, so that their order is no one's.
    assert {one.what for one in act("member1", recorded, election)} == {Done.STANDS, Done.STANDS_NO_MORE}


def test_teller_names_nobody_as_helper_who_was_not_chosen(note, election, priya, display):
    with pytest.raises(NotFound, match="supporter"):
        note("tess", election, "note_stands", person="member3", helper="priya")
    long = note("tess", election, "note_stands", person="member3", words="word " * 99)
    assert "the same for all" in display.render("decisions", long)


def test_teller_notes_on_the_page_who_withdraws_from_an_open_vote(act, note, election):
    for who in ("member2", "member3", "member4"):
        act(who, standing.stand, election, "")
    act("tess", voting.open_vote, election)
    assert isinstance(note("tess", election, "note_withdraws", person="member2", why="I move away."), GoTo)
    assert act("member1", looking.look, election).proposal.withdrawn == {"option1"}
    (one,) = act("member1", recorded, election)
    assert (one.what, one.words) == (Done.WITHDREW, "I move away.")


@pytest.mark.parametrize("which", ["note_stands", "note_stands_down", "note_withdraws"])
def test_no_member_notes_it_for_another(note, election, which):
    with pytest.raises(NotAllowed):
        note("member2", election, which, person="member3")
