"""Engines of a test process: what was worked out for one database is known for the next, as both are alike.

A statement is put together for each engine anew, which takes longer than to ask it. In the product there is one
engine; in the tests there are thousands, each for a copy of the same tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

_KEPT = 20_000
"""Statements: more than all tests of a process ask for."""


@contextmanager
def statements_shared() -> Iterator[None]:
    """Let all engines that are made meanwhile share the statements that one of them has put together."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sa, "create_engine", _Sharing(sa.create_engine))
        yield


class _Sharing:
    """Makes engines; each goes on with the dialect and the statements of the first that was connected."""

    def __init__(self, make: Callable[..., sa.Engine]) -> None:
        self._make = make
        self._first: dict[str, sa.Engine] = {}

    def __call__(self, url: Any, **options: Any) -> sa.Engine:
        engine = self._make(url, **{"query_cache_size": _KEPT, **options})
        name = engine.dialect.name
        if first := self._first.get(name):
            engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
        else:
            # Once it is connected: before that a dialect does not know which server it speaks to.
            sa.event.listen(engine, "connect", lambda *_: self._first.setdefault(name, engine))
        return engine
