"""Reads which plugins are installed, straight from the files that installers write.

``importlib.metadata`` alone would make ``alongside --help`` half as slow again as it is, so the entry points
are read by hand; a test compares the two.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

GROUP = "alongside"


def entry_points(path: Sequence[str] | None = None) -> dict[str, str]:
    """Return ``name -> target`` of every plugin installed along ``path``, by name; the first of a name counts."""
    found: dict[str, str] = {}
    for folder in sys.path if path is None else path:
        for name, target in _in_folder(folder or "."):
            found.setdefault(name, target)
    return dict(sorted(found.items()))


def _in_folder(folder: str) -> Iterator[tuple[str, str]]:
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208 - faster
    except OSError:
        return
    for name in names:
        file = Path(folder, name, "entry_points.txt")
        if file.is_file():
            yield from _in_group(file.read_text(encoding="utf-8"))


def _in_group(text: str) -> Iterator[tuple[str, str]]:
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[]").strip()
        elif group == GROUP and "=" in line and not line.startswith("#"):
            name, target = line.split("=", 1)
            yield name.strip(), target.strip()
