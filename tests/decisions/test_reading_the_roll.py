"""The roll: who may vote is read by every member, who has voted by tellers and, of herself, by each."""

import pytest

from alongside.decisions.actions import proposing, roll_reading, telephone, voting
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import Ballot
from alongside.decisions.pages import roll as pages
from alongside.decisions.roll import Checked, Help, Helped
from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import NotAllowed
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults

from .conftest import CLOSES, MEMBERS, as_person


@pytest.fixture
def voted(group, asked, cast):
    """A vote in which two sent a ballot, one of them with help, and one rang."""
    vote = asked()
    cast(vote, "yes")
    with group.unit(as_person("member2")) as unit:
        voting.vote(unit, vote.id, Ballot(("no",)), helped=Helped(how=Help.READ_ALOUD))
    with group.unit(as_person("tess")) as unit:
        telephone.note_vote(unit, vote.id, Call(person="member3", checked=Checked.VOICE), Ballot(("yes",)))
    return vote


def marks(group, who, vote):
    """Whom the roll tells of to somebody: by name, whether they have voted."""
    with group.unit(as_person(who)) as unit:
        roll = roll_reading.read(unit, vote.id)
    return {one.face.person: one.line.voted for one in roll.voters if one.line}, len(roll.voters)


def test_every_member_reads_who_may_vote_and_of_herself_alone_whether_she_has(group, voted):
    assert marks(group, "member2", voted) == ({"member2": True}, len(MEMBERS))
    assert marks(group, "member9", voted) == ({"member9": False}, len(MEMBERS))


def test_tellers_read_who_has_voted(group, voted):
    told, _people = marks(group, "tess", voted)
    assert {person for person, has in told.items() if has} == {"member1", "member2", "member3"}
    assert len(told) == len(MEMBERS)


def test_who_sits_beside_a_teller_reads_no_more_than_others(group, voted):
    beside = Actor.person("tess", "Tess", helper="member9")
    with group.unit(beside) as unit:
        roll = roll_reading.read(unit, voted.id)
    assert [one.line for one in roll.voters] == [None] * len(MEMBERS)


def test_who_has_no_vote_and_counts_nothing_reads_no_names(group, voted, keyboard):
    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="priya", name="Priya", joined=CLOSES.date()))
        enterprise.give_role(unit, "priya", "supporter", first_day=CLOSES.date().replace(month=1))
    with group.unit(as_person("priya")) as unit, pytest.raises(NotAllowed):
        roll_reading.read(unit, voted.id)


def test_before_the_opening_it_is_who_would_be_on_it(group):
    with group.unit(as_person("member1")) as unit:
        made = proposing.propose(unit, "Shall we?", "Yes.", closes=CLOSES)
        roll = roll_reading.read(unit, made.id)
    assert not roll.frozen
    assert [one.face.person for one in roll.voters] == list(MEMBERS)


def test_erased_member_stays_on_it_without_a_name(group, voted, keyboard):
    with group.unit(keyboard) as unit:
        unit.tell("person_erased", person="member9")
        roll = roll_reading.read(unit, voted.id)
    assert roll.nameless == 1
    assert len(roll.voters) == len(MEMBERS) - 1


@pytest.mark.parametrize("edition", list(Edition))
def test_page_says_how_many_have_voted_and_have_to(visit, display, voted, edition):
    def shown(who, **more):
        view = visit(who, pages.page, edition, proposal=voted.id, **more)
        return display.render("decisions", view, edition=edition)

    own, all_ = shown("member2"), shown("tess")
    assert "<strong>3</strong> of 9 people have voted." in own
    assert own.count("Has voted") == 1
    assert all_.count("Has voted") == 3
    assert "telephone" in all_
    assert "telephone" not in own
    if edition is Edition.EASY:
        assert easy_read_faults(own) == []


def test_command_tells_it_to_tellers(command, own_demo):
    told = command("decisions", "roll", "Where shall we hold", "--json", home=own_demo)
    assert told.returncode == 0, told.stderr
    assert "Has voted" in told.stdout
    mine = command("--as", "Sam Whitlock", "decisions", "roll", "Where shall we hold", home=own_demo)
    assert "must take part" in mine.stdout, mine.stderr
    assert mine.stdout.count("Has ") == 1
