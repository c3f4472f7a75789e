"""A real enterprise on each database: a steward, a manager, two members, and a tablet that cards open."""

import sys
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

import attrs
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
from alongside.sign_in import offers
from alongside.sign_in.actions import cards as card_actions
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.tables import all_lines
from alongside.web.application import build
from alongside.web.cookies import CARD, DEVICE, SESSION, received

sys.path.insert(0, str(Path(__file__).parent))  # what these tests share stands beside them

JOINED = date(2024, 9, 2)
TABLET = "secret-of-the-tablet"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
NAMES = {
    "nia": "Nia Castell",
    "marcus": "Marcus Bell",
    "sam": "Sam Whitlock",
    "ada": "Ada Nwosu",
    "priya": "Priya Raman",
}


class Clock:
    """A clock that a test may move."""

    now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@attrs.frozen
class Place:
    """The enterprise that was opened, and its people's ids by first name."""

    house: object
    cafe: str
    ids: dict

    def __getattr__(self, name):
        try:
            return self.ids[name]
        except KeyError as unknown:
            raise AttributeError(name) from unknown

    def acting(self, who, **more):
        actor = Actor.person(self.ids[who], NAMES[who]) if who in self.ids else Actor.keyboard()
        return self.house.store.unit(actor, **more)

    def keyboard(self):
        return self.house.store.unit(Actor.keyboard())

    def card_for(self, who, by="nia"):
        """Give somebody a card; return its secret."""
        with self.acting(by) as unit:
            (planned,) = card_actions.plan_cards(unit, [self.ids[who]])
            card_actions.issue_cards(unit, [planned])
        return planned.secret

    def device(self, secret=TABLET, **more):
        """Enrol a device with a secret that a test knows."""
        with self.keyboard() as unit:
            offers.enrol(unit, "The tablet in the café", secret, **more)
        return secret

    def sessions(self, who):
        """The sessions of somebody that go on."""
        with self.keyboard() as unit:
            return [one for one in offers.every_session(unit, self.ids[who]) if one.ended is None]


@pytest.fixture
def place(databases, engine_name, tmp_path, clock):
    home = tmp_path / "home"
    home.mkdir()
    house = House(
        Settings(home, databases.fresh(engine_name, all_lines())), core_parts(), Found((), ()), clock=clock
    )
    prepare(house)
    ids = {}
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        cafe = enterprise.add_business(unit, "Tideline Café", "", opened=JOINED)
        for key, name in NAMES.items():
            ids[key] = people.add_person(unit, Person(id=unit.new_id(), name=name, joined=JOINED)).id
        enterprise.give_role(unit, ids["nia"], "steward", first_day=JOINED)
        enterprise.give_role(unit, ids["marcus"], "manager", cafe.id, first_day=JOINED)
        for member in ("sam", "ada"):
            enterprise.give_role(unit, ids[member], "member", first_day=JOINED)
        enterprise.give_role(unit, ids["priya"], "supporter", first_day=JOINED)
    yield Place(house, cafe.id, ids)
    house.close()


class Tablet(Browser):
    """A browser that knows what it holds."""

    def held(self, name):
        return received({one.name: one.value or "" for one in self.cookies.jar}, self.reached).get(name, "")

    def hold(self, name, value):
        self.keep(name, value)

    @property
    def session(self):
        return self.held(SESSION)

    @property
    def card(self):
        return self.held(CARD)


@pytest.fixture
def browsers(place):
    """A function that opens another browser; ``device`` is the secret of one that cards open."""
    with ExitStack() as ending:

        def another(device="", who=""):
            browser = ending.enter_context(Tablet(build(Hosting(place.house))))
            if device:
                browser.hold(DEVICE, device)
            if who:
                with place.keyboard() as unit:
                    browser.come_in(offers.begin(unit, place.ids[who], Way.DEMO))
            return browser

        yield another


@pytest.fixture
def tablet(place, browsers):
    """The tablet in the café, with nobody there."""
    return browsers(device=place.device())
