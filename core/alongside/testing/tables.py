"""The migrations of everything that is installed, for stores in tests."""

from __future__ import annotations

from functools import cache

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.lines import lines
from alongside.store.migrate import Line


@cache
def all_lines() -> tuple[Line, ...]:
    """Return the core's line and one for each plugin that is installed, a stranger's too; looked up once a run."""
    return tuple(lines(core_parts(), find_plugins().plugins))
