"""All that a plugin may import of Alongside: this package and what lies below it. It holds no code of its own.

This module and ``api.values`` are light; the others load what they are about (a database, a template
engine), so each room of a plugin imports the one it needs. A change to anything here needs a new
``API_VERSION``.
"""

from alongside.plugin import (
    API_VERSION,
    Chapter,
    Command,
    DaySheet,
    Lazy,
    OpenTo,
    Page,
    Paper,
    Plugin,
    Reminder,
    StricterRule,
    Tile,
    hook,
)

__all__ = [
    "API_VERSION",
    "Chapter",
    "Command",
    "DaySheet",
    "Lazy",
    "OpenTo",
    "Page",
    "Paper",
    "Plugin",
    "Reminder",
    "StricterRule",
    "Tile",
    "hook",
]
