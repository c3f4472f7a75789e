"""Values as JSON and back, for the way to the solver's process: by field name, from the annotations."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import attrs

T = TypeVar("T")
_hints = cache(get_type_hints)


def written(value: Any) -> str:
    """Return the JSON of a frozen value; equal values give equal text."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def read(kind: type[T], text: str) -> T:
    """Return the value that was written.

    Raises:
        ValueError: for text that is no such value.
    """
    shaped: T = _shaped(kind, json.loads(text))
    return shaped


def _text(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if attrs.has(type(value)):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(type(value))}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, frozenset):
        # In one order, so that the same question is the same text, and is answered in the same way.
        return sorted((_plain(one) for one in value), key=_text)
    return value.isoformat() if isinstance(value, date | time) else value


def _shaped(kind: Any, plain: Any) -> Any:
    if isinstance(kind, UnionType):
        return None if plain is None else _shaped(get_args(kind)[0], plain)
    if get_origin(kind) is tuple:
        kinds = get_args(kind)
        each = [kinds[0]] * len(plain) if kinds[-1] is Ellipsis else kinds
        return tuple(_shaped(one, value) for one, value in zip(each, plain, strict=True))
    if get_origin(kind) is frozenset:
        return frozenset(_shaped(get_args(kind)[0], one) for one in plain)
    if attrs.has(kind):
        hints = _hints(kind)
        return kind(**{name: _shaped(hints[name], value) for name, value in plain.items()})
    if kind in (date, datetime, time):
        return kind.fromisoformat(plain)
    return kind(plain)
