"""All that is found by whoever has everything: the database in its rows and its bytes, logs, every backup."""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs
import sqlalchemy as sa

from alongside.house.backups.content import Manifest, Rows, pieces
from alongside.house.backups.key import OpeningKey
from alongside.house.backups.making import make
from alongside.house.backups.sealed import opened
from alongside.house.opening import House

Row = Mapping[str, str]
Tables = Mapping[str, list[Row]]
"""Rows by table, in the order in which they lie there; each value as text."""


DATABASE, LOG = Path("alongside.db"), Path("alongside.db-wal")


@attrs.define
class LeftBehind:
    """What was found: ``tables`` by where they were found, ``files`` by name, and commits one after the other."""

    tables: dict[str, Tables] = attrs.field(factory=dict)
    files: dict[str, bytes] = attrs.field(factory=dict)
    commits: list[Tables] = attrs.field(factory=list)
    """What each commit changed, as the write-ahead log tells it."""


@attrs.define
class Thief:
    """Takes a copy of everything at some moments of a vote; ``key`` opens the backups, of the vote it has none."""

    house: House
    key: OpeningKey
    folder: Path
    found: LeftBehind = attrs.field(factory=LeftBehind)
    since: str = ""
    read: tuple[bytes, int] = (b"", 0)
    """How far the log of a SQLite file was read: the salts of its pages, and the place."""
    before: Tables = attrs.field(factory=dict)

    def begin(self) -> None:
        """Begin a new file of PostgreSQL's write-ahead log: other votes on its server stand in those before."""
        if not self.house.store.is_sqlite:
            self.since = str(self._asked("SELECT pg_walfile_name(pg_current_wal_insert_lsn())"))
            self._asked("SELECT pg_switch_wal()")

    def take(self, moment: str, *, backup: bool = False) -> None:
        """Copy the folder and every row; make a backup as the group does, and open it with its key."""
        home = self.house.home
        taken = {path.relative_to(home): path.read_bytes() for path in home.rglob("*") if path.is_file()}
        self.found.files |= {f"{name} {moment}": content for name, content in taken.items()}
        if self.house.store.is_sqlite:
            self._follow(taken[DATABASE], taken.get(LOG, b""))
            self.found.tables[moment] = self.before
        else:
            self.found.tables[moment] = rows_on_postgresql(self.house.store.engine)
        if backup:
            path = make(self.house, self.folder / f"{moment}.backup".replace(" ", "-")).path
            self.found.tables[f"backup {moment}"] = dict(_rows_in(path, self.key))

    def _follow(self, database: bytes, log: bytes) -> None:
        """Note what each commit has changed since the log was looked at last."""
        salts = log[16:24]
        done = self.read[1] if self.read[0] == salts else -1
        for place, content in states(database, log):
            if place > done and (now := _readable(content)) is not None:
                self.found.commits.append(changed(self.before, now))
                self.before, self.read = now, (salts, place)
        # Of what lies there last, nothing is passed over.
        self.before = rows_in_sqlite(content)

    def take_raw(self) -> None:
        """Take the bytes of a PostgreSQL server: the files of the tables, and its write-ahead log."""
        if self.house.store.is_sqlite:
            return
        data = Path(str(self._asked("SELECT current_setting('data_directory')")))
        if not data.is_dir():
            return  # a server on another machine: its owner alone has its files
        with self.house.store.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("CHECKPOINT")
        every = (
            "SELECT relname, pg_relation_filepath(oid) FROM pg_class WHERE relkind IN ('r', 't') AND relpages >= 0"
        )
        with self.house.store.engine.connect() as connection:
            for name, path in connection.execute(sa.text(every)).all():
                if path and not name.startswith(("pg_", "sql_")):
                    self.found.files[f"file of {name}"] = (data / path).read_bytes()
        self._take_log(data / "pg_wal")

    def _take_log(self, folder: Path) -> None:
        """Take the log since the beginning, and no further than it goes: files of it are used again."""
        now = "pg_walfile_name_offset(pg_current_wal_insert_lsn())"
        last, end = str(self._asked(f"SELECT {now}::text")).strip("()").split(",")
        for segment in sorted(folder.glob("?" * len(last))):
            if self.since < segment.name <= last:
                content = segment.read_bytes()
                self.found.files[f"log {segment.name}"] = content[: int(end)] if segment.name == last else content

    def _asked(self, question: str) -> object:
        with self.house.store.engine.connect() as connection:
            return connection.execute(sa.text(question)).scalar_one()


