"""The scripts: each adds something to pages that work without it, and is sent as a file of its own.

A page names one by ``<script src="/static/scripts/NAME.js" defer></script>``; nothing runs that stands in a page.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static" / "scripts"


@cache
def names() -> frozenset[str]:
    """Return the names of the scripts there are, with their ending."""
    return frozenset(path.name for path in FOLDER.glob("*.js"))


@cache
def script(name: str) -> bytes:
    """Return one script.

    Raises:
        KeyError: where there is none of that name.
    """
    if name not in names():
        raise KeyError(name)
    return (FOLDER / name).read_bytes()
