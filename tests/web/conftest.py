"""A toy enterprise on each database, and a browser's client for it."""

import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alongside.testing.browsing import Browser
from alongside.web.application import build

sys.path.insert(0, str(Path(__file__).parent))  # the toys are packages on disk, as real parts are

HERE = "http://127.0.0.1:8765"


@pytest.fixture
def engine_name(request):
    """SQLite; a test that leans on the database asks for both."""
    return getattr(request, "param", "sqlite")


@pytest.fixture
def house(databases, engine_name):
    from toy_house import ToyHouse

    house = ToyHouse(databases.empty(engine_name), lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    yield house
    house.store.close()


@pytest.fixture
def browser(house):
    """A client as a browser is: it says where its forms stand and follows redirects."""
    with Browser(build(house), address=HERE) as client:
        client.headers["origin"] = HERE
        yield client


@pytest.fixture
def as_rosa(browser):
    browser.post("/who", data={"person": "p1"})
    return browser


@pytest.fixture
def as_idris(browser):
    browser.post("/who", data={"person": "p2"})
    return browser


@pytest.fixture
def asking(house, sent_from):
    """A function that opens a client for the toy enterprise: reached in this way, asked from that address."""
    with ExitStack() as open_clients:

        def client(reached, base_url, sender="127.0.0.1"):
            app = sent_from(sender, build(house, reached=reached))
            return open_clients.enter_context(Browser(app, address=base_url, reached=reached))

        yield client


@pytest.fixture
def sent_from():
    """A function: the application as it is when everything comes from one network address."""

    def wrapped(address, app):
        async def from_there(scope, receive, send):
            await app({**scope, "client": (address, 50_000)} if scope["type"] == "http" else scope, receive, send)

        return from_there

    return wrapped
