"""The store of one enterprise: opens units of work on its database and takes care that they end well."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from alongside.refusal import Refusal
from alongside.store import audit
from alongside.store.actor import Actor
from alongside.store.arrival import Arrival
from alongside.store.engine import engine_for
from alongside.store.unit import Dispatch, Rights, Unit


class NotCleanYet(Refusal):
    """What was erased is out of the record, but its bytes may still stand in the database's files."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            "What was erased is gone from the record, but its files could not be cleaned while somebody reads "
            "them. It is done when this enterprise is opened next."
        )


class Silent:
    """A dispatch with nobody to tell; what a store has until the house has found its parts."""

    def tell(self, unit: Unit, event: str, facts: Mapping[str, Any]) -> tuple[str, ...]:  # noqa: ARG002 - the shape of a dispatch
        """Tell nobody."""
        return ()

    def collect(self, unit: Unit, event: str, facts: Mapping[str, Any]) -> list[tuple[str, Any]]:  # noqa: ARG002 - the shape of a dispatch
        """Return no answers."""
        return []


def _no_rights(_: Unit) -> Rights:
    return {}


def _fresh_id() -> str:
    # Random rather than ordered by time: the order of ids must not tell who did something first.
    return uuid.uuid4().hex


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """One enterprise's database. ``clock`` and ``ids`` are given by tests and by the demo."""

    def __init__(
        self,
        url: str,
        *,
        dispatch: Dispatch | None = None,
        rights: Callable[[Unit], Rights] = _no_rights,
        clock: Callable[[], datetime] = _utc_now,
        ids: Callable[[], str] = _fresh_id,
    ) -> None:
        self.engine: Engine = engine_for(url)
        self.dispatch = dispatch or Silent()
        self.rights = rights
        self.clock = clock
        self.ids = ids
        self._arrival = _arrival(self.engine)
        self._open = threading.local()

    @contextmanager
    def unit(self, actor: Actor, *, writing: bool = True) -> Iterator[Unit]:
        """Open a unit of work: committed at the end, undone if anything is raised.

        Raises:
            RuntimeError: where this thread has a unit open already; it would wait for itself for ever.
        """
        if getattr(self._open, "held", False):
            raise RuntimeError("a unit is open already in this thread; pass it on instead of opening another")
        self._open.held = True
        try:
            with self._turn(writing=writing), self._transaction(writing) as connection:
                yield from self._work(connection, actor, writing)
            if writing and self._seals_after_commit:
                self.seal()
        finally:
            self._open.held = False

    def _work(self, connection: Connection, actor: Actor, writing: bool) -> Iterator[Unit]:  # noqa: FBT001 - private
        unit = Unit(connection, actor, self.clock(), dispatch=self.dispatch, ids=self.ids, writing=writing)
        unit.learn_rights(self.rights(unit))
        yield unit
        if writing:
            unit.save_trail()
            if not self._seals_after_commit:
                audit.seal(connection)

    def seal(self) -> None:
        """Join waiting audit entries to the chain, also those whose own process ended too early."""
        with self.turn_to_write(), self._transaction(writing=True) as connection:
            audit.seal(connection)

    def verify(self, noted: str = "") -> audit.Verdict:
        """Walk the audit chain and say whether it holds; ``noted`` is a head that was written down earlier."""
        with self._transaction(writing=False) as connection:
            return audit.verify(connection, noted)

    def begun(self) -> datetime | None:
        """Return the instant at which something was first written here, None if nothing was."""
        with self._transaction(writing=False) as connection:
            return audit.begun(connection)

    def clean(self) -> None:
        """Take what was deleted out of the database's files too, after somebody was erased.

        Raises:
            NotCleanYet: where somebody reads the database for so long that its files cannot be cleaned.
        """
        with self.turn_to_write(), self.engine.connect() as connection:
            if self.is_sqlite:
                _clean_file(connection.connection.driver_connection)
            else:
                _clean_tables(connection.execution_options(isolation_level="AUTOCOMMIT"))

    @property
    def is_sqlite(self) -> bool:
        """True if the database is one file in the enterprise's folder."""
        return self.engine.dialect.name == "sqlite"

    @property
    def _seals_after_commit(self) -> bool:
        return not self.is_sqlite

    def turn_to_write(self) -> AbstractContextManager[None]:
        """Wait for the turn to write to the file; PostgreSQL needs no turns."""
        return self._arrival.turn() if self._arrival else nullcontext()

    def _turn(self, *, writing: bool) -> AbstractContextManager[None]:
        return self.turn_to_write() if writing else nullcontext()

    @contextmanager
    def _transaction(self, writing: bool) -> Iterator[Connection]:  # noqa: FBT001 - private
        with self.engine.connect() as plain:
            connection = plain.execution_options(writing=writing, **self._read_only(writing))
            with connection.begin():
                yield connection

    def _read_only(self, writing: bool) -> dict[str, Any]:  # noqa: FBT001 - private
        return {} if writing or self.is_sqlite else {"postgresql_readonly": True}

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def _arrival(engine: sa.Engine) -> Arrival | None:
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    return Arrival(Path(f"{engine.url.database}.lock"))


_LOCK_NOT_AVAILABLE = "55P03"
_PATIENCE = 3.0
"""Seconds that the cleaning comes back to a table which somebody reads."""

# Samples of what stood in columns lie in “pg_statistic”; whoever owns the database may write it anew as well.
_TABLES = """
SELECT format('%%I.%%I', schemaname, tablename) FROM pg_tables
WHERE schemaname = current_schema() OR (schemaname, tablename) = ('pg_catalog', 'pg_statistic')
"""


def _clean_tables(plain: Connection) -> None:
    """Write each table anew that nobody reads at the moment, and come back to the others.

    Whoever comes after somebody who waits for a table waits too: so the cleaning does not wait. A limit to waiting
    would be a setting of the session, which a pooler gives to somebody else.
    """
    skipped: list[str] = []
    driver: Any = plain.connection.driver_connection

    def note(said: Any) -> None:
        skipped.append(said.sqlstate)

    driver.add_notice_handler(note)
    try:
        left, until = list(plain.exec_driver_sql(_TABLES).scalars()), time.monotonic() + _PATIENCE
        while left := [table for table in left if not _is_clean(plain, table, skipped)]:
            if time.monotonic() > until:
                raise NotCleanYet
            time.sleep(0.1)
    finally:
        driver.remove_notice_handler(note)


def _is_clean(plain: Connection, table: str, skipped: list[str]) -> bool:
    skipped.clear()
    plain.exec_driver_sql(f"VACUUM (FULL, SKIP_LOCKED) {table}")
    return _LOCK_NOT_AVAILABLE not in skipped


def _clean_file(driver: Any) -> None:
    # When a page splits, SQLite copies rows, and secure_delete misses the copies: the file is written anew.
    driver.execute("VACUUM")
    # Pages are read in moments; somebody who reads for longer is not waited for.
    driver.execute("PRAGMA busy_timeout = 3000")
    try:
        (busy, *_) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        driver.execute("PRAGMA busy_timeout = 30000")
    if busy:
        raise NotCleanYet
