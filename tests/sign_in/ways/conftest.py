"""A real enterprise with two people, on each database, and browsers that are in nobody's session yet."""

import sys
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
from alongside.store import Actor
from alongside.testing.browsing import HERE, Browser
from alongside.web.application import build

sys.path.insert(0, str(Path(__file__).parent))  # what the tests share is a module on disk

from toy_harbour import START, Clock, Straight


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def engine_name(request):
    """SQLite; a test that leans on the database asks for both."""
    return getattr(request, "param", "sqlite")


@pytest.fixture
def house(databases, engine_name, tmp_path, clock):
    settings = Settings(tmp_path, databases.empty(engine_name))
    house = House(settings, core_parts(), Found((), ()), clock=clock)
    prepare(house)
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Harbour Together")
        for id_, name, mail in (
            ("nia", "Nia Castell", "nia@harbour.example"),
            ("sam", "Sam Whitlock", "sam@harbour.example"),
        ):
            people.add_person(unit, Person(id=id_, name=name, email=mail, joined=START.date()))
            enterprise.give_role(unit, id_, "member")
        enterprise.give_role(unit, "nia", "steward")
    yield house
    house.close()


@pytest.fixture
def posted(monkeypatch):
    """The mails that were handed over: who to, and the text."""
    from alongside.house.messages import at_once

    sent = []
    monkeypatch.setattr(at_once, "_hand_over", lambda mail, _: sent.append((mail.to, mail.text)))
    # At once and in this thread, so that a test need not wait.
    monkeypatch.setattr(at_once, "Thread", Straight)
    return sent


@pytest.fixture
def host(house):
    return Hosting(house)


@pytest.fixture
def browse(host):
    """A function that gives somebody a browser."""
    opened = []

    def give(name="a", address=HERE, reached=None):
        browser = Browser(build(host, reached=reached), address=address, reached=reached)
        browser.keep("browser", f"browser-{name}")
        opened.append(browser.__enter__())
        return browser

    yield give
    for browser in opened:
        browser.__exit__(None, None, None)
