"""An enterprise with somebody on every channel, a part that writes to them, and a mail server on this computer."""

import sys
from pathlib import Path

import attrs
import pytest

from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import Found
from alongside.house.hosting import Hosting
from alongside.house.messages.sending import send
from alongside.house.opening import House
from alongside.house.preparing import prepare
from alongside.house.settings import Settings
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.plugin import Part
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.tables import all_lines
from alongside.web.application import build

sys.path.insert(0, str(Path(__file__).parent))  # what these tests share stands beside them

from toy_mail_server import MailServer
from toy_tideline import CATALOGUE, DAY, EVE, JOINED, LINES, NIA, NOON, PEOPLE, settings_for


class Clock:
    """A clock that a test may move."""

    now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def toy(tmp_path, monkeypatch):
    """A part with two sentences and their Easy Read wordings."""
    package = f"toy_bakery_{tmp_path.name}".replace("-", "_")
    folder = tmp_path / "parts" / package
    (folder / "locale").mkdir(parents=True)
    (folder / "templates").mkdir()
    (folder / "__init__.py").touch()
    (folder / "locale" / "en@easy.po").write_text(CATALOGUE)
    monkeypatch.syspath_prepend(str(folder.parent))
    return Part(name="bakery", title="Bakery", picture="bread", package=package)


@pytest.fixture
def house(databases, engine_name, tmp_path, toy, clock):
    """The enterprise, opened; it is real, so it sends mail, but it names no mail server."""
    home = tmp_path / "home"
    home.mkdir()
    opened = House(
        Settings(home, databases.fresh(engine_name, all_lines())), (*core_parts(), toy), Found((), ()), clock=clock
    )
    prepare(opened)
    with opened.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        enterprise.set_word(unit, "members", "crew")
        for one in PEOPLE:
            people.add_person(unit, one)
        enterprise.give_role(unit, NIA, "steward", first_day=JOINED)
        enterprise.give_role(unit, EVE, "member", first_day=JOINED)
    yield opened
    opened.close()


@pytest.fixture
def write(house):
    """Write one message to each of the people named; return their ids by person."""

    def written(*persons, key="bakery:moves:1", part="bakery", lines=LINES, path=""):
        with house.store.unit(Actor.keyboard()) as unit:
            made = [
                write_to(unit, one, key, part, Sentence(key="The bakery moves"), lines, path=path)
                for one in persons
            ]
        return {one.person: one.id for one in made}

    return written


@pytest.fixture
def sent(house):
    """Send what waits, as the daily round does; return what came of it in words."""

    def go(**options):
        return [came.words for came in send(house, DAY, Actor.daily_round(), **options)]

    return go


@pytest.fixture
def standing(house):
    """Return how each person's message stands, as words: ``{"eve": ("gone", "email")}``."""

    def look():
        with house.reading() as unit:
            return {
                one.person: (one.standing.value, one.channel.value if one.channel else None)
                for one in unit.find(MESSAGES)
            }

    return look


@pytest.fixture
def server():
    with MailServer() as running:
        yield running


@pytest.fixture
def with_mail(house, server):
    """The enterprise with its mail server."""
    house.settings = attrs.evolve(house.settings, mail=settings_for(server))
    return house


@pytest.fixture
def visit(house):
    """A function that opens the pages as a person."""
    with Browser(build(Hosting(house))) as client:

        def as_person(person):
            client.come_in_as(house.store, person)
            return client

        yield as_person
