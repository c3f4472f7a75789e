"""Rows: which value stands in which table, and the way from one to the other.

A value's fields have the names of the table's columns. Enums, dates and nested values are converted by
cattrs; nothing else happens between a row and its value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from functools import cached_property
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, get_args

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

    def from_row(self, row: Mapping[str, Any]) -> T:
        """Return a row of the table as its value, which checks itself again."""
        return self.from_rows(tuple(row), (row.values(),))[0]

    def from_rows(self, names: Sequence[str], rows: Iterable[Iterable[Any]]) -> list[T]:
        """Return many rows, whose columns come in the order of ``names``, as their values."""
        found = []
        # A column that the value does not know is a fault of its plugin, which `plugin check` names.
        strange = set(names) - {field.name for field in attrs.fields(self.kind)}
        for row in rows:
            fields = dict(zip(names, row, strict=True))
            for name in strange:
                del fields[name]
            for name, turn, kind in self._turned:
                fields[name] = turn(fields[name], kind)
            found.append(self.kind(**fields))
        return found

    @cached_property
    def _turned(self) -> tuple[tuple[str, Callable[[Any, Any], Any], Any], ...]:
        """Each field whose column is not of its type yet, with what turns it: looked for once, rows are many."""
        fields = attrs.fields(self.kind)
        return tuple(self._turning(field) for field in fields if self._nested(field) or not _as_kept(field.type))

    def _turning(self, field: attrs.Attribute[Any]) -> tuple[str, Callable[[Any, Any], Any], Any]:
        converter = _NESTED if self._nested(field) else _PLAIN
        return field.name, converter.get_structure_hook(field.type), field.type

    def _nested(self, field: attrs.Attribute[Any]) -> bool:
        return isinstance(self.table.columns[field.name].type, sa.JSON)


_TYPED = frozenset({str, int, bool, date, datetime, time, NoneType})


def _as_kept(kind: Any) -> bool:
    """True for a type that a column gives back as it is; with None where there may be nothing."""
    return kind in _TYPED or (isinstance(kind, UnionType) and _TYPED.issuperset(get_args(kind)))