def _rows_in(backup: Path, key: OpeningKey) -> Iterator[tuple[str, list[Row]]]:
    columns: dict[str, tuple[str, ...]] = {}
    rows: dict[str, list[Row]] = {}
    for piece in pieces(opened(backup, key)):
        if isinstance(piece, Manifest):
            columns = {shape.name: tuple(one.name for one in shape.columns) for shape in piece.shapes}
        elif isinstance(piece, Rows):
            found = [dict(zip(columns[piece.table], map(_text, row), strict=True)) for row in piece.rows]
            rows.setdefault(piece.table, []).extend(found)
    return iter(rows.items())


def _text(value: object) -> str:
    return json.dumps(value) if isinstance(value, list | dict) else str(value)


# --- SQLite


def _readable(content: bytes) -> Tables | None:
    """Return the rows of a state that was put together from a file and its log, None where it is none.

    Pages that went back into the file already are newer than an early commit of the log: where a table has moved
    since, as it does when the file is packed after a count, the two do not fit. Their bytes are looked at as well.
    """
    try:
        return rows_in_sqlite(content)
    except sqlite3.DatabaseError:
        return None


def rows_in_sqlite(content: bytes) -> Tables:
    """Return every row of a database file, in the order of its tables' trees."""
    # What a file says of its log is left out: all that the log held is in it.
    plain = content[:18] + b"\x01\x01" + content[20:]
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(plain)
        names = [one for (one,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: _every(connection, name) for name in names if not name.startswith("sqlite_")}
    finally:
        connection.close()


def _every(connection: sqlite3.Connection, table: str) -> list[Row]:
    cursor = connection.execute(f'SELECT rowid AS "its place", * FROM "{table}" ORDER BY rowid')  # noqa: S608 - a name of ours
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, map(str, row), strict=True)) for row in cursor]


def states(database: bytes, log: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the database as it lies in its file, then as it was after each commit in its log, with the place."""
    yield 0, database
    if len(log) < 32:
        return
    (size,) = struct.unpack(">I", log[8:12])
    salts, content, place = log[16:24], bytearray(database), 32
    while place + 24 + size <= len(log):
        page, pages = struct.unpack(">II", log[place : place + 8])
        if log[place + 8 : place + 16] != salts:
            return
        end = page * size
        content.extend(bytes(max(0, end - len(content))))
        content[end - size : end] = log[place + 24 : place + 24 + size]
        place += 24 + size
        if pages:
            yield place, bytes(content[: pages * size])


def changed(before: Tables, now: Tables) -> Tables:
    """Return the rows that are new or other than they were."""
    found = {}
    for table, rows in now.items():
        there = {tuple(row.values()) for row in before.get(table, [])}
        if new := [row for row in rows if tuple(row.values()) not in there]:
            found[table] = new
    return found


# --- PostgreSQL


def rows_on_postgresql(engine: sa.Engine) -> Tables:
    """Return every row with what the database itself notes beside it: its place, and who wrote and locked it."""
    with engine.connect() as connection:
        names = connection.scalars(sa.text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).all()
        return {name: _beside(connection, name) for name in names}


def _beside(connection: sa.Connection, table: str) -> list[Row]:
    hidden = 'ctid::text AS "its place", xmin::text AS "written by", xmax::text AS "locked by"'
    query = sa.text(f'SELECT {hidden}, * FROM "{table}" ORDER BY ctid')  # noqa: S608 - a name of ours
    return [{name: _text(value) for name, value in row.items()} for row in connection.execute(query).mappings()]
