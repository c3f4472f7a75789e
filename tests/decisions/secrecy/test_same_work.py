"""Whatever somebody chooses, the server does the same: the same statements of one size, as many ballots sealed.

The time that an answer takes can tell nothing then. Real times are looked at in ``test_same_time.py``.
"""

from contextlib import contextmanager

import pytest

from alongside.decisions.actions import sealing, telephone, voting
from alongside.decisions.actions.telephone import Call
from alongside.decisions.level import Level
from alongside.decisions.roll import Checked
from alongside.house.backups.key import new_key

from ...gate.statements import noted
from . import plain_boxes
from .a_question import ONE_OF_EACH, Question
from .conftest import SEED
from .voting_day import a_day, a_home

QUESTIONS = [
    *(Question(rule=rule) for rule in ONE_OF_EACH.values()),
    *(Question(level=level) for level in (Level.OPEN, Level.LOCKED)),
]


@pytest.fixture
def asking(home, databases, engine_name, keys_folder):
    """A function that asks a few people one question after the other."""
    house = a_home(home, databases, engine_name, new_key(), SEED)
    first = a_day(house, QUESTIONS[0], 4, SEED)

    def ask(question):
        first.question, first.cards = question, ()
        first.ask()
        return first

    yield ask
    house.close()


@contextmanager
def work(monkeypatch):
    """What is done meanwhile: every statement, and every sealing with the length of what is sealed."""
    with noted() as done, monkeypatch.context() as patch:
        box = sealing.nacl.public.SealedBox
        encrypt = box.encrypt

        def encrypting(self, plain, *more, **named):
            done.append(("sealed", len(plain)))
            return encrypt(self, plain, *more, **named)

        patch.setattr(box, "encrypt", encrypting)
        yield done


def of_a_cast(day, monkeypatch, ballot, before=None):
    """What is done for somebody who votes on a screen: for the first time, or in the place of another ballot."""
    who = day.members[1]
    if before:
        day.act(who, voting.vote, day.asked.id, before)
    with day.browser(who) as browser, work(monkeypatch) as done:
        day.fill_in(browser, ballot)
        browser.get(day.path("/check"))
        day.send(browser)
    day.act(who, voting.take_back, day.asked.id)
    return done


def of_a_call(day, monkeypatch, ballot):
    """What is done where a teller notes what was rung in."""
    call = Call(person=day.members[2], checked=Checked.VOICE)
    day.act(day.tellers[0], telephone.note_vote, day.asked.id, call, ballot)
    with work(monkeypatch) as done:
        day.act(day.tellers[0], telephone.note_vote, day.asked.id, call, ballot)
    return done


def unlike(day, monkeypatch):
    """The acts by which something else is done for one ballot than for another."""
    first, *others = day.question.unlike
    acts = {
        "to vote": lambda ballot: of_a_cast(day, monkeypatch, ballot),
        "to change": lambda ballot: of_a_cast(day, monkeypatch, ballot, before=first),
        "to ring": lambda ballot: of_a_call(day, monkeypatch, ballot),
    }
    for name, act in acts.items():
        usual = act(first)
        # Something is done at all, and what goes into the database is sealed once.
        assert len(usual) > 10
        assert [one for one, _ in usual].count("sealed") == 1
        if any(act(other) != usual for other in others):
            yield name


def test_casting_and_changing_ask_the_database_the_same_and_seal_as_much_whatever_is_chosen(asking, monkeypatch):
    for question in QUESTIONS:
        assert list(unlike(asking(question), monkeypatch)) == [], question


def test_control_where_nothing_is_sealed_the_size_of_what_is_bound_tells(asking, monkeypatch):
    day = asking(Question(rule="scottish-stv"))
    plain_boxes.nothing_is_sealed(monkeypatch)
    usual, other = (of_a_cast(day, monkeypatch, ballot) for ballot in day.question.unlike[:2])
    assert [one for one, _ in usual] == [one for one, _ in other]
    assert usual != other


def test_control_a_question_more_for_one_choice_is_found(asking, monkeypatch):
    day, vote = asking(Question()), voting.vote

    def prying(unit, proposal, ballot, **more):
        if ballot.keys == day.question.keys[-1:]:
            unit.find(voting.ROLL, voting.ROLL.table.c.proposal == proposal)
        return vote(unit, proposal, ballot, **more)

    monkeypatch.setattr(voting, "vote", prying)
    usual, other = (of_a_cast(day, monkeypatch, ballot) for ballot in day.question.unlike[:2])
    assert len(other) == len(usual) + 1
