"""A snapshot: every table as it was at one moment, while others go on writing.

On SQLite a reading transaction sees one moment of the write-ahead log; on PostgreSQL one that is read only and
repeatable does. Nobody is kept waiting by either. Tables are found by looking, so those of a plugin that is
not installed are among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from alongside.store.portable import Column, Digest, kind_of, line_of

_AT_ONCE = 1000


@attrs.frozen(kw_only=True)
class Shape:
    """What a table looks like: enough to read it, and to make it where its plugin is not there to do so.

    ``references`` are (column, table, column there); ``indexes`` are (name, columns, unique).
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    references: tuple[tuple[str, str, str], ...] = ()
    indexes: tuple[tuple[str, tuple[str, ...], bool], ...] = ()


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that sees one moment from its first question to its last."""
    options: dict[str, Any] = {}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect() as plain:
        connection = plain.execution_options(**options)
        with connection.begin():
            yield connection


def shapes(connection: Connection) -> tuple[Shape, ...]:
    """Return the shape of every table, by name."""
    inspector = sa.inspect(connection)
    return tuple(_shape(inspector, name) for name in sorted(inspector.get_table_names()))


def _shape(inspector: Any, name: str) -> Shape:
    columns = [one for one in inspector.get_columns(name) if not one.get("computed")]
    uniques = [(one["name"], tuple(one["column_names"]), True) for one in inspector.get_unique_constraints(name)]
    # What keeps two claims from overlapping is an index to PostgreSQL, and none that another database has.
    plain = [one for one in inspector.get_indexes(name) if not one.get("duplicates_constraint")]
    indexes = [(one["name"], tuple(one["column_names"]), bool(one["unique"])) for one in plain]
    return Shape(
        name=name,
        columns=tuple(
            Column(one["name"], kind_of(name, one["name"], one["type"]), bool(one["nullable"])) for one in columns
        ),
        key=tuple(inspector.get_pk_constraint(name)["constrained_columns"]),
        # In order: SQLite tells them in that of a table made anew, which is another one each time.
        references=tuple(
            sorted(
                (here, one["referred_table"], there)
                for one in inspector.get_foreign_keys(name)
                for here, there in zip(one["constrained_columns"], one["referred_columns"], strict=True)
            )
        ),
        indexes=tuple(one for one in (*uniques, *indexes) if None not in one[1]),
    )


def lines_of_table(connection: Connection, shape: Shape) -> Iterator[str]:
    """Yield each row of a table as a line, a thousand at a time in memory."""
    columns = [column.selected for column in shape.columns]
    query = sa.select(*columns).select_from(sa.table(shape.name))
    for row in connection.execute(query.execution_options(stream_results=True, yield_per=_AT_ONCE)):
        yield line_of(row)


def digest_of(connection: Connection, shape: Shape) -> str:
    """Return the digest of a table as it is now."""
    digest = Digest()
    for line in lines_of_table(connection, shape):
        digest.add(line)
    return digest.hex
