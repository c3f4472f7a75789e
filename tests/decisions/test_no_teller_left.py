"""What needs a teller is told to the stewards where every teller stands in the vote, or it is about herself."""

import attrs
import pytest

from alongside.decisions.actions import objecting, waiting
from alongside.decisions.proposal import Option
from alongside.decisions.roll import Waiting
from alongside.decisions.tables import PROPOSALS
from alongside.enterprise import offers as enterprise
from alongside.messages.tables import MESSAGES
from alongside.store import Actor

from .conftest import CLOSES, as_person

STEWARD, TELLER = "member9", "tess"


@pytest.fixture
def steward(group, keyboard):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, STEWARD, "steward", first_day=CLOSES.date().replace(day=1))
    return STEWARD


@pytest.fixture
def told(group):
    def look(what):
        with group.unit(Actor.keyboard(), writing=False) as unit:
            return {one.person for one in unit.find(MESSAGES) if f":{what}:" in one.key}

    return look


def test_stewards_hear_that_votes_wait_to_be_counted_where_all_tellers_stand(group, asked, over, steward, told):
    vote = asked()
    over()
    with group.unit(Actor.daily_round()) as unit:
        standing = Option(key="t", words="", easy_words="", picture="", person=TELLER)
        stood = unit.change(PROPOSALS, vote, options=(*vote.options, standing))
        unit.tell("daily_round", day=CLOSES.date())
    assert told("count") == {STEWARD}
    with group.unit(Actor.daily_round()) as unit:
        unit.change(PROPOSALS, stood, options=(*vote.options, attrs.evolve(standing, withdrawn=True)))
        unit.tell("daily_round", day=CLOSES.date())
    assert told("count") == {STEWARD, TELLER}


@pytest.fixture
def of_the_only_teller(group, asked, steward, keyboard):
    """A vote that the only teller has proposed."""
    vote = asked()
    with group.unit(keyboard) as unit:
        return unit.change(PROPOSALS, vote, proposer=TELLER)


def test_stewards_hear_of_objections_where_the_only_teller_proposed_it(group, of_the_only_teller, told):
    with group.unit(Actor.keyboard()) as unit:
        objecting.tell(unit, of_the_only_teller)
    assert told("objections") == {STEWARD}


def test_nobody_is_asked_to_talk_with_herself(group, of_the_only_teller, told, keyboard):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, TELLER, "member", first_day=CLOSES.date().replace(day=1))
        unit.change(PROPOSALS, of_the_only_teller, proposer="member1")
        enterprise.give_role(unit, "member1", "teller", first_day=CLOSES.date().replace(day=1))
        (held,) = [one for one in enterprise.roles_of(unit, TELLER) if one.role.value == "teller"]
        enterprise.end_role(unit, held, CLOSES.date().replace(day=2))
    with group.unit(as_person("member1")) as unit:
        waiting.wait(unit, of_the_only_teller.id, Waiting.TALK)
    assert told("wants-to-talk") == {STEWARD}
