"""The outbox: written in the unit of what it tells, once, and undone with it."""

from datetime import date

import pytest

from alongside.messages.message import Sentence, Standing
from alongside.messages.outbox import take_back, write_to
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput

TITLE = Sentence(key="The vote is open")
LINES = [Sentence(key="You can vote until **{day}**.", days={"day": date(2026, 11, 30)}, picture="ballot")]


@pytest.fixture
def rosa(store, keyboard):
    with store.unit(keyboard) as unit:
        return people.add_person(unit, Person(id=unit.new_id(), name="Rosa", joined=date(2026, 1, 1))).id


def write(unit, person):
    return write_to(unit, person, "decisions:opened:1", "decisions", TITLE, LINES, path="/decisions/1")


def kept(store, keyboard):
    with store.unit(keyboard, writing=False) as unit:
        return unit.find(MESSAGES)


def test_message_comes_back_as_it_was_written(store, keyboard, rosa):
    with store.unit(keyboard) as unit:
        written = write(unit, rosa)
    assert kept(store, keyboard) == [written]
    assert (written.lines, written.standing) == (tuple(LINES), Standing.WAITING)


def test_same_thing_is_written_once_to_each(store, keyboard, rosa):
    for _turn in range(2):
        with store.unit(keyboard) as unit:
            write(unit, rosa)
    with store.unit(keyboard) as unit:
        assert write(unit, rosa) is None
    assert len(kept(store, keyboard)) == 1


def test_unit_that_is_undone_leaves_no_message(store, keyboard, rosa):
    with pytest.raises(ZeroDivisionError), store.unit(keyboard) as unit:
        write(unit, rosa)
        raise ZeroDivisionError
    assert kept(store, keyboard) == []


def test_message_that_has_not_gone_can_be_taken_back_once(store, keyboard, rosa):
    with store.unit(keyboard) as unit:
        write(unit, rosa)
        assert take_back(unit, "decisions:opened:1", rosa)
        assert not take_back(unit, "decisions:opened:1", rosa)
    assert [one.standing for one in kept(store, keyboard)] == [Standing.TAKEN_BACK]


@pytest.mark.parametrize("lines", [[], LINES * 9])
def test_message_without_a_sentence_or_with_too_many_is_refused(store, keyboard, rosa, lines):
    with store.unit(keyboard) as unit, pytest.raises(BadInput):
        write_to(unit, rosa, "k", "decisions", TITLE, lines)
