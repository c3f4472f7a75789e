"""Migrations: one line of numbered steps for the core, one for each plugin, run after it.

Each line has a version table of its own, so that taking one plugin away breaks nobody's upgrade. A plugin
ships its numbered files; the environment in ``store/environment`` runs them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from alongside.refusal import Refusal

if TYPE_CHECKING:
    from alongside.store.store import Store

_ENVIRONMENT = Path(__file__).parent / "environment"


@attrs.frozen(kw_only=True)
class Line:
    """One line of migrations. ``name`` is ``core`` or the plugin's; ``guards`` are SQLite's triggers.

    ``guards`` are ``CREATE TRIGGER IF NOT EXISTS`` statements: SQLite's batch changes drop triggers silently,
    so they are made again after every migration.
    """

    name: str
    folders: tuple[Path, ...]
    guards: tuple[str, ...] = ()

    @property
    def version_table(self) -> str:
        """The table that says how far this line has come."""
        return "alembic_version" if self.name == "core" else f"alembic_version_{self.name}"

    @property
    def newest(self) -> str:
        """The number of the last step on disk, or empty where there is none."""
        steps = [path.name for folder in self.folders for path in folder.glob("[0-9]*_*.py")]
        return max(steps, default="").split("_")[0]


class OutOfPlace(RuntimeError):
    """A plugin's migration made a table whose name does not begin with the plugin's."""

    def __init__(self, line: str, tables: Sequence[str]) -> None:
        names = ", ".join(tables)
        super().__init__(f"The migrations of “{line}” made {names}; its tables must begin with “{line}_”.")


class NewerThanThis(Refusal):
    """The database was brought up to date by a later version of Alongside or of a plugin."""

    def __init__(self, line: Line, version: str) -> None:
        super().__init__(
            f"The database is newer than what is installed: “{line.name}” is at step {version} there, and the "
            f"last step known here is {line.newest}. Install the version that was used before."
        )


def behind(store: Store, lines: Sequence[Line]) -> list[Line]:
    """Return the lines whose database is older than their files. Light: no migration is loaded.

    Raises:
        NewerThanThis: where a line's database is newer.
    """
    with store.engine.connect() as connection:
        inspector = sa.inspect(connection)
        return [line for line in lines if _is_behind(line, _version(connection, inspector, line))]


def _is_behind(line: Line, version: str) -> bool:
    if version > line.newest:  # steps are numbered 0001, 0002, so their order is that of their texts
        raise NewerThanThis(line, version)
    return version < line.newest


def _version(connection: Connection, inspector: Any, line: Line) -> str:
    if not inspector.has_table(line.version_table):
        return ""
    return _step(connection, line.version_table)


def _step(connection: Connection, version_table: str) -> str:
    version = sa.table(version_table, sa.column("version_num"))
    return connection.execute(sa.select(version.c.version_num)).scalar() or ""


def migrate(store: Store, lines: Sequence[Line]) -> list[str]:
    """Bring the database up to date, the core first; return the names of the lines that moved."""
    late = behind(store, lines)
    for line in late:
        with changing(store) as connection:
            before = set(sa.inspect(connection).get_table_names())
            _run(connection, line)
            _check_names(line, set(sa.inspect(connection).get_table_names()) - before)
            run_guards(connection, lines)
    return [line.name for line in late]


def steps(connection: Connection) -> dict[str, str]:
    """Return how far each version table there has come, also those of plugins that are not installed."""
    inspector = sa.inspect(connection)
    tables = [name for name in inspector.get_table_names() if name.startswith("alembic_version")]
    return {name: _step(connection, name) for name in tables}


def make_tables(connection: Connection, lines: Sequence[Line], steps: Mapping[str, str]) -> None:
    """Make the tables of an empty database as they were at ``steps``, by version table.

    Raises:
        NewerThanThis: where a line had come further than it is known here.
    """
    for line in lines:
        step = steps.get(line.version_table, "")
        if step > line.newest:
            raise NewerThanThis(line, step)
        if step:
            _run(connection, line, step)


def _run(connection: Connection, line: Line, to: str = "head") -> None:
    from alembic import command  # heavy, and needed after an upgrade alone
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_ENVIRONMENT))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(str(folder) for folder in line.folders))
    config.attributes.update(connection=connection, version_table=line.version_table)
    command.upgrade(config, to)


def _check_names(line: Line, made: set[str]) -> None:
    strangers = sorted(made - {line.version_table} - {name for name in made if name.startswith(f"{line.name}_")})
    if line.name != "core" and strangers:
        raise OutOfPlace(line.name, strangers)


def run_guards(connection: Connection, lines: Sequence[Line]) -> None:
    """Check references and make the guards anew where a migration dropped them; PostgreSQL needs neither."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"after the migration {len(broken)} rows refer to rows that are gone, e.g. {broken[0]}")
    tables = set(sa.inspect(connection).get_table_names())
    for guard in (guard for line in lines for guard in line.guards):
        if guard.split(" ON ", 1)[1].split()[0] in tables:
            connection.exec_driver_sql(guard)


@contextmanager
def changing(store: Store) -> Iterator[Connection]:
    """Open a transaction for changing tables.

    On SQLite foreign keys are off *before* it begins: batch mode drops and remakes tables that rows refer to.
    """
    with store.turn_to_write(), store.engine.connect() as plain:
        if not store.is_sqlite:
            with plain.begin():
                yield plain
            return
        raw = plain.execution_options(writing=True)
        driver = raw.connection.driver_connection
        assert driver is not None  # noqa: S101 - an open connection has a driver's
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with raw.begin():
                yield raw
        finally:
            driver.execute("PRAGMA foreign_keys = ON")
