"""Loads a plugin bit by bit, so that each thing that is missing is named and the rest can still be looked at."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import invalidate_caches
from pathlib import Path

import attrs

from alongside.house.doctor import lazies
from alongside.house.entry_points import GROUP, entry_points
from alongside.house.finding import (
    LooserRule,
    NoDescription,
    NotUsable,
    UnknownHook,
    WrongVersion,
    check_rules,
    check_version,
    checked_hooks,
    description,
)
from alongside.plugin import API_VERSION, Chapter, Lazy, Misdescribed, Page, Paper, Plugin
from alongside.refusal import BadInput, NotFound
from alongside.scaffold.fault import Fault, Kind, said

_KINDS = {NoDescription: Kind.DESCRIPTION, UnknownHook: Kind.HOOK, WrongVersion: Kind.VERSION}


@attrs.frozen
class Loaded:
    """A plugin without what could not be loaded of it; None where nothing at all could be."""

    plugin: Plugin | None
    faults: tuple[Fault, ...]


@contextmanager
def target_of(name: str, folder: Path | None) -> Iterator[str]:
    """Find what a plugin's name leads to, as it is installed or in the folder of its distribution.

    Raises:
        NotFound: where no plugin of that name is installed.
        BadInput: where the folder holds none.
    """
    if folder is None:
        installed = entry_points()
        if name not in installed:
            raise NotFound("plugin", name, f"Installed are: {', '.join(installed) or 'none'}.")
        yield installed[name]
        return
    target = _described_in(folder / "pyproject.toml", name)
    _forget(target.partition(":")[0], folder.resolve())
    sys.path.insert(0, str(folder.resolve()))
    try:
        yield target
    finally:
        sys.path.remove(str(folder.resolve()))


def _forget(package: str, folder: Path) -> None:
    """Let go of a copy that is installed and was imported to list its commands: the one in the folder is meant."""
    loaded = sys.modules.get(package)
    if loaded is None or folder in Path(str(loaded.__file__)).resolve().parents:
        return
    for module in [one for one in sys.modules if one == package or one.startswith(f"{package}.")]:
        del sys.modules[module]
    invalidate_caches()


def _described_in(file: Path, name: str) -> str:
    remedy = f'It needs the lines [project.entry-points.{GROUP}] and {name} = "alongside_{name}".'
    try:
        facts = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as missing:
        raise BadInput(f"there is no {file.name} in {file.parent}", remedy=remedy) from missing
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise BadInput(f"it cannot be read ({wrong})", where=str(file), remedy=remedy) from wrong
    try:
        return str(facts["project"]["entry-points"][GROUP][name])
    except (KeyError, TypeError) as missing:
        raise BadInput(f"it names no plugin “{name}”", where=str(file), remedy=remedy) from missing


def load(name: str, target: str) -> Loaded:
    """Load the plugin and everything that its description names."""
    try:
        plugin = description(name, target)
    except NotUsable as reason:
        return Loaded(None, (Fault(_KINDS.get(type(reason), Kind.DESCRIBED), f"{reason} See __init__.py."),))
    except Misdescribed as wrong:
        return Loaded(None, (Fault(Kind.DESCRIBED, f"{wrong}. Change it in __init__.py."),))
    except (Exception, SystemExit) as fault:  # a stranger's code may raise anything while it is imported
        return Loaded(None, (_unloaded(target, target.partition(":")[0], fault),))
    tried = {lazy: _fault_of(plugin, lazy) for lazy in lazies(plugin)}
    lacking = {lazy: found for lazy, found in tried.items() if found}
    faults = (*_version_faults(plugin), *_rule_faults(plugin), *dict.fromkeys(lacking.values()))
    return Loaded(_without(plugin, lacking), faults)


def _version_faults(plugin: Plugin) -> Iterator[Fault]:
    try:
        check_version(plugin)
    except WrongVersion as wrong:
        yield Fault(Kind.VERSION, f"{wrong} Write api={API_VERSION} in __init__.py, and look at what has changed.")


def _rule_faults(plugin: Plugin) -> Iterator[Fault]:
    try:
        check_rules(plugin)
    except LooserRule as wrong:
        yield Fault(Kind.RULE, f"{wrong} Change stricter_rules in __init__.py.")


def _fault_of(plugin: Plugin, lazy: Lazy) -> Fault | None:
    try:
        loaded = lazy.load(plugin.package)
        if lazy is plugin.reactions:
            checked_hooks(plugin.name, loaded)
    except UnknownHook as wrong:
        return Fault(Kind.HOOK, f"{wrong} See {lazy.target}.py.")
    except (Exception, SystemExit) as fault:  # the same
        return _unloaded(lazy.target, plugin.package, fault)
    return None


def _unloaded(target: str, package: str, fault: BaseException) -> Fault:
    module = target.partition(":")[0]
    missing = isinstance(fault, ModuleNotFoundError) and str(fault.name).startswith(package.split(".")[0])
    if missing:
        words = f"“{module}” is named, but there is no module {getattr(fault, 'name', module)}."
        return Fault(Kind.MODULE, f"{words} Write it, or name another in __init__.py.")
    if isinstance(fault, AttributeError) and ":" in target and f"'{target.partition(':')[2]}'" in str(fault):
        words = f"“{target}” is named, but {module}.py has no “{target.partition(':')[2]}”."
        return Fault(Kind.MODULE, f"{words} Write it, or name another in __init__.py.")
    return Fault(Kind.LOADING, f"“{module}” could not be imported: {said(fault, package)}. Mend it there.")


def _without(plugin: Plugin, lacking: dict[Lazy, Fault]) -> Plugin:
    """The plugin without the pages and chapters whose code is not there: what is left can be tried."""

    def there(*lazily: Lazy | None) -> bool:
        return not any(one in lacking for one in lazily)

    def page_there(one: Page | Paper) -> bool:
        return there(one.make) if isinstance(one, Paper) else there(one.show, one.send)

    def chapter_there(one: Chapter) -> bool:
        return there(one.write, one.figures)

    return attrs.evolve(
        plugin,
        api=API_VERSION,
        pages=tuple(filter(page_there, plugin.pages)),
        papers=tuple(filter(page_there, plugin.papers)),
        chapters=tuple(filter(chapter_there, plugin.chapters)),
        tiles=tuple(one for one in plugin.tiles if there(one.show)),
        day_sheets=tuple(one for one in plugin.day_sheets if there(one.write)),
        tables=plugin.tables if there(plugin.tables) else None,
        reactions=plugin.reactions if there(plugin.reactions) else None,
        demo=plugin.demo if there(plugin.demo) else None,
    )
