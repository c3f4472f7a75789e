"""An enterprise with two stalls, of a toy kind that has sheets of every sort, and who may have which pack."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import Found
from alongside.house.hosting import Hosting
from alongside.house.opening import House
from alongside.house.preparing import prepare
from alongside.house.settings import Settings
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.plugin import Plugin
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.tables import all_lines
from alongside.web.application import build

sys.path.insert(0, str(Path(__file__).parent))  # what these tests share stands beside them

from toy_stall import ANA, JOINED, MO, NIA, NOTHING, PEOPLE_THERE, SAM, WALL

SHEETS = """
from alongside.display import View
from alongside.people import offers as people

def people_there(unit, business, day):
    names = people.names_of(unit, [one.id for one in people.everybody(unit)])
    return (View("people.html", "People", {"names": sorted(names.values()), "where": business.name, "day": day}),)

def on_the_wall(unit, business, day):
    return (View("wall.html", "Wall", {"day": day}), View("wall.html", "Wall", {"day": day}))

def nothing(unit, business, day):
    return ()

def raises(unit, business, day):
    people.everybody(unit)
    raise ValueError("Sam Whitlock has no address")

def raises_halfway(unit, business, day):
    half = View("people.html", "Half", {"names": ["Half a list"], "where": "", "day": day})
    return (half, View("no.html", "No"))
"""
TEMPLATES = {
    "people.html": "<p>{{ where }} {{ day|day }}</p><ul>{% for one in names %}<li>{{ one }}</li>{% endfor %}</ul>",
    "wall.html": '{% from "display/wall.html" import wall_sheet %}'
    '{% call wall_sheet("Tuesday", day|day(weekday=False), "A stall") %}<p>Rows</p>{% endcall %}',
}


class Clock:
    """A clock that a test may move."""

    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def stall(tmp_path, monkeypatch):
    """The toy kind of business; ``sheets`` may name others of its sheets."""
    package = f"toy_stall_{tmp_path.name}".replace("-", "_")
    folder = tmp_path / "parts" / package
    (folder / "templates").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "sheets.py").write_text(SHEETS)
    for name, text in TEMPLATES.items():
        (folder / "templates" / name).write_text(text)
    monkeypatch.syspath_prepend(str(folder.parent))

    def described(*sheets):
        return Plugin(
            name="stall",
            title="Stall",
            picture="shop",
            package=package,
            api=(1, 2),
            permissions=("see", "plan"),
            day_sheets=sheets,
        )

    return described


@pytest.fixture
def opened_with(databases, engine_name, tmp_path, stall, clock):
    """A function that opens the enterprise with some sheets of the toy kind."""
    houses = []

    def opened(*sheets, core=()):
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        lines = all_lines()
        parts = (*core_parts(), *core)
        house = House(
            Settings(home, databases.fresh(engine_name, lines)), parts, Found((stall(*sheets),), ()), clock=clock
        )
        houses.append(house)
        prepare(house)
        _fill(house)
        return house

    yield opened
    for house in houses:
        house.close()


def _fill(house):
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        for who, name in ((NIA, "Nia Castell"), (MO, "Mo Post"), (ANA, "Ana Gill"), (SAM, "Sam Whitlock")):
            email = f"{who}@tideline.example"
            people.add_person(
                unit, Person(id=who, name=name, email=email, phone=f"01632 96010{len(who)}", joined=JOINED)
            )
        first = enterprise.add_business(unit, "Quay Stall", "stall", opened=JOINED)
        second = enterprise.add_business(unit, "Hill Stall", "stall", opened=JOINED)
        enterprise.give_role(unit, NIA, "steward", first_day=JOINED)
        enterprise.give_role(unit, MO, "manager", first.id, first_day=JOINED)
        enterprise.give_role(unit, ANA, "manager", second.id, first_day=JOINED)
        enterprise.give_role(unit, SAM, "member", first_day=JOINED)


@pytest.fixture
def house(opened_with):
    return opened_with(PEOPLE_THERE, WALL, NOTHING)


@pytest.fixture
def visit():
    """A function that opens the pages of a house as a person."""
    browsers = []

    def come(house, person):
        browser = Browser(build(Hosting(house)))
        browsers.append(browser)
        browser.__enter__()
        with house.store.unit(Actor.keyboard()) as unit:
            browser.come_in(sign_in.begin(unit, person, Way.DEMO))
        return browser

    yield come
    for one in browsers:
        one.__exit__(None, None, None)
