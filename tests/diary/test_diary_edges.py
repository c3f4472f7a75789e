"""The week's page in both editions, and the commands, over a store with a café, a member and her manager."""

import json
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import attrs
import pytest
import sqlalchemy as sa

from alongside.cli import Desk
from alongside.diary import commands, offers
from alongside.diary.claim import Purpose, Taken
from alongside.diary.pages import week as pages
from alongside.diary.resource import ResourceKind
from alongside.display import Edition
from alongside.display.missing import missing_texts
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.testing.fixtures import NOON
from alongside.web.visit import Form, Visit, Visitor

PARTS = {"diary": "alongside.diary"}
ROSA = Actor.person("rosa", "Rosa")
TODAY = date(2026, 11, 23)


@pytest.fixture(params=["sqlite"])
def engine_name(request):
    """The edges are the same on both databases: what they read is tested elsewhere."""
    return request.param


@pytest.fixture
def week(store, keyboard, rosa):
    """Rosa works in the kitchen today, has a session on Wednesday and is off on all other days."""
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline")
        cafe = enterprise.add_business(unit, "Tideline Café", "", picture="cup")
        people.add_person(unit, Person(id="nia", name="Nia", joined=date(2026, 1, 5)))
        enterprise.give_role(unit, "nia", "manager", cafe.id)
        offers.claim(unit, rosa, NOON, NOON + timedelta(hours=2), Purpose.WORK, "Kitchen", business=cafe.id)
        wednesday = NOON + timedelta(days=2)
        offers.claim(unit, rosa, wednesday, wednesday + timedelta(hours=1), Purpose.SESSION, "Food hygiene")
        offers.add_resource(unit, "Blue Room", ResourceKind.ROOM)
    return store


def visiting(unit, **query):
    return Visit(
        host=SimpleNamespace(parts=(), businesses=lambda _unit: ()),  # nothing waits anywhere
        unit=unit,
        visitor=Visitor(unit.actor, unit.actor.name),
        part="diary",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=TODAY,
        path={},
        query=Form(tuple(query.items())),
    )


def shown(store, edition, **query):
    with store.unit(ROSA, writing=False) as unit:
        return Display(PARTS).render("diary", pages.my_week(visiting(unit, **query)), edition=edition)


def test_standard_week_says_when_what_where_and_whom_to_ask(week):
    html = shown(week, Edition.STANDARD)
    for words in (
        "12:00 to 14:00",
        "Kitchen, Tideline Café",
        "Food hygiene",
        "4 days off",
        "<strong>Nia</strong>",
    ):
        assert words in html.replace("\u00a0", " ")
    assert html.count("card today") == 1


def test_easy_week_says_the_same_in_rows_of_one_sentence(week):
    html = shown(week, Edition.EASY).replace("\u00a0", " ")
    for words in (
        "You finish at <strong>2 o’clock in the afternoon</strong>.",
        "You work at <strong>Tideline Café</strong>.",
        "You have a day off.",
        "Thursday to Sunday",
        "Ask <strong>Nia</strong> about your work.",
    ):
        assert words in html
    assert easy_read_faults(html) == []


def test_week_is_worded_in_full_in_easy_read():
    assert [missing.keys for missing in missing_texts(PARTS)] == [()]


def test_week_without_plans_says_so_and_has_no_today(week):
    html = shown(week, Edition.EASY, **{"from": "2026-12-02"})
    assert "You have no plans this week." in html
    assert "card today" not in html


def test_week_asked_for_by_no_date_is_refused(week):
    with pytest.raises(BadInput, match="“soon” is no date"):
        shown(week, Edition.STANDARD, **{"from": "soon"})


@attrs.frozen
class Opened:
    """An enterprise as a desk needs it."""

    store: object

    def actor(self, _name):
        return Actor.keyboard()

    def zone(self):
        return LONDON

    def today(self):
        return TODAY


@pytest.fixture
def desk(week):
    return Desk(lambda: Opened(week), as_json=True)


def test_week_command_tells_days_times_and_places(desk, capsys):
    commands.week(desk, "Rosa", None)
    told = json.loads(capsys.readouterr().out)
    assert told["title"].replace("\u00a0", " ") == "Rosa, week from Monday 23 November 2026"
    assert [row["What"] for row in told["rows"]] == ["Kitchen", "Food hygiene"]
    assert (told["rows"][0]["From"], told["rows"][0]["Where"]) == ("12:00", "Tideline Café")


def test_week_command_at_the_keyboard_asks_for_a_name(desk):
    with pytest.raises(BadInput, match="(?i)nobody is named. Say whose week"):
        commands.week(desk, None, None)


def test_closed_room_is_told_and_left_out_of_what_is_free(desk, capsys):
    noon, four = datetime(2026, 11, 24, 12), datetime(2026, 11, 24, 16)  # noqa: DTZ001 - wall times, as typed
    commands.close(desk, "Blue Room", noon, four, "New floor")
    assert json.loads(capsys.readouterr().out)["resource"] == "Blue Room"
    commands.free(desk, "blue room", noon, 1, 8.0)
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [(row["From"], row["To"]) for row in rows] == [("00:00", "12:00"), ("16:00", "00:00")]
    with pytest.raises(Taken, match="New floor"):
        commands.close(desk, "Blue Room", noon, four, "Again")


def test_closure_that_ends_before_it_begins_is_refused(desk):
    noon = datetime(2026, 11, 24, 12)  # noqa: DTZ001 - wall time, as typed
    with pytest.raises(BadInput, match="--to: .* is not later than"):
        commands.close(desk, "Blue Room", noon, noon, "Never")


@pytest.mark.parametrize("more", [0, 5])
def test_week_asks_as_little_however_much_stands_in_it(week, keyboard, rosa, more):
    with week.unit(keyboard) as unit:
        cafe = enterprise.businesses(unit)[0]
        for hour in range(3, 3 + more):
            starts = NOON + timedelta(hours=hour)
            offers.claim(unit, rosa, starts, starts + timedelta(hours=1), Purpose.WORK, "Till", business=cafe.id)
    asked = []
    with week.unit(ROSA, writing=False) as unit:
        sa.event.listen(week.engine, "before_cursor_execute", lambda *_: asked.append(1))
        pages.my_week(visiting(unit))
    assert len(asked) < 12
