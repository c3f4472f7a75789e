"""Sending: to each by her own channel, in her edition and the enterprise's own words, and nothing twice."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from toy_tideline import DAY, EASY, EVE, LEE, LISTENER, NIA, NOMAIL, PEOPLE, RAY, papers

from alongside.house.doctor import examine_house
from alongside.house.messages import troubles
from alongside.house.messages.actions import settling
from alongside.house.messages.sending import send
from alongside.house.messages.sorting import STALE
from alongside.messages.delivery import LONGEST, claim
from alongside.messages.message import Channel, Sentence, Standing
from alongside.messages.outbox import take_back, write_to
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people
from alongside.store import Actor

EVERYBODY = tuple(one.id for one in PEOPLE)


def test_everybody_is_told_by_her_own_channel(with_mail, server, write, sent, standing):
    write(*EVERYBODY)
    sent()
    assert standing() == {
        NIA: ("gone", "screen"),
        EVE: ("gone", "email"),
        LEE: ("handed", "letter"),
        EASY: ("handed", "letter"),
        NOMAIL: ("handed", "letter"),
        RAY: ("handed", "ring"),
        LISTENER: ("handed", "ring"),
    }
    assert [mail["To"] for mail in server.received] == ["eve@tideline.example"]


def test_what_was_sent_is_not_sent_again(with_mail, server, write, sent):
    write(*EVERYBODY)
    sent()
    before = papers(with_mail)
    assert sent() == []
    assert (len(server.received), papers(with_mail)) == (1, before)


def test_mail_says_it_in_the_words_of_the_part_and_of_the_enterprise(with_mail, server, write, sent):
    written = write(EVE)
    sent()
    (mail,) = server.received
    text = mail.get_body(("plain",)).get_content()
    assert "From Tuesday 1 December at 9:30 the crew of the bakery work in Quay <Street>." in text
    assert "The old shop closes on Monday 4 January 2027." in text
    html = mail.get_body(("html",)).get_content()
    assert "Quay &lt;Street&gt;" in html
    assert '<html lang="en-GB">' in html
    assert mail["Message-ID"] == f"<{written[EVE]}@tideline.example>"
    assert mail["From"] == "Tideline <post@tideline.example>"
    assert not [name for name in mail if name.lower().startswith("list-")]


def test_subject_tells_nobody_what_it_is_about(with_mail, server, write, sent):
    write(EVE)
    sent()
    assert server.received[0]["Subject"] == "News for you from Tideline Together"


def test_without_a_mail_server_mail_waits_and_everything_else_goes(house, write, sent, standing):
    write(EVE, NIA)
    assert "1 e-mail waiting: settings.toml names no mail server under [mail]" in sent()
    assert standing() == {EVE: ("waiting", None), NIA: ("gone", "screen")}


def test_message_of_a_part_that_is_not_here_is_stuck_and_says_so(house, write, sent, standing):
    write(LEE, part="nowhere")
    assert sent() == ["1 message stuck: a person has to look"]
    with house.reading() as unit:
        (kept,) = unit.find(MESSAGES)
    assert (kept.standing, kept.trouble) == (Standing.STUCK, troubles.NOT_WORDED.key)


def test_message_that_lacks_a_fact_is_stuck_and_keeps_no_other_back(house, write, sent, standing):
    write(LEE, lines=[Sentence(key="It costs {price}.")])
    write(EASY)
    sent()
    assert standing() == {LEE: ("stuck", "letter"), EASY: ("handed", "letter")}


def test_message_that_waited_for_weeks_is_stuck_until_somebody_says_it_is_still_so(
    with_mail, server, write, sent, standing, clock
):
    written = write(EVE, NIA)
    clock.now += STALE + timedelta(minutes=1)
    sent()
    assert standing() == {EVE: ("stuck", "email"), NIA: ("gone", "screen")}
    with with_mail.store.unit(Actor.keyboard()) as unit:
        settling.send_again(unit, written[EVE])
    sent()
    assert (standing()[EVE], len(server.received)) == (("gone", "email"), 1)


def test_message_that_was_taken_back_goes_nowhere(house, write, sent, standing):
    write(LEE, EASY, RAY, NIA)
    with house.store.unit(Actor.keyboard()) as unit:
        assert take_back(unit, "bakery:moves:1", LEE)
    sent()
    with house.store.unit(Actor.keyboard()) as unit:
        assert take_back(unit, "bakery:moves:1", RAY)  # somebody had it to ring, and has not yet
        assert take_back(unit, "bakery:moves:1", NIA)  # it stands on her page, unread
        assert not take_back(unit, "bakery:moves:1", LEE)
        assert not take_back(unit, "bakery:moves:1", EASY)
    assert standing() == {
        LEE: ("taken_back", None),
        EASY: ("handed", "letter"),
        RAY: ("taken_back", "ring"),
        NIA: ("taken_back", "screen"),
    }


def test_all_that_waits_for_a_person_is_one_mail(with_mail, server, write, sent):
    write(EVE)
    write(EVE, key="second")
    assert sent() == ["1 e-mail sent"]
    (mail,) = server.received
    assert mail.get_body(("plain",)).get_content().count("The bakery moves") == 2
    assert mail.get_body(("html",)).get_content().count("The bakery moves</h1>") == 2
    write(EVE, key="third")
    sent()
    assert len(server.received) == 2


def test_eight_at_once_send_each_mail_once_and_write_each_letter_once(with_mail, server, write, standing):
    for number in range(3):
        write(EVE, NIA, LEE, key=f"bakery:moves:{number}")
    together = threading.Barrier(8)

    def go(_):
        together.wait()
        return list(send(with_mail, DAY, Actor.daily_round()))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(go, range(8)))
    (mail,) = server.received
    assert mail.get_body(("plain",)).get_content().count("The bakery moves") == 3
    assert [name for name in papers(with_mail) if name.startswith("letter-")] == papers(with_mail)
    assert len(papers(with_mail)) == 1
    assert standing() == {EVE: ("gone", "email"), NIA: ("gone", "screen"), LEE: ("handed", "letter")}


def test_what_is_being_sent_is_left_alone_and_after_a_while_a_person_looks(house, write, sent, standing, clock):
    written = write(EVE)
    with house.store.unit(Actor.keyboard()) as unit:
        assert claim(unit, written[EVE], Channel.EMAIL)
        assert claim(unit, written[EVE], Channel.EMAIL) is None
    assert sent() == []
    assert standing() == {EVE: ("going", "email")}
    clock.now += LONGEST + timedelta(seconds=1)
    assert sent() == ["1 message stuck: Alongside was stopped while sending"]
    with house.reading() as unit:
        (kept,) = unit.find(MESSAGES)
    assert (kept.standing, kept.trouble) == (Standing.STUCK, troubles.MAY_HAVE_GONE.key)
    assert "1 message stuck" in " ".join(one.words for one in examine_house(house) if one.right is False)


@pytest.mark.parametrize("person", [EVE, LEE, NIA])
def test_nothing_goes_to_somebody_who_was_erased(with_mail, server, write, sent, standing, person):
    write(person)
    with with_mail.store.unit(Actor.keyboard()) as unit:
        if person == NIA:  # the last steward stays
            from alongside.enterprise import offers as enterprise

            enterprise.give_role(unit, EVE, "steward")
        people.erase(unit, person)
    sent()
    assert (standing(), server.received, papers(with_mail)) == ({}, [], [])


def test_message_written_while_she_was_being_erased_is_for_nobody(with_mail, server, sent, standing):
    with with_mail.store.unit(Actor.keyboard()) as unit:
        people.erase(unit, EVE)
        write_to(unit, EVE, "late", "bakery", Sentence(key="The bakery moves"), [Sentence(key="Late")])
    assert sent() == []
    assert (standing(), server.received) == ({EVE: ("waiting", None)}, [])
