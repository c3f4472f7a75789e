"""Rows in a shape that both databases share: what a backup holds, and by what two copies are compared.

A column is one of a few kinds; a row is a JSON list. The digest of a table does not depend on the order of its
rows, as the two databases sort texts differently.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import attrs
import sqlalchemy as sa

from alongside.store.columns import Instant

Row = list[Any]

# In this order: a yes or no is a kind of whole number to some databases, an instant a kind of day to none.
_KINDS: tuple[tuple[str, type[sa.types.TypeEngine[Any]], sa.types.TypeEngine[Any]], ...] = (
    ("json", sa.JSON, sa.JSON(none_as_null=True)),
    ("yes", sa.Boolean, sa.Boolean()),
    ("whole", sa.Integer, sa.BigInteger()),
    ("instant", sa.DateTime, Instant()),
    ("day", sa.Date, sa.Date()),
    ("clock", sa.Time, sa.Time()),
    ("bytes", sa.LargeBinary, sa.LargeBinary()),
    ("real", sa.Float, sa.Float()),
    ("exact", sa.Numeric, sa.Numeric()),
    ("text", sa.String, sa.Text()),
)

_BACK: Mapping[str, Callable[[str], Any]] = {
    "instant": datetime.fromisoformat,
    "day": date.fromisoformat,
    "clock": time.fromisoformat,
    "bytes": base64.b64decode,
    "exact": Decimal,
}


class NoSuchKind(TypeError):
    """A column holds something that a backup cannot hold; the message names it."""


@attrs.frozen
class Column:
    """A column by its name and kind."""

    name: str
    kind: str
    nullable: bool

    @property
    def selected(self) -> sa.ColumnClause[Any]:
        """The column as it is read and written, the same on both databases."""
        return sa.column(self.name, type_named(self.kind))


def kind_of(table: str, name: str, found: sa.types.TypeEngine[Any]) -> str:
    """Return the kind of a column whose type a database told.

    Raises:
        NoSuchKind: where no kind holds it.
    """
    for kind, told, _ in _KINDS:
        if isinstance(found, told):
            return kind
    raise NoSuchKind(f"{table}.{name} is of the type {found!r}, which a backup cannot hold")


def type_named(kind: str) -> sa.types.TypeEngine[Any]:
    """Return the type of a kind."""
    return {name: type_ for name, _, type_ in _KINDS}[kind]


def line_of(row: Sequence[Any]) -> str:
    """Return a row as one line of JSON: equal rows are equal lines, whichever database they come from."""
    return _encoder.encode(list(row))


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, Decimal):
        return str(value.normalize())
    if isinstance(value, date | time):  # an instant is a date to Python too
        return value.isoformat()
    raise NoSuchKind(f"{type(value).__name__} cannot be kept in a backup")


_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def values_of(columns: Sequence[Column], row: Row) -> dict[str, Any]:
    """Return the values of a row as its database takes them."""
    found = {}
    for column, value in zip(columns, row, strict=True):
        back = _BACK.get(column.kind)
        found[column.name] = back(value) if back and value is not None else value
    return found


class Digest:
    """How many rows there were, and a sum over the hash of each: the same for the same rows in any order."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, line: str) -> None:
        """Take in one row."""
        self.rows += 1
        self._sum += int.from_bytes(hashlib.sha256(line.encode()).digest())

    @property
    def hex(self) -> str:
        """The digest in writing."""
        return f"{self.rows}:{self._sum % 2**256:064x}"
