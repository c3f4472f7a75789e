"""A toy enterprise on each database, and a browser's client for it."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from litestar.testing import TestClient

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
    with TestClient(build(house), base_url=HERE) as client:
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
