"""Where a name still stands: sentences that others typed are theirs, so they are found and not changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from alongside.store.columns import metadata


def mentions(connection: Connection, name: str, person: str) -> dict[str, int]:
    """Return how many rows of each part say ``name``, leaving out the rows that are the person's own.

    Rows of her own are kept because the law asks for it, and stand on a list of their own.
    """
    there = set(sa.inspect(connection).get_table_names())
    found: dict[str, int] = {}
    for table in sorted(metadata.tables.values(), key=lambda table: table.name):
        saying = [condition for column in table.columns for condition in _saying(column, name)]
        if table.name in there and saying:
            others = [column.is_(None) | (column != person) for column in _persons(table)]
            query = sa.select(sa.func.count()).select_from(table).where(sa.or_(*saying), *others)
            rows = connection.execute(query).scalar_one()
            part = "audit trail" if table.name == "store_audit" else table.name.split("_")[0]
            found[part] = found.get(part, 0) + rows
    return {part: rows for part, rows in found.items() if rows}


def _saying(column: sa.Column[Any], name: str) -> Iterator[sa.ColumnElement[bool]]:
    if isinstance(column.type, sa.JSON):
        # JSON may write an accent as \u00e9.
        text = sa.cast(column, sa.Text)
        yield from (text.contains(way, autoescape=True) for way in {name, json.dumps(name)[1:-1]})
    elif isinstance(column.type, sa.Text):
        yield column.contains(name, autoescape=True)


def _persons(table: sa.Table) -> list[sa.Column[Any]]:
    """The columns that say whose row it is: references to people, or the audit trail's own."""
    named = [
        column
        for key in table.foreign_keys
        if key.target_fullname == "people_person.id"
        for column in [key.parent]
    ]
    return named + [column for column in table.columns if column.name == "about"]
