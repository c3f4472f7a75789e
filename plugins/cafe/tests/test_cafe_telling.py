"""People are told what their shifts are now when they change, and reminded on the day before."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.api.display import Edition
from alongside.api.messages import Message
from alongside.api.values import LONDON
from alongside.display.texts import fill, plain, wording
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.reacting import Reactions
from alongside.messages.choosing import choose
from alongside.messages.delivery import hand_over
from alongside.messages.message import Channel
from alongside.messages.tables import MESSAGES
from alongside.messages.wording import said
from alongside.people import actions as erasing
from alongside.testing.easy_read import sentence_faults, sentences
from alongside_cafe import offers, reactions
from alongside_cafe.actions import planning
from alongside_cafe.flag import Flag
from alongside_cafe.tables import ASSIGNMENTS, FLAGS, TEMPLATES

MONDAY = date(2026, 11, 30)
SUNDAY = MONDAY - timedelta(days=1)


def told(cafe, who, what="cafe:shifts", standing="waiting") -> list[Message]:
    with cafe.unit(writing=False) as unit:
        hers = [one for one in unit.find(MESSAGES) if one.person == cafe.people[who]]
    return [one for one in hers if one.key.startswith(what) and one.standing.value == standing]


def days_told(message):
    return sorted(line.days["day"] for line in message.lines if line.days)


def days_worked(cafe, who):
    with cafe.unit(writing=False) as unit:
        return sorted({shift.day for _, shift in offers.on_rota(unit, cafe.people[who])})


def words(message, edition=Edition.STANDARD):
    lines = [said(line, edition, LONDON, MONDAY) for line in (message.title, *message.lines)]
    return [plain(fill(wording("alongside_cafe", edition.value, one.key), one.facts)) for one in lines]


def hear(cafe, message):
    """Let it reach her, and let her read it."""
    with cafe.unit() as unit:
        hand_over(unit, message.id, Channel.SCREEN)
        (gone,) = [one for one in unit.find(MESSAGES) if one.id == message.id]
        unit.change(MESSAGES, gone, seen_at=unit.now)


def away(cafe, who, *days):
    with cafe.unit() as unit:
        old = planning.availability(unit, cafe.business.id, cafe.people[who])
        planning.set_availability(unit, cafe.business.id, cafe.people[who], old.hours, days)


def test_first_rota_tells_everybody_her_new_shifts(cafe):
    cafe.fill()
    for who in cafe.people:
        (message,) = told(cafe, who)
        assert message.title.key == "You have new shifts"
        assert days_told(message) == days_worked(cafe, who)


def test_rota_that_stays_the_same_tells_nobody_anything(cafe):
    cafe.fill()
    before = {who: told(cafe, who) for who in cafe.people}
    cafe.fill()
    assert {who: told(cafe, who) for who in cafe.people} == before


def test_shift_that_is_taken_away_and_one_that_is_given_are_told_day_by_day(cafe):
    cafe.fill()
    for who in cafe.people:
        hear(cafe, told(cafe, who)[0])
    before = {who: days_worked(cafe, who) for who in cafe.people}
    gone = before["Mei Tanaka"][0]
    away(cafe, "Mei Tanaka", gone)
    cafe.fill()
    (hers,) = told(cafe, "Mei Tanaka")
    assert hers.title.key == "Your shifts have changed"
    assert f"You do not work on {gone:%A} {gone.day} {gone:%B}." in [
        one.replace("\xa0", " ") for one in words(hers)
    ]
    for who in cafe.people:
        changed = set(before[who]) ^ set(days_worked(cafe, who))
        assert changed <= {day for one in told(cafe, who) for day in days_told(one)}, who


def test_changed_day_carries_what_stood_there_before_for_her_week(cafe):
    cafe.fill()
    hear(cafe, told(cafe, "Mei Tanaka")[0])
    with cafe.unit(writing=False) as unit:
        _, first = offers.on_rota(unit, cafe.people["Mei Tanaka"])[0]
    away(cafe, "Mei Tanaka", first.day)
    cafe.fill()
    (message,) = told(cafe, "Mei Tanaka")
    changed = {line.changed.day: line.changed.before for line in message.lines if line.changed}
    assert changed[first.day] == (first.starts, first.ends)
    assert set(changed) == set(days_told(message))


def test_first_rota_changes_no_day_and_neither_does_what_was_never_heard(cafe):
    cafe.fill()
    away(cafe, "Mei Tanaka", days_worked(cafe, "Mei Tanaka")[0])
    cafe.fill()
    (message,) = told(cafe, "Mei Tanaka")
    assert not any(line.changed for line in message.lines)


def test_change_before_the_last_one_was_heard_is_told_in_one_message_as_it_is_now(cafe):
    cafe.fill()
    (first,) = told(cafe, "Mei Tanaka")
    away(cafe, "Mei Tanaka", days_worked(cafe, "Mei Tanaka")[0])
    cafe.fill()
    (now,) = told(cafe, "Mei Tanaka")
    assert set(days_told(first)) <= set(days_told(now))
    assert told(cafe, "Mei Tanaka", standing="taken_back") == [
        one for one in told(cafe, "Mei Tanaka", standing="taken_back") if one.id == first.id
    ]
    works = {line.days["day"] for line in now.lines if line.moments}
    assert works == set(days_worked(cafe, "Mei Tanaka"))


def test_many_changed_days_are_a_few_lines_and_a_number(cafe):
    cafe.fill(weeks=3)
    busiest = max(cafe.people, key=lambda who: len(days_worked(cafe, who)))
    (message,) = told(cafe, busiest)
    assert len(message.lines) == 6
    more = len(days_worked(cafe, busiest)) - 5
    assert words(message)[-1] == f"More days have changed: {more}. The rota shows them."


def test_message_about_shifts_is_past_when_they_are(cafe):
    cafe.fill()
    (message,) = told(cafe, "Mei Tanaka")
    last = days_told(message)[-1]
    assert message.until == datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=1)


def test_day_before_a_shift_everybody_on_it_is_reminded_with_its_times(cafe):
    cafe.fill()
    with cafe.unit() as unit:
        reactions.daily_round(unit, SUNDAY)
        reactions.daily_round(unit, SUNDAY)
    working = {who for who in cafe.people if MONDAY in days_worked(cafe, who)}
    assert {who for who in cafe.people if len(told(cafe, who, "cafe:tomorrow")) == 1} == working
    (hers,) = told(cafe, next(iter(working & {"Mei Tanaka", "Dan Pascoe", "Rosa Delgado"})), "cafe:tomorrow")
    assert words(hers)[0] == "Tomorrow you work"
    assert hers.until == min(line.moments["starts"] for line in hers.lines if "starts" in line.moments)


def test_whoever_wants_no_reminder_gets_none(cafe):
    cafe.fill()
    with cafe.unit() as unit:
        for person in cafe.people.values():
            choose(unit, person, "cafe:shift", wanted=False)
        reactions.daily_round(unit, SUNDAY)
    assert not [one for who in cafe.people for one in told(cafe, who, "cafe:tomorrow")]


def test_place_that_waits_for_a_certificate_is_not_said_to_be_worked(cafe):
    cafe.fill()
    with cafe.unit() as unit:
        place = next(
            one for one in unit.find(ASSIGNMENTS) if MONDAY in [s.day for a, s in offers.on_rota(unit, one.person)]
        )
        unit.add(
            FLAGS,
            Flag(
                id=unit.new_id(),
                business=cafe.business.id,
                assignment=place.id,
                person=place.person,
                kind="food_hygiene",
                certificate="x",
                since=unit.now,
            ),
        )
        day = next(shift.day for one, shift in offers.on_rota(unit, place.person) if one.id == place.id)
        reactions.daily_round(unit, day - timedelta(days=1))
        reminded = {one.person for one in unit.find(MESSAGES) if one.key.startswith("cafe:tomorrow")}
    assert place.person not in reminded


def test_reminder_that_waits_is_taken_back_when_the_shift_changes(cafe):
    cafe.fill()
    who = next(who for who in cafe.people if MONDAY in days_worked(cafe, who))
    with cafe.unit() as unit:
        reactions.daily_round(unit, SUNDAY)
    away(cafe, who, MONDAY)
    cafe.fill()
    assert (told(cafe, who, "cafe:tomorrow"), len(told(cafe, who, "cafe:tomorrow", "taken_back"))) == ([], 1)


def test_shift_of_another_time_is_a_change(cafe):
    cafe.fill()
    for who in cafe.people:
        hear(cafe, told(cafe, who)[0])
    with cafe.unit() as unit:
        for line in unit.find(TEMPLATES):
            if line.job == "Front":
                unit.change(TEMPLATES, line, ends=line.ends.replace(hour=14))
    cafe.fill()
    told_of = {who: told(cafe, who) for who in cafe.people}
    assert any(told_of.values())
    for who, messages in told_of.items():
        for one in messages:
            works = {line.days["day"] for line in one.lines if line.moments}
            assert works <= set(days_worked(cafe, who))


def test_erased_person_is_told_nothing_of_the_shifts_that_are_others_now(cafe):
    plugins = [one for one in find_plugins().plugins if one.name == "cafe"]
    cafe.store.dispatch = Reactions((*core_parts(), *plugins))
    cafe.fill()
    with cafe.unit() as unit:
        erasing.erase(unit, cafe.people["Mei Tanaka"])
    cafe.fill()
    assert told(cafe, "Mei Tanaka") == told(cafe, "Mei Tanaka", standing="taken_back") == []
    assert any(told(cafe, who) for who in ("Dan Pascoe", "Sam Whitlock", "Rosa Delgado"))


@pytest.mark.parametrize("what", ["cafe:shifts", "cafe:tomorrow"])
def test_words_are_easy_in_easy_read(cafe, what):
    cafe.fill(weeks=3)
    with cafe.unit() as unit:
        reactions.daily_round(unit, SUNDAY)
    for who in cafe.people:
        for message in told(cafe, who, what):
            every = [each for text in words(message, Edition.EASY) for each in sentences(text)]
            assert [fault for one in every for fault in sentence_faults(one)] == []
