"""The lines of migrations of everything in use: one for the core's parts, one for each plugin."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from alongside.plugin import Part
from alongside.store.migrate import Line

KITS = ("alongside.store", "alongside.messages", "alongside.jobs", "alongside.web")
"""The kits that keep tables of their own; their steps stand in the core's line."""


def folder_of(package: str) -> Path:
    """Return the folder a package lives in, without importing what is in it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"there is no package {package}")
    return Path(next(iter(spec.submodule_search_locations)))


def lines(core: Sequence[Part], plugins: Sequence[Part]) -> list[Line]:
    """Return the lines in the order in which they run: the core's first."""
    packages = (*KITS, *(part.package for part in core))
    folders = tuple(folder for package in packages for folder in _migrations(package))
    ours = Line(name="core", folders=folders, guards=_guards(core))
    theirs = [
        Line(name=plugin.name, folders=_migrations(plugin.package), guards=_guards([plugin])) for plugin in plugins
    ]
    return [ours, *(line for line in theirs if line.folders)]


def _migrations(package: str) -> tuple[Path, ...]:
    folder = folder_of(package) / "migrations"
    return (folder,) if any(folder.glob("[0-9]*_*.py")) else ()


def _guards(parts: Sequence[Part]) -> tuple[str, ...]:
    tables = [part.tables.load(part.package) for part in parts if part.tables]
    return tuple(guard for module in tables for guard in getattr(module, "GUARDS", ()))
