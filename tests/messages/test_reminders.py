"""Reminders: only to whoever wants them, once, and never of what is past or was erased."""

from datetime import timedelta

import pytest
from toy_tideline import EVE, LEE, LINES, NIA, NOMAIL, NOON, RAY

from alongside.house.messages.actions import choosing as wanting
from alongside.house.messages.actions import ringing
from alongside.messages.choosing import choices_of, choose, choose_all, who_asked_for
from alongside.messages.message import Channel, Sentence
from alongside.messages.outbox import remind, replaced, unread, write_to
from alongside.messages.tables import CHOICES, MESSAGES
from alongside.people import actions as people
from alongside.people.person import Format
from alongside.people.tables import PEOPLE
from alongside.plugin import Part, Plugin, Reminder
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults

SOON = NOON + timedelta(hours=20)
TITLE = Sentence(key="The bakery moves")


@pytest.fixture
def reminded(house):
    """Remind people of the bakery's move; return the ids of those who were."""

    def go(*persons, key="bakery:soon:1", until=SOON, private=False):
        with house.store.unit(Actor.daily_round()) as unit:
            made = [
                remind(unit, one, "move", key, "bakery", TITLE, LINES, until=until, private=private)
                for one in persons
            ]
        return [one.person for one in made if one is not None]

    return go


@pytest.fixture
def chosen(house):
    def say(person, what, wanted):
        with house.store.unit(Actor.person(person, "")) as unit:
            choose(unit, person, what, wanted=wanted)

    return say


def test_reminder_comes_once_and_not_to_whoever_wants_none(reminded, chosen):
    chosen(EVE, "bakery:move", wanted=False)
    chosen(LEE, "bakery:other", wanted=False)
    assert reminded(EVE, LEE, RAY) == [LEE, RAY]
    assert reminded(EVE, LEE, RAY) == []
    chosen(EVE, "bakery:move", wanted=True)
    assert reminded(EVE, LEE, RAY) == [EVE]


def test_nobody_is_reminded_of_what_has_begun(reminded):
    assert reminded(EVE, until=NOON) == []
    assert reminded(EVE, until=NOON + timedelta(seconds=1)) == [EVE]


def test_reminder_that_was_not_sent_in_time_does_not_go(with_mail, server, reminded, sent, standing, clock):
    reminded(EVE, LEE, NIA)
    clock.now = SOON
    assert sent() == ["3 messages let go: what they told is past"]
    assert standing() == dict.fromkeys((EVE, LEE, NIA), ("taken_back", None))
    assert server.received == []


def test_reminder_is_off_the_list_of_people_to_ring_when_it_is_past(house, reminded, sent, standing, clock):
    def to_ring():
        with house.reading() as unit:
            return [one.person.id for one in ringing.ring_list(unit)]

    reminded(RAY)
    sent()
    assert to_ring() == [RAY]
    clock.now = SOON
    assert to_ring() == []
    sent()
    assert standing() == {RAY: ("taken_back", "ring")}


def test_reminder_that_is_past_is_no_news(house, reminded, sent, clock):
    def news():
        with house.reading() as unit:
            return [one.person for one in unread(unit, NIA)]

    reminded(NIA)
    sent()
    assert news() == [NIA]
    clock.now = SOON
    assert news() == []


@pytest.mark.parametrize(("person", "goes"), [(NIA, "screen"), (EVE, "email")])
def test_private_message_goes_where_nobody_else_reads_it(
    with_mail, server, reminded, sent, standing, person, goes
):
    reminded(person, private=True)
    sent()
    assert standing() == {person: ("gone", goes)}


@pytest.mark.parametrize("person", [LEE, RAY, NOMAIL])
def test_private_message_passes_through_nobodys_hands(house, reminded, sent, standing, person):
    """Also where an address has gone since it was written, and a letter would take the place of a mail."""
    reminded(person, private=True)
    sent()
    assert standing() == {person: ("taken_back", None)}


def test_message_that_is_not_private_does(reminded, sent, standing):
    """The control."""
    reminded(LEE)
    sent()
    assert standing()[LEE] == ("handed", "letter")


def test_message_takes_the_way_it_has_to_or_stands_on_a_screen(house, with_mail, server, sent, standing):
    with house.store.unit(Actor.daily_round()) as unit:
        for person in (NIA, LEE):
            write_to(unit, person, "bakery:by-mail", "bakery", TITLE, LINES, way=Channel.EMAIL)
    sent()
    assert standing() == {NIA: ("gone", "email"), LEE: ("gone", "screen")}


def test_what_is_told_anew_takes_the_place_of_what_was_not_heard(house, write, sent):
    write(EVE, RAY, key="bakery:hours:1")
    sent_to_ring = write(RAY, key="bakery:hours:2")
    write(EVE, key="bakery:hours_of_another")
    with house.store.unit(Actor.keyboard()) as unit:
        back = replaced(unit, "bakery:hours:", RAY)
        assert {one.key for one in back} == {f"bakery:hours:1:{RAY}", f"bakery:hours:2:{RAY}"}
        assert sent_to_ring
        assert replaced(unit, "bakery:hours:", RAY) == []
        waiting = [one.key for one in unit.find(MESSAGES) if one.standing.value == "waiting"]
    assert sorted(waiting) == [f"bakery:hours:1:{EVE}", f"bakery:hours_of_another:{EVE}"]


