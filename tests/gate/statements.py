"""What the server asks of its database: each statement, and the size of whatever is bound to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

Asked = tuple[str, Any]
"""A statement, and the sizes of what is bound to it."""


@contextmanager
def noted() -> Iterator[list[Asked]]:
    """Note every statement that any database of this process is asked, in their order."""
    asked: list[Asked] = []

    def note(_connection: Any, _cursor: Any, statement: str, bound: Any, _context: Any, _many: bool) -> None:
        asked.append((statement, size(bound)))

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)


def size(bound: Any) -> Any:
    """Return how large a bound value is, or each of several; of what has one size whatever it is, its kind."""
    if isinstance(bound, Mapping):
        return {name: size(value) for name, value in bound.items()}
    if isinstance(bound, str | bytes):
        return len(bound)
    if isinstance(bound, Sequence):
        return [size(value) for value in bound]
    if hasattr(bound, "obj"):
        return size(bound.obj)  # as PostgreSQL is handed JSON
    return type(bound).__name__
