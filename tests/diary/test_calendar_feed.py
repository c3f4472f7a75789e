"""One's own calendar for other programs: entries that keep their ids, and nothing that is private."""

import re
from datetime import UTC, date, datetime, time, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.diary import offers
from alongside.diary.actions import feeding
from alongside.diary.calendar_feed import Feed, path_of, seal_of, tag_of, written
from alongside.diary.claim import Claim, Purpose
from alongside.diary.tables import FEEDS
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON, at
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import NotFound, NotWithAHelper
from alongside.store import Actor

NINE = datetime(2026, 11, 30, 9, tzinfo=UTC)
HOURS = timedelta(hours=5)
MARKER = "chemotherapy"


@pytest.fixture
def rosa(store, keyboard):
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        cafe = enterprise.add_business(unit, "Tideline Café, by the sea", "cafe", opened=date(2024, 1, 1))
        person = people.add_person(
            unit,
            Person(id=unit.new_id(), name="Rosa Delgado", date_of_birth=date(1990, 1, 1), joined=date(2024, 1, 1)),
        )
        offers.ensure_person(unit, person.id)
    return Actor.person(person.id, person.name), cafe.id


def claim(store, who, cafe, starts=NINE, purpose=Purpose.WORK, label="Kitchen"):
    with store.unit(Actor.keyboard()) as unit:
        return offers.claim(unit, who.id, starts, starts + HOURS, purpose, label, business=cafe)


def address(store, who):
    with store.unit(who) as unit:
        return feeding.make_address(unit)


def read(store, secret):
    """Return the entries as a calendar program reads them: unfolded, by name."""
    with store.unit(Actor.stranger(), writing=False) as unit:
        text = feeding.calendar_by(unit, secret)
    assert text.isascii() or all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    entries, now = [], None
    for line in lines:
        if line == "BEGIN:VEVENT":
            now = {}
        elif line == "END:VEVENT":
            entries.append(now)
            now = None
        elif now is not None:
            name, _colon, value = line.partition(":")
            now[name] = value
    return entries


def test_entry_keeps_its_id_when_its_time_moves_and_says_that_it_changed(store, rosa):
    who, cafe = rosa
    secret = address(store, who)
    first = claim(store, who, cafe)
    (before,) = read(store, secret)
    assert (before["DTSTART"], before["DTEND"]) == ("20261130T090000Z", "20261130T140000Z")
    with store.unit(Actor.keyboard()) as unit:
        offers.move(unit, first, NINE + timedelta(hours=1), NINE + HOURS)
    (after,) = read(store, secret)
    assert after["UID"] == before["UID"]
    assert after["DTSTART"] == "20261130T100000Z"
    assert int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1


def test_control_time_that_is_given_back_and_claimed_anew_is_another_entry(store, rosa):
    who, cafe = rosa
    secret = address(store, who)
    first = claim(store, who, cafe)
    (before,) = read(store, secret)
    with store.unit(Actor.keyboard()) as unit:
        offers.release(unit, first.id)
    assert read(store, secret) == []
    claim(store, who, cafe)
    (after,) = read(store, secret)
    assert after["UID"] != before["UID"]


def test_calendar_holds_work_alone_and_names_when_what_and_where(store, rosa):
    who, cafe = rosa
    secret = address(store, who)
    claim(store, who, cafe)
    for day, purpose in enumerate((Purpose.LEAVE, Purpose.OTHER, Purpose.SESSION, Purpose.BOOKING), 1):
        claim(store, who, None, NINE + timedelta(days=day), purpose, MARKER)
    (entry,) = read(store, secret)
    assert set(entry) == {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "LOCATION"}
    assert (entry["SUMMARY"], entry["LOCATION"]) == ("Kitchen", r"Tideline Café\, by the sea")
    assert not any(word in str(entry) for word in (MARKER, "Rosa", "Delgado", who.id))


