"""Writes a plugin's next migration: its tables beside what its steps have made, in a database of its own."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs

from alongside.house.core import core_parts
from alongside.house.lines import folder_of, lines
from alongside.plugin import Plugin
from alongside.refusal import BadInput
from alongside.scaffold.differences import differences, in_words, without_prefix
from alongside.scaffold.fault import said
from alongside.scaffold.loading import load, target_of
from alongside.scaffold.steps import losses, step
from alongside.store import Store
from alongside.store.migrate import migrate

LONGEST = 90
"""The most letters to say what a step does."""


@attrs.frozen
class NewStep:
    """A step that was written, and what it takes out; no file where nothing has changed."""

    file: Path | None
    loses: tuple[str, ...] = ()


def write_migration(name: str, what: str, folder: Path | None = None) -> NewStep:
    """Write the next step, try it in a fresh database, and leave nothing behind where it does not work.

    Raises:
        BadInput: where the plugin cannot be loaded, its tables have no prefix, or a change is not to be guessed.
    """
    slug = _slug(what)
    with target_of(name, folder) as target:
        plugin = _loaded(name, target)
        there = folder_of(plugin.package) / "migrations"
        with _migrated(plugin) as store:
            found = differences(store, plugin)
        if not found:
            return NewStep(None)
        number = len(list(there.glob("[0-9]*_*.py"))) + 1
        file = there / f"{number:04d}_{slug}.py"
        _keep(file, step(what.strip(), number, found))
        _try(plugin, file)
        return NewStep(file, tuple(losses(found)))


def _slug(what: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "_", what.lower()).strip("_")[:40].rstrip("_")
    if not slug or len(what) > LONGEST or set(what) & set('"\\'):
        remedy = f"Use 1 to {LONGEST} letters and no quotes, such as: tasks have a place"
        raise BadInput("it is not said what the step does", remedy=remedy)
    return slug


def _loaded(name: str, target: str) -> Plugin:
    loaded = load(name, target)
    plugin = loaded.plugin
    if plugin is None or plugin.tables is None:
        found = loaded.faults[0].sentence.rstrip(".") if loaded.faults else f"“{name}” names no tables"
        raise BadInput(found, remedy=f"See: alongside plugin check {name}")
    if strangers := without_prefix(plugin):
        found = f"the table “{strangers[0]}” must begin with “{name}_”"
        raise BadInput(found, where="tables.py", remedy=f"Call it “{name}_{strangers[0]}”.")
    if "site-packages" in folder_of(plugin.package).parts:
        remedy = "Name the folder you work in by --in FOLDER."
        raise BadInput(f"“{name}” is installed as a copy, where a new step would be lost", remedy=remedy)
    return plugin


@contextmanager
def _migrated(plugin: Plugin) -> Iterator[Store]:
    """A database in a folder of its own, with all that the plugin's steps make."""
    with tempfile.TemporaryDirectory(prefix="alongside-step-") as folder:
        store = Store(f"sqlite:///{folder}/alongside.db")
        try:
            migrate(store, lines(core_parts(), [plugin]))
            yield store
        finally:
            store.close()


def _keep(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    unfinished = file.with_suffix(".part")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _try(plugin: Plugin, file: Path) -> None:
    """Run all steps anew, the new one too; it goes again where it does not make the tables as they are written."""
    try:
        with _migrated(plugin) as store:
            left = sorted(set(in_words(differences(store, plugin))))
    except Exception as fault:  # whatever a database says to it
        file.unlink()
        raise BadInput(
            f"the step does not run: {said(fault, plugin.package)}", remedy="Write it by hand."
        ) from fault
    if left:
        file.unlink()
        raise BadInput(f"the step would leave {', '.join(left)} as it is", remedy="Write it by hand.")
