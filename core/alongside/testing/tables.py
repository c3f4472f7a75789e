"""The migrations of everything that is installed, for stores in tests."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import alongside
from alongside.store.migrate import Line

_CORE = Path(alongside.__file__).parent


def all_lines() -> list[Line]:
    """Return the core's line and one for each of our plugins that is installed."""
    folders = tuple(sorted(folder for folder in _CORE.glob("*/migrations") if any(folder.glob("[0-9]*.py"))))
    guards = _guards("alongside.diary.tables")
    lines = [Line(name="core", folders=folders, guards=guards)]
    for name in ("cafe", "studio", "training"):
        spec = find_spec(f"alongside_{name}")
        folder = Path(str(spec.origin)).parent / "migrations" if spec else Path("nowhere")
        if any(folder.glob("[0-9]*.py")):
            lines.append(Line(name=name, folders=(folder,)))
    return lines


def _guards(module: str) -> tuple[str, ...]:
    return tuple(import_module(module).GUARDS) if find_spec(module) else ()