def test_changed_address_opens_and_the_old_one_leads_nowhere(store, rosa):
    who, cafe = rosa
    old = address(store, who)
    claim(store, who, cafe)
    new = address(store, who)
    assert len(read(store, new)) == 1
    with pytest.raises(NotFound):
        read(store, old)
    with store.unit(who) as unit:
        feeding.end_address(unit)
    with pytest.raises(NotFound):
        read(store, new)


def test_secret_is_kept_as_a_digest_alone(store, rosa):
    secret = address(store, rosa[0])
    with store.unit(Actor.keyboard(), writing=False) as unit:
        (kept,) = unit.find(FEEDS)
    assert isinstance(kept, Feed)
    assert (secret in str(kept), kept.seal) == (False, seal_of(secret))
    assert path_of(secret) == f"/calendar/{secret}"
    assert len(secret) == 40


def test_nobody_makes_an_address_for_somebody_with_a_helper_beside_her(store, rosa):
    helped = Actor.person(rosa[0].id, rosa[0].name, helper="somebody")
    with store.unit(helped) as unit, pytest.raises(NotWithAHelper):
        feeding.make_address(unit)


def test_erased_person_has_no_calendar(store, rosa):
    secret = address(store, rosa[0])
    with store.unit(Actor.keyboard()) as unit:
        feeding.forget_feed(unit, rosa[0].id)
    with pytest.raises(NotFound):
        read(store, secret)


def test_words_of_a_label_can_neither_begin_a_line_nor_an_entry():
    wish = Claim(
        id="1",
        resource="r",
        starts=NINE,
        ends=NINE + HOURS,
        purpose=Purpose.WORK,
        label="Tea\r\nATTENDEE:x; more, \\ " + "é" * 50,
    )
    text = written([wish], {}, "Us", NINE)
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    whole = text.replace("\r\n ", "").split("\r\n")
    (summary,) = (line for line in whole if line.startswith("SUMMARY"))
    assert summary == r"SUMMARY:Tea ATTENDEE:x\; more\, \\ " + "é" * 50
    assert not any(line.startswith("ATTENDEE") for line in whole)


@pytest.mark.parametrize(
    ("day", "starts"),
    [
        (date(2026, 3, 28), "20260328T090000Z"),
        (date(2026, 3, 29), "20260329T080000Z"),
        (date(2026, 10, 24), "20261024T080000Z"),
        (date(2026, 10, 25), "20261025T090000Z"),
    ],
)
def test_nine_on_the_wall_is_the_right_moment_on_both_sides_of_a_clock_change(day, starts):
    nine = at(day, time(9), LONDON)
    one = Claim(id="1", resource="r", starts=nine, ends=nine + HOURS, purpose=Purpose.WORK, label="Tea")
    assert f"\r\nDTSTART:{starts}\r\n" in written([one], {}, "Us", NINE)


@given(st.text(max_size=80), st.text(max_size=60))
def test_whatever_is_written_in_it_a_calendar_keeps_the_rules_of_its_lines(label, place):
    one = Claim(
        id="1", resource="r", business="b", starts=NINE, ends=NINE + HOURS, purpose=Purpose.WORK, label=label
    )
    text = written([one], {"b": place}, place, NINE)
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(0 < len(line.encode()) <= 75 for line in lines)
    assert not any(sign in line for line in lines for sign in "\r\n\x00")
    whole = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert all(re.match(r"[A-Z-]+[;:]", line) for line in whole)
    begun = [line for line in whole if line.startswith(("BEGIN:", "END:"))]
    assert begun == ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR"]


def test_calendars_that_say_the_same_have_one_tag_and_others_another():
    one = Claim(id="1", resource="r", starts=NINE, ends=NINE + HOURS, purpose=Purpose.WORK, label="Tea")
    later = attrs.evolve(one, starts=NINE + timedelta(minutes=30))
    said = [
        written(claims, {}, "Us", NINE + after) for after in (HOURS, 2 * HOURS) for claims in ([one], [later], [])
    ]
    assert len({tag_of(text) for text in said}) == 3
