"""Columns as the tables of all parts write them: a short word for each type, the same on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from alongside.instants import aware

metadata = sa.MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_name)s_fk",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ix": "%(table_name)s_%(column_0_N_name)s_ix",
        "ck": "%(table_name)s_%(constraint_name)s_check",
    }
)


class Instant(TypeDecorator[datetime]):
    """An instant, kept in UTC; a naive datetime is refused on the way in."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware datetime into what the database keeps."""
        if value is None:
            return None
        moment = aware(value)
        # SQLite compares text: every instant is written in UTC, in one format and without an offset.
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's shape
        """Turn what the database kept into an aware UTC datetime."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None] | None:
        """Return what reads the column: for SQLite's text one step, as a page reads hundreds of instants."""
        return _read if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


def _read(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text + "+00:00")


def table(name: str, *items: Any) -> sa.Table:
    """Return a table in the one metadata that all parts share; ``name`` starts with the part's name and ``_``."""
    return sa.Table(name, metadata, *items)


def key() -> sa.Column[str]:
    """Return the primary key ``id``, an opaque text."""
    return sa.Column("id", sa.Text, primary_key=True)


def version() -> sa.Column[int]:
    """Return the count of changes, by which a unit notices that somebody was faster."""
    return sa.Column("version", sa.Integer, nullable=False)


def reference(name: str, to: str, *, nullable: bool = False) -> sa.Column[str]:
    """Return a reference to another table's ``id``."""
    return sa.Column(name, sa.Text, sa.ForeignKey(f"{to}.id"), nullable=nullable)


def person(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """Return a reference to a person; its table must say by ``about`` whose row it is."""
    return reference(name, "people_person", nullable=nullable)


def business(name: str = "business", *, nullable: bool = False) -> sa.Column[str]:
    """Return a reference to one of the enterprise's businesses."""
    return reference(name, "enterprise_business", nullable=nullable)


def text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    """Return a text."""
    return sa.Column(name, sa.Text, nullable=nullable)


def whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    """Return a whole number."""
    return sa.Column(name, sa.Integer, nullable=nullable)


def pence(name: str, *, nullable: bool = False) -> sa.Column[int]:
    """Return an amount of money in whole pence."""
    return sa.Column(name, sa.Integer, nullable=nullable)


def day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """Return a day of the calendar."""
    return sa.Column(name, sa.Date, nullable=nullable)


def clock(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """Return a wall time; it means an instant only together with a day and a zone."""
    return sa.Column(name, sa.Time, nullable=nullable)


def instant(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    """Return an instant in UTC."""
    return sa.Column(name, Instant, nullable=nullable)


def yes(name: str, *, nullable: bool = False) -> sa.Column[bool]:
    """Return a yes or no."""
    return sa.Column(name, sa.Boolean, nullable=nullable)


def json(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """Return a nested value: tuples, sets and frozen values without a table of their own."""
    return sa.Column(name, sa.JSON(none_as_null=True), nullable=nullable)
