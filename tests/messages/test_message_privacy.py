"""What messages hold of a person: handed over when she asks, gone when she is erased, and nowhere in a log."""

import json
import logging
import traceback

import attrs
import pytest
from toy_tideline import EVE, LEE, NIA, PEOPLE, RAY

from alongside.house.messages.actions import ringing
from alongside.jobs.once import once
from alongside.messages.call import Result
from alongside.messages.tables import CALLS, MESSAGES
from alongside.people import actions as people
from alongside.store import Actor


def test_person_gets_what_was_written_to_her_and_the_calls(house, write, sent):
    write(RAY)
    sent()
    with house.store.unit(Actor.person(NIA, "Nia")) as unit:
        ringing.rang(unit, RAY, Result.REACHED)
    with house.reading() as unit:
        (hers,) = [one for name, one in unit.collect("person_exported", person=RAY) if name == "messages"]
    assert json.loads(json.dumps(hers)) == hers
    (message,) = hers["messages"]
    assert (message["channel"], message["standing"]) == ("ring", "gone")
    assert message["lines"][0]["facts"]["street"] == "Quay <Street>"
    assert [call["result"] for call in hers["calls"]] == ["reached"]


def test_erased_person_leaves_no_message_no_call_and_no_name_beside_the_calls_she_made(house, write, sent):
    write(RAY, LEE)
    sent()
    with house.store.unit(Actor.keyboard()) as unit:
        from alongside.enterprise import offers as enterprise

        enterprise.give_role(unit, EVE, "steward")
    with house.store.unit(Actor.person(EVE, "Eve")) as unit:
        ringing.rang(unit, RAY, Result.TRY_AGAIN)
    with house.store.unit(Actor.keyboard()) as unit:
        people.erase(unit, EVE)
    with house.reading() as unit:
        assert [(one.person, one.rung_by) for one in unit.find(CALLS)] == [(RAY, None)]
    with house.store.unit(Actor.keyboard()) as unit:
        people.erase(unit, RAY)
    with house.reading() as unit:
        assert (unit.find(CALLS), [one.person for one in unit.find(MESSAGES)]) == ([], [LEE])
    assert house.store.verify().holds


@pytest.mark.parametrize("answer", ["550 no such person as eve@tideline.example", None])
def test_no_log_names_anybody_whatever_the_mail_server_says(with_mail, server, write, sent, caplog, answer):
    write(*(one.id for one in PEOPLE))
    server.answers["after data"] = answer
    with caplog.at_level(logging.DEBUG):
        sent()
        with_mail.settings = attrs.evolve(with_mail.settings, mail=attrs.evolve(with_mail.settings.mail, port=1))
        write(EVE, key="other")
        sent()
    assert not [word for one in PEOPLE for word in (one.name, one.email or one.name) if word in caplog.text]


def test_log_that_kept_the_words_of_an_error_would_name_people(house, caplog):
    """The control: the words of an error are where a name would come from."""

    def fails(_):
        raise ValueError("Eve Post has no address")

    with caplog.at_level(logging.DEBUG):
        once(house.store, "bakery", house.today(), fails)
    assert "ValueError" in caplog.text
    assert "Eve Post" not in caplog.text
    with pytest.raises(ValueError, match="Eve Post") as fault:
        fails(None)
    assert "Eve Post" in "".join(traceback.format_exception(fault.value))
