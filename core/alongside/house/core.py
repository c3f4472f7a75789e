"""The core's parts, in the order in which one stands on the other. Importing them is light."""

from __future__ import annotations

from importlib import import_module

from alongside.house.described import BACKUP, HOME, MESSAGES, PACK, PLUGINS, RECORD, REPORTS, START, TRAIL
from alongside.plugin import Part

NAMES = (
    "enterprise",
    "people",
    "sign_in",
    "diary",
    "placements",
    "checks",
    "volunteering",
    "pay",
    "benefits",
    "decisions",
    "rulepacks",
)

# Words that a plugin may not be called: the parts, the kits, and the root commands.
TAKEN = frozenset(
    {
        *NAMES,
        "rules",
        "reports",
        "store",
        "display",
        "web",
        "cli",
        "jobs",
        "messages",
        "photos",
        "sign_in",
        "support",
        "rights",
        "api",
        "house",
        "home",
        "today",
        "trail",
    }
    | {
        "testing",
        "scaffold",
        "core",
        "demo",
        "serve",
        "doctor",
        "verify",
        "texts",
        "backup",
        "restore",
        "start",
        "pack",
        "record",
    }
    | {
        "daily",
        "plugin",
        "static",
        "who",
        "finished",
        "alembic",
        "business",
        "businesses",
        "card",
        "cards",
        "devices",
    }
)


def core_parts() -> tuple[Part, ...]:
    """Return the descriptions of the core's parts."""
    return (
        *(import_module(f"alongside.{name}").PART for name in NAMES),
        HOME,
        REPORTS,
        MESSAGES,
        PACK,
        BACKUP,
        PLUGINS,
        START,
        TRAIL,
        RECORD,
    )
