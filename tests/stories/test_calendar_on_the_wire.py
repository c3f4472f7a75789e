"""A calendar program asks for somebody's work, again and again: it is sent what has changed, and nothing twice."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.diary import offers as diary
from alongside.diary.actions import feeding
from alongside.house.hosting import Hosting
from alongside.people import offers as people
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.web.application import build

ADDRESS = "http://127.0.0.1"


@pytest.fixture
def sam(own_demo, opened):
    """A demo, Sam in it, and a calendar program with the address of his work."""
    house = opened(own_demo)
    with house.reading() as unit:
        person = people.find_person(unit, "Sam Whitlock")
    who = Actor.person(person.id, person.name)
    with house.store.unit(who) as unit:
        secret = feeding.make_address(unit)
    with Browser(build(Hosting(house)), address=ADDRESS) as program:
        yield house, who, program, f"/calendar/{secret}"


def ask(program, path, tag=""):
    return program.get(path, headers={"if-none-match": tag} if tag else {})


def test_program_that_has_the_calendar_is_told_so_until_something_changes(sam):
    house, who, program, path = sam
    first = ask(program, path)
    assert (first.status_code, first.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    tag = first.headers["etag"]
    for has in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
        again = ask(program, path, has)
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    starts = datetime.now(UTC) + timedelta(days=300)
    with house.store.unit(Actor.keyboard()) as unit:
        new = diary.claim(unit, who.id, starts, starts + timedelta(hours=4), diary.Purpose.WORK, "Kitchen")
    changed = ask(program, path, tag)
    assert changed.status_code == 200
    assert f"UID:{new.id}@alongside" in changed.text
    assert ask(program, path, changed.headers["etag"]).status_code == 304
    with house.store.unit(Actor.keyboard()) as unit:
        diary.release(unit, new.id)
    cancelled = ask(program, path, changed.headers["etag"])
    assert cancelled.status_code == 200
    assert new.id not in cancelled.text


def test_program_that_knows_nothing_of_tags_is_sent_the_whole(sam):
    _house, _who, program, path = sam
    answered = program.get(path, headers={"if-modified-since": "Sun, 01 Nov 2099 00:00:00 GMT"})
    assert answered.status_code == 200
    assert answered.text.endswith("END:VCALENDAR\r\n")


def test_address_that_was_ended_leads_nowhere_even_for_who_has_the_calendar(sam):
    house, who, program, path = sam
    tag = ask(program, path).headers["etag"]
    with house.store.unit(who) as unit:
        feeding.end_address(unit)
    assert ask(program, path, tag).status_code == 404
    assert ask(program, path, "*").status_code == 404
