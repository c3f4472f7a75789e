"""A proposal that is said anew: members read it anew, and its Easy Read does not stay behind unseen."""

from datetime import timedelta

import pytest

from alongside.decisions.actions import looking, proposing, rewording, talking, voting
from alongside.decisions.life import NotNow
from alongside.decisions.pages import proposal, sending
from alongside.display import Edition
from alongside.messages.tables import MESSAGES
from alongside.testing.easy_read import easy_read_faults

from .conftest import CLOSES, MEMBERS, as_person


@pytest.fixture
def on(group):
    """Do something as a person, so many days after the day of the tests."""
    start = group.clock()

    def act(who, days, do, *words, **more):
        group.clock = lambda: start + timedelta(days=days)
        with group.unit(as_person(who)) as unit:
            return do(unit, *words, **more)

    return act


@pytest.fixture
def asked(on):
    """A proposal that members have a week to read, with an Easy Read of its own for its reason alone."""
    facts = {"closes": CLOSES + timedelta(days=30), "quorum": 1, "reading_days": 7, "easy_why": "We need help."}
    made = on("member1", 0, proposing.propose, "A buddy?", "Somebody to ask.", **facts)
    return on("member1", 0, talking.begin, made.id)


def told(on, what):
    return sorted(on("tess", 6, lambda unit: [one.person for one in unit.find(MESSAGES) if what in one.key]))


def test_changed_text_begins_the_days_to_read_anew_and_members_are_told(on, asked):
    said = on("member1", 5, rewording.reword, asked.id, title="A buddy for all?", why="")
    assert (said.title, said.why, said.easy_title) == ("A buddy for all?", "Somebody to ask.", "A buddy for all?")
    assert told(on, "said-anew") == list(MEMBERS)
    with pytest.raises(NotNow, match="The vote may open on Saturday 5 December 2026"):
        on("tess", 8, voting.open_vote, asked.id)
    assert on("tess", 12, voting.open_vote, asked.id).opens


def test_words_that_are_as_they_were_change_nothing(on, asked):
    said = on("member1", 5, rewording.reword, asked.id, title=" A buddy? ", easy_why="We need help.")
    assert said == on("member1", 5, looking.look, asked.id).proposal
    assert said.talked_since == asked.talked_since
    assert told(on, "said-anew") == []


def test_easy_read_of_its_own_is_behind_until_it_is_said_anew_or_said_to_fit(on, asked):
    assert on("member1", 1, rewording.reword, asked.id, why="Somebody to ask, for a month.").easy_behind
    with pytest.raises(NotNow, match="its Easy Read was not. Say that anew too"):
        on("tess", 8, voting.open_vote, asked.id)
    assert not on("tess", 8, rewording.easy_still_fits, asked.id).easy_behind
    assert on("member1", 8, rewording.reword, asked.id, why="Somebody to ask, for a year.").easy_behind
    said = on("member1", 8, rewording.reword, asked.id, easy_why="We need help for a year.")
    assert (said.easy_behind, said.easy_why) == (False, "We need help for a year.")


def test_page_marks_it_and_offers_both_ways_on(on, asked, visit, display):
    form = {"do": "reword", "title": "A buddy?", "why": "Somebody to ask, for a month.", "easy_title": "A buddy?"}
    answer = visit(
        "member1", sending.send, form={**form, "easy_why": "We need help."}, writing=True, proposal=asked.id
    )
    assert answer.notice.key == "The new words are kept. Now say it anew in Easy Read too."

    def page(who, edition=Edition.STANDARD):
        return display.render(
            "decisions", visit(who, proposal.proposal, edition, proposal=asked.id), edition=edition
        )

    assert "The Easy Read is older than the words." in page("tess")
    assert "These words will <strong>change</strong> soon." in page("member3", Edition.EASY)
    assert easy_read_faults(page("member1", Edition.EASY)) == []
    visit("tess", sending.send, form={"do": "easy_fits"}, writing=True, proposal=asked.id)
    assert "The Easy Read is older than the words." not in page("tess")
