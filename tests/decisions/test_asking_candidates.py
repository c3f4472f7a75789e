"""Questions to those who stand: asked by any member, answered once each, side by side, in the same length."""

import pytest

from alongside.decisions.actions import asking_candidates, proposing, standing, voting
from alongside.decisions.life import NotNow
from alongside.decisions.pages import asking_candidates as pages
from alongside.decisions.tables import CANDIDATE_ANSWERS
from alongside.display import Edition
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people_actions
from alongside.refusal import BadInput
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults

from .conftest import CLOSES, as_person


@pytest.fixture
def act(group):
    """Do something as somebody."""

    def do(who, what, *words, **more):
        with group.unit(as_person(who)) as unit:
            return what(unit, *words, **more)

    return do


@pytest.fixture
def election(act):
    """An election in which three stand."""
    facts = {"closes": CLOSES, "quorum": 1, "rule": "scottish-stv", "options": ()}
    which = act("member1", proposing.propose, "Who?", "We ask.", statement_words=20, **facts).id
    for name in ("member2", "member3", "member4"):
        act(name, standing.stand, which, "I want tea.")
    return which


@pytest.fixture
def shown(visit, display, election):
    """The page of questions as HTML."""

    def show(who, reads=Edition.STANDARD):
        return display.render("decisions", visit(who, pages.page, reads, proposal=election), edition=reads)

    return show


@pytest.fixture
def send(visit, election):
    """Send a form of it."""

    def post(who, do, **form):
        return visit(who, pages.send, form={"do": do, **form}, writing=True, proposal=election)

    return post


def told(group, kind):
    with group.unit(Actor.keyboard(), writing=False) as unit:
        return sorted(one.person for one in unit.find(MESSAGES) if f":{kind}:" in one.key)


def test_question_to_all_is_told_to_each_and_answers_stand_side_by_side(group, act, send, shown, election):
    send("member9", "ask", to="all", words="Will you bring cake?")
    assert told(group, "candidate-asked") == ["member2", "member3", "member4"]
    (asked,) = act("member1", asking_candidates.questions, election)
    which = asked.question.id
    assert "Will you bring cake?" in shown("member2")
    send("member2", f"answer:{which}", words="Every week.")
    send("member3", f"rather_not:{which}")
    html = shown("member1")
    assert [words in html for words in ("Every week.", "I would rather not answer this.")] == [True, True]
    assert html.count('class="candidate"') == 3
    assert html.count("There is no answer yet.") == 1
    assert told(group, "answer") == ["member9"]


def test_question_to_one_is_hers_alone(group, act, send, shown, election):
    send("member9", "ask", to="option2", words="Why tea?")
    assert told(group, "candidate-asked") == ["member3"]
    (asked,) = act("member1", asking_candidates.questions, election)
    assert "Send my answer" in shown("member3")
    assert "Send my answer" not in shown("member2")
    with pytest.raises(BadInput, match="to somebody else who stands"):
        act("member2", asking_candidates.answer, asked.question.id, "Me too.")
    with pytest.raises(BadInput, match="to somebody else who stands"):
        act("member9", asking_candidates.answer, asked.question.id, "I stand nowhere.")


def test_each_answers_once_and_no_longer_than_the_others(group, act, send, display, election):
    asked = act("member9", asking_candidates.ask, election, "Why tea?")
    view = send("member2", f"answer:{asked.id}", words=" ".join(["tea"] * 21))
    assert "This has 21 words; the most is 20, the same for all." in display.render("decisions", view)
    act("member2", asking_candidates.answer, asked.id, "It is warm.")
    for again in (asking_candidates.rather_not, asking_candidates.answer):
        with pytest.raises(NotNow, match="Everybody answers once"):
            act("member2", again, asked.id, *(["Cold."] if again is asking_candidates.answer else []))


def test_it_is_asked_and_answered_until_the_vote_ends(group, act, election, counted):
    asked = act("member9", asking_candidates.ask, election, "Why tea?")
    opened = act("tess", voting.open_vote, election)
    act("member2", asking_candidates.answer, asked.id, "It is warm.")
    act("member3", standing.withdraw, election)
    with pytest.raises(BadInput, match="to somebody else"):
        act("member3", asking_candidates.answer, asked.id, "I am gone.")
    with pytest.raises(BadInput, match="Nobody who stands was chosen"):
        act("member9", asking_candidates.ask, election, "And now?", "option2")
    counted(opened)
    with pytest.raises(NotNow, match="is closed"):
        act("member9", asking_candidates.ask, election, "And now?")
    with pytest.raises(NotNow, match="is closed"):
        act("member4", asking_candidates.answer, asked.id, "Late.")


def test_erased_people_leave_the_question_and_no_answer(group, act, shown, election):
    asked = act("member9", asking_candidates.ask, election, "Why tea?")
    act("member2", asking_candidates.answer, asked.id, "It is warm.")
    with group.unit(Actor.keyboard(), writing=False) as unit:
        handed = dict(unit.collect("person_exported", person="member2"))["decisions"]
        asker = dict(unit.collect("person_exported", person="member9"))["decisions"]
    assert handed["answers_as_candidate"] == [{"question": "Why tea?", "words": "It is warm."}]
    assert asker["questions_to_candidates"] == [{"title": "Who?", "words": "Why tea?"}]
    for gone in ("member9", "member2"):
        with group.unit(Actor.keyboard()) as unit:
            people_actions.erase(unit, gone)
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert [(one.person, one.words) for one in unit.find(CANDIDATE_ANSWERS)] == [(None, "")]
    assert "A member asks:" in shown("member1") or "a member asks:" in shown("member1")
    assert "It is warm." not in shown("member1")


def test_it_reads_easily(act, election, shown):
    for words in ("Why tea?", "Will you bring cake?"):
        asked = act("member9", asking_candidates.ask, election, words)
    act("member2", asking_candidates.answer, asked.id, "I bake it.")
    act("member3", asking_candidates.rather_not, asked.id)
    htmls = [shown(who, Edition.EASY) for who in ("member1", "member2", "member3", "member4")]
    assert [fault for html in htmls for fault in easy_read_faults(html)] == []
    assert "{" not in "".join(htmls)