# --- choosing


PARTS = (
    Part(name="bakery", title="B", picture="bread", package="x", reminders=(Reminder("move", "M", "bread"),)),
    Plugin(
        name="stall",
        title="S",
        picture="shop",
        package="x",
        api=(1, 2),
        permissions=("see",),
        reminders=(Reminder("market", "M", "shop"),),
    ),
)


def test_everybody_is_offered_what_may_ever_come_to_her(house):
    with house.store.unit(Actor.person(EVE, "Eve")) as unit:
        assert list(wanting.offered(unit, PARTS)) == ["bakery:move"]
    with house.store.unit(Actor.keyboard()) as unit:
        assert list(wanting.offered(unit, PARTS)) == ["bakery:move", "stall:market"]


def test_taking_a_tick_away_switches_a_reminder_off_and_setting_it_on_again(house):
    with house.store.unit(Actor.person(EVE, "Eve")) as unit:
        offered = wanting.offered(unit, PARTS)
        assert wanting.wanted(unit, offered) == ["bakery:move"]
        wanting.want(unit, offered, [])
        assert wanting.wanted(unit, offered) == []
        wanting.want(unit, offered, ["bakery:move"])
        assert wanting.wanted(unit, offered) == ["bakery:move"]


def test_whoever_changes_nothing_leaves_no_trace(house):
    with house.store.unit(Actor.person(EVE, "Eve")) as unit:
        wanting.want(unit, wanting.offered(unit, PARTS), ["bakery:move", "made:up"])
        assert unit.find(CHOICES) == []


def test_who_asked_for_something_is_known_until_they_say_otherwise(house):
    with house.store.unit(Actor.keyboard()) as unit:
        choose_all(unit, EVE, ["pack:all", "pack:cafe"], ["pack:all"])
        choose(unit, LEE, "pack:all", wanted=True)
        assert sorted(who_asked_for(unit, "pack:all")) == [EVE, LEE]
        choose_all(unit, EVE, ["pack:all"], [])
        assert (who_asked_for(unit, "pack:all"), choices_of(unit, EVE)) == (
            [LEE],
            {"pack:all": False, "pack:cafe": False},
        )


def test_choices_are_handed_over_and_erased_with_the_person(house, chosen):
    chosen(EVE, "bakery:move", wanted=False)
    with house.reading() as unit:
        (hers,) = [one for name, one in unit.collect("person_exported", person=EVE) if name == "messages"]
    assert hers["wants_to_be_told"] == {"bakery:move": False}
    with house.store.unit(Actor.keyboard()) as unit:
        people.erase(unit, EVE)
    with house.reading() as unit:
        assert unit.find(CHOICES) == []


def test_whoever_was_erased_is_told_nothing_that_was_still_waiting(house, reminded, sent, standing):
    reminded(EVE, RAY)
    with house.store.unit(Actor.keyboard()) as unit:
        people.erase(unit, EVE)
    sent()
    assert standing() == {RAY: ("handed", "ring")}


def test_a_changed_way_is_the_one_that_counts_when_it_goes(house, reminded, sent, standing):
    """Written for a screen, private, and then she chose to be rung: nobody rings with it."""
    reminded(NIA, private=True)
    with house.store.unit(Actor.keyboard()) as unit:
        her = unit.get(PEOPLE, NIA)
        unit.change(PEOPLE, her, preferred_format=Format.PHONE_CALL, phone="01632 960197")
    sent()
    assert standing() == {NIA: ("taken_back", None)}


# --- the page


def test_page_offers_every_kind_and_keeps_what_is_ticked(house, visit):
    her = visit(EVE)
    page = her.get("/news/reminders").text
    assert page.count('type="checkbox"') == page.count("checked")
    assert 'value="decisions:vote" checked' in page
    answer = her.post("/news/reminders", data={"wanted": ["people:refresher"]})
    assert "Your choices are kept." in answer.text
    with house.reading() as unit:
        assert choices_of(unit, EVE) == {"decisions:vote": False, "placements:review": False}
    assert 'value="decisions:vote" checked' not in her.get("/news/reminders").text


def test_page_takes_no_tick_at_all_as_an_answer_and_no_kind_that_is_not_there(house, visit):
    her = visit(EVE)
    her.post("/news/reminders", data={"wanted": ["bakery:made-up"]})
    with house.reading() as unit:
        assert choices_of(unit, EVE) == {}
    her.post("/news/reminders", data={})
    with house.reading() as unit:
        assert set(choices_of(unit, EVE).values()) == {False}


def test_page_is_easy_in_easy_read(visit):
    page = visit(EVE).get("/news/reminders?edition=easy").text
    assert easy_read_faults(page[page.index("<main") : page.index("</main>")]) == []
