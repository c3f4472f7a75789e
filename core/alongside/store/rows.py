"""Rows: which value stands in which table, and the way from one to the other.

A value's fields have the names of the table's columns. Enums, dates and nested values are converted by
cattrs; nothing else happens between a row and its value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum
from functools import cached_property
from typing import Any, Generic, TypeVar

import attrs
import cattrs
import sqlalchemy as sa
from cattrs.preconf.json import make_converter

T = TypeVar("T", bound=attrs.AttrsInstance)


def _plain_converter() -> cattrs.Converter:
    """For columns that the database types itself: dates stay dates."""
    converter = cattrs.Converter()
    for kind in (datetime, date, time):
        converter.register_structure_hook(kind, lambda value, _: value)
    return converter


def _nested_converter() -> cattrs.Converter:
    """For JSON columns: times as ISO text, sets in order so that equal values are equal bytes."""
    converter = make_converter()
    converter.register_unstructure_hook(time, time.isoformat)
    converter.register_structure_hook(time, lambda value, _: time.fromisoformat(value))
    converter.register_unstructure_hook_factory(
        lambda kind: getattr(kind, "__origin__", kind) is frozenset,
        lambda _: lambda value: sorted(converter.unstructure(one) for one in value),
    )
    return converter


_PLAIN = _plain_converter()
_NESTED = _nested_converter()


@attrs.frozen(eq=False)
class Rows(Generic[T]):
    """One kind of value and the table it is kept in.

    ``called`` is what people call one of them. ``about`` names the column that holds whose row it is, or is
    ``None`` where no column refers to a person. ``quiet`` rows leave who and which day in the audit trail,
    never a value: a ballot. ``unsaid`` rows leave nothing there: they hold nothing about anybody, but that
    something was done before, or is still going on.
    """

    kind: type[T]
    table: sa.Table
    called: str = attrs.field(kw_only=True)
    about: str | None = attrs.field(default=None, kw_only=True)
    quiet: bool = attrs.field(default=False, kw_only=True)
    unsaid: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Resolve the value's annotations once, so that rows can be turned into typed fields."""
        attrs.resolve_types(self.kind)
        if self.about is not None and self.about not in self.table.columns:
            raise ValueError(f"{self.table.name} has no column {self.about!r} that could say whose row it is")

    def to_row(self, value: T) -> dict[str, Any]:
        """Return the value as its table's columns."""
        row = {}
        for field in attrs.fields(self.kind):
            item = getattr(value, field.name)
            if isinstance(self.table.columns[field.name].type, sa.JSON):
                row[field.name] = None if item is None else _NESTED.unstructure(item, field.type)
            else:
                row[field.name] = item.value if isinstance(item, Enum) else item
        return row

    def from_row(self, row: Any) -> T:
        """Return a row of the table as its value, which checks itself again."""
        return self.kind(**{name: turn(row[name], kind) for name, turn, kind in self._turned})

    @cached_property
    def _turned(self) -> tuple[tuple[str, Callable[[Any, Any], Any], Any], ...]:
        """Each field with what turns its column into it: looked for once, as every page reads many rows."""
        return tuple(self._turning(field) for field in attrs.fields(self.kind))

    def _turning(self, field: attrs.Attribute[Any]) -> tuple[str, Callable[[Any, Any], Any], Any]:
        nested = isinstance(self.table.columns[field.name].type, sa.JSON)
        converter = _NESTED if nested else _PLAIN
        return field.name, converter.get_structure_hook(field.type), field.type
