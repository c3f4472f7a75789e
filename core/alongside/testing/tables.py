"""The migrations of everything that is installed, for stores in tests."""

from __future__ import annotations

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.lines import lines
from alongside.store.migrate import Line


def all_lines() -> list[Line]:
    """Return the core's line and one for each plugin that is installed, a stranger's too."""
    return lines(core_parts(), find_plugins().plugins)
