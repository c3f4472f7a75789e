"""Open votes: sealed like any other until the count, then on record by name, as every ballot page said before."""

import pytest
import sqlalchemy as sa

from alongside.decisions.actions import looking, proposing, voting
from alongside.decisions.level import Level, level_named
from alongside.decisions.pages import proposal as page
from alongside.decisions.pages import voting as pages
from alongside.decisions.reactions import person_exported
from alongside.decisions.tables import OPEN_CHOICES, ROLL
from alongside.display import Edition
from alongside.people import actions as people_actions
from alongside.refusal import BadInput
from alongside.store import Unit
from alongside.store.engine import is_elsewhere
from alongside.testing.easy_read import easy_read_faults

from .conftest import CLOSES, as_person


@pytest.fixture
def open_vote(group):
    with group.unit(as_person("member1")) as unit:
        made = proposing.propose(unit, "Shall we paint?", "It is old.", closes=CLOSES, quorum=2, level=Level.OPEN)
    with group.unit(as_person("tess")) as unit:
        return voting.open_vote(unit, made.id)


def told(group, proposal):
    with group.unit(as_person("member9"), writing=False) as unit:
        return looking.who_chose(unit, proposal.id)


def test_names_and_choices_stand_on_record_once_it_is_counted_and_not_before(group, open_vote, cast, counted):
    cast(open_vote, "yes", "no", "yes", "abstain")
    cast(open_vote, "no")
    assert told(group, open_vote) == {}
    with group.unit(as_person("tess"), writing=False) as unit:
        assert "'no'" not in str(unit.find(ROLL))
    counted(open_vote)
    assert told(group, open_vote) == {"no": ["Member1", "Member2"], "yes": ["Member3"], "abstain": ["Member4"]}


def test_nothing_is_on_record_of_a_private_vote(group, asked, cast, counted):
    proposal = asked()
    cast(proposal, "yes", "no", "yes", "yes", "no")
    counted(proposal)
    assert told(group, proposal) == {}
    with group.unit(as_person("tess"), writing=False) as unit:
        assert unit.find(OPEN_CHOICES) == []


def test_person_is_handed_what_she_chose_openly_and_is_a_member_once_she_is_erased(
    group, open_vote, cast, counted, keyboard
):
    cast(open_vote, "yes", "no")
    counted(open_vote)
    with group.unit(keyboard) as unit:
        kept = person_exported(unit, "member1")["open_votes"]
        people_actions.erase(unit, "member1")
    assert told(group, open_vote) == {"yes": ["a member"], "no": ["Member2"]}
    assert kept == [{"title": "Shall we paint?", "chosen": "Yes"}]


@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize(
    ("level", "says"),
    [
        (
            Level.OPEN,
            {
                "your name and what you chose",
                "everybody sees what you chose",
                "see what you choose",
                "everybody sees <strong>your name",
            },
        ),
        (Level.PRIVATE, {"Your vote is private", "<strong>without your name"}),
    ],
)
def test_every_ballot_page_tells_the_level_before_anything_is_chosen(group, visit, display, edition, level, says):
    with group.unit(as_person("member1")) as unit:
        made = proposing.propose(unit, "Shall we paint?", "", closes=CLOSES, quorum=2, level=level)
    with group.unit(as_person("tess")) as unit:
        voting.open_vote(unit, made.id)
    where = {"proposal": made.id}
    for show in (page.proposal, pages.ballot):
        view = visit("member2", show, reads=edition, **where)
        html = display.render("decisions", view, edition=edition)
        assert any(words in html for words in says), show
    visit("member2", pages.send_ballot, form={"choice": "yes"}, writing=True, **where)
    html = display.render("decisions", visit("member2", pages.check, reads=edition, **where), edition=edition)
    assert any(words in html for words in says)


def test_level_that_there_is_not_is_refused_with_those_there_are():
    with pytest.raises(BadInput, match="no level “secret”.*open, private"):
        level_named("secret")


@pytest.mark.parametrize("elsewhere", [True, False])
def test_page_says_what_whoever_runs_the_database_elsewhere_could_see(
    asked, visit, display, monkeypatch, elsewhere
):
    monkeypatch.setattr(Unit, "kept_elsewhere", elsewhere)
    vote = asked()
    for edition in Edition:
        html = display.render(
            "decisions", visit("member2", page.proposal, edition, proposal=vote.id), edition=edition
        )
        assert ("another computer" in html) is elsewhere
        assert edition is Edition.STANDARD or easy_read_faults(html) == []
    assert (
        "Whoever runs it could see who has voted."
        in display.render("decisions", visit("member2", pages.ballot, proposal=vote.id))
    ) is elsewhere


@pytest.mark.parametrize(
    ("address", "elsewhere"),
    [
        ("sqlite:////srv/alongside.db", False),
        ("postgresql://alongside@localhost/alongside", False),
        ("postgresql:///alongside?host=/var/run/postgresql", False),
        ("postgresql:///alongside?host=db.example.org", True),
        ("postgresql://alongside@db.example.org:5432/alongside", True),
    ],
)
def test_database_on_another_machine_is_told_by_its_address(address, elsewhere):
    assert is_elsewhere(sa.make_url(address)) is elsewhere
