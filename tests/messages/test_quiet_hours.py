"""Quiet hours: nobody is rung, and no mail goes out, at a time that somebody chose to be left in peace."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy_tideline import EVE, NIA, RAY

from alongside.house.messages.actions import ringing
from alongside.messages.quiet_hours import QuietHours
from alongside.messages.resting import choose_quiet, quiet_of
from alongside.messages.tables import QUIETS
from alongside.people import actions as people
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults

DAY = date(2026, 11, 23)
CLOCKS = st.times().map(lambda one: one.replace(second=0, microsecond=0))


def at(hour):
    """In winter the clocks of the place show UTC."""
    return datetime.combine(DAY, time(hour), UTC)


@pytest.fixture
def rung(house):
    """Who stands on the list, and whether she is left in peace now."""

    def look():
        with house.store.unit(Actor.person(NIA, "Nia"), writing=False) as unit:
            return {one.person.id: one.resting for one in ringing.ring_list(unit)}

    return look


@pytest.fixture
def quiet(house):
    def choose(person, since, until):
        with house.store.unit(Actor.keyboard()) as unit:
            choose_quiet(unit, person, time(since), time(until))

    return choose


@given(since=CLOCKS, until=CLOCKS, clock=CLOCKS)
def test_a_time_is_in_the_hours_or_in_the_rest_of_the_day(since, until, clock):
    hours, rest = (
        QuietHours(person="a", since=since, until=until),
        QuietHours(person="a", since=until, until=since),
    )
    if since == until:
        assert not hours.hold(clock)
    else:
        assert hours.hold(clock) != rest.hold(clock)
        assert (hours.hold(since), hours.hold(until)) == (True, False)


@pytest.mark.parametrize(("hour", "resting"), [(8, False), (19, False), (20, True), (23, True), (7, True)])
def test_nobody_rings_from_8_in_the_evening_to_8_in_the_morning(write, sent, clock, rung, hour, resting):
    write(RAY)
    sent()
    clock.now = at(hour)
    assert rung() == {RAY: resting}


def test_whoever_chose_other_hours_is_rung_by_them(write, sent, clock, rung, quiet):
    quiet(RAY, 12, 14)
    write(RAY)
    sent()
    clock.now = at(13)
    assert rung() == {RAY: True}
    clock.now = at(21)
    assert rung() == {RAY: False}


def test_mail_waits_until_the_hours_that_somebody_chose_are_over(
    with_mail, server, write, sent, standing, clock, quiet
):
    quiet(EVE, 20, 9)
    clock.now = at(21)
    write(EVE)
    sent()
    assert standing() == {EVE: ("waiting", None)}
    assert server.received == []
    clock.now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    sent()
    assert standing() == {EVE: ("gone", "email")}


def test_mail_goes_in_the_second_night_where_the_round_is_made_at_night_alone(
    with_mail, write, sent, standing, clock, quiet
):
    quiet(EVE, 20, 9)
    clock.now = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    write(EVE)
    clock.now = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
    sent()
    assert standing() == {EVE: ("waiting", None)}
    clock.now = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
    sent()
    assert standing() == {EVE: ("gone", "email")}


def test_mail_of_whoever_chose_nothing_goes_in_the_evening_too(with_mail, write, sent, standing, clock):
    clock.now = at(21)
    write(EVE)
    sent()
    assert standing() == {EVE: ("gone", "email")}


def test_hours_are_chosen_on_the_page_of_reminders_and_go_with_the_person(house, visit):
    her = visit(EVE)
    page = her.get("/news/reminders").text
    assert 'value="20:00"' in page
    answer = her.post("/news/reminders", data={"do": "quiet", "since": "21:30", "until": "07:00"})
    assert "Your choices are kept." in answer.text
    with house.store.unit(Actor.keyboard()) as unit:
        found = quiet_of(unit, [EVE])[EVE]
        assert (found.since, found.until, found.chosen) == (time(21, 30), time(7), True)
        (hers,) = [one for name, one in unit.collect("person_exported", person=EVE) if name == "messages"]
        assert hers["quiet_hours"] == ["21:30–07:00"]
        people.erase(unit, EVE)
        assert unit.find(QUIETS) == []


def test_page_with_the_hours_is_easy_in_easy_read(visit):
    page = visit(EVE).get("/news/reminders?edition=easy").text
    assert easy_read_faults(page[page.index("<main") : page.index("</main>")]) == []


def test_list_of_people_to_ring_says_until_when_and_gives_no_number_to_press(write, sent, clock, visit):
    write(RAY)
    sent()
    clock.now = at(21)
    page = visit(NIA).get("/messages/ring").text
    assert "Nobody rings Ray Bell from 20:00 to 8:00." in page
    assert "tel:" not in page
    clock.now = at(10)
    assert "tel:" in visit(NIA).get("/messages/ring").text
