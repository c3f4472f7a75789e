"""Filling an empty database with tables of another, in one transaction: all of it is there in the end, or nothing.

The tables are made by the same migrations as ever, up to the step at which they were copied, so every
constraint has its say over every row. Those of a plugin that is not installed are made from their shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection
from sqlalchemy.schema import AddConstraint, DropConstraint

from alongside.refusal import BadInput, Refusal
from alongside.store.migrate import Line, changing, make_tables, run_guards
from alongside.store.portable import Row, type_named, values_of
from alongside.store.snapshot import Shape, digest_of
from alongside.store.store import Store


class NotTheSame(Refusal):
    """What stands in a database after it was filled is not what was copied."""

    status = 409

    def __init__(self, tables: Sequence[str]) -> None:
        named = ", ".join(tables)
        super().__init__(
            f"What was put back is not what was copied, in: {named}. Nothing of it was kept. Use another copy."
        )


class Filling:
    """A database while it is being filled."""

    def __init__(self, connection: Connection, wanted: Sequence[Shape]) -> None:
        self._connection = connection
        self._shapes = {shape.name: shape for shape in wanted}

    def put(self, table: str, rows: Iterable[Row]) -> None:
        """Put rows into a table."""
        shape = self._shapes[table]
        values = [values_of(shape.columns, row) for row in rows]
        into = sa.table(table, *(column.selected for column in shape.columns))
        if values:
            self._connection.execute(sa.insert(into), values)

    def compare(self, digests: Mapping[str, str]) -> None:
        """Read every table back and compare.

        Raises:
            NotTheSame: naming the tables that are not as they were.
        """
        found = {name: digest_of(self._connection, shape) for name, shape in self._shapes.items()}
        different = sorted(name for name in {*found, *digests} if found.get(name) != digests.get(name))
        if different:
            raise NotTheSame(different)


@contextmanager
def filling(
    store: Store, lines: Sequence[Line], wanted: Sequence[Shape], steps: Mapping[str, str]
) -> Iterator[Filling]:
    """Open an empty database for filling; ``steps`` says how far each version table had come.

    Raises:
        BadInput: where the database is not empty.
    """
    with changing(store) as connection:
        if sa.inspect(connection).get_table_names():
            place = store.engine.url.render_as_string(hide_password=True)
            raise BadInput(f"the database {place} is not empty", remedy="Name one that is new and holds nothing.")
        make_tables(connection, lines, steps)
        _make_missing(connection, wanted)
        _empty(connection, wanted)
        apart = _take_references(connection)
        yield Filling(connection, wanted)
        _give_references(connection, apart)
        _set_counters(connection, wanted)
        run_guards(connection, lines)


def _make_missing(connection: Connection, wanted: Sequence[Shape]) -> None:
    metadata = sa.MetaData()
    metadata.reflect(connection)
    known = set(metadata.tables)
    for shape in wanted:
        if shape.name not in known:
            _table(metadata, shape)
    metadata.create_all(connection, tables=[one for name, one in metadata.tables.items() if name not in known])


def _table(metadata: sa.MetaData, shape: Shape) -> None:
    columns = [
        sa.Column(
            one.name,
            # A counter must be of the one integer type that counts by itself on both.
            sa.Integer() if one.kind == "whole" else _own_type(one.kind),
            nullable=one.nullable,
            primary_key=one.name in shape.key,
        )
        for one in shape.columns
    ]
    references = [sa.ForeignKeyConstraint([here], [f"{to}.{there}"]) for here, to, there in shape.references]
    indexes = [sa.Index(name, *names, unique=unique) for name, names, unique in shape.indexes]
    sa.Table(shape.name, metadata, *columns, *references, *indexes)


def _own_type(kind: str) -> sa.types.TypeEngine[Any]:
    return sa.DateTime(timezone=True) if kind == "instant" else type_named(kind)


def _empty(connection: Connection, wanted: Sequence[Shape]) -> None:
    """Take out what the migrations themselves have put in, such as the step they have come to."""
    for shape in wanted:
        connection.execute(sa.delete(sa.table(shape.name)))


def _take_references(connection: Connection) -> list[sa.ForeignKeyConstraint]:
    """Take references away while rows come in whichever order they come; SQLite has them off by now."""
    if connection.dialect.name == "sqlite":
        return []
    metadata = sa.MetaData()
    metadata.reflect(connection)
    found = [one for table in metadata.tables.values() for one in table.foreign_key_constraints]
    for one in found:
        connection.execute(DropConstraint(one))
    return found


def _give_references(connection: Connection, taken: Sequence[sa.ForeignKeyConstraint]) -> None:
    for one in taken:
        connection.execute(AddConstraint(one, isolate_from_table=False))


def _set_counters(connection: Connection, wanted: Sequence[Shape]) -> None:
    """Let PostgreSQL count on from the highest number there is; SQLite does so by itself."""
    if connection.dialect.name == "sqlite":
        return
    for shape in wanted:
        counted = [one.name for one in shape.columns if one.kind == "whole" and shape.key == (one.name,)]
        for name in counted:
            asked = sa.select(sa.func.pg_get_serial_sequence(f'"{shape.name}"', name))
            sequence = connection.execute(asked).scalar()
            if sequence:
                last = sa.select(sa.func.max(sa.column(name))).select_from(sa.table(shape.name)).scalar_subquery()
                there = sa.func.coalesce(last, 1)
                connection.execute(sa.select(sa.func.setval(sequence, there, last.is_not(None))))
