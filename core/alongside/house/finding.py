"""Finds and checks plugins. A broken one is left out by name, with the reason, and everything else works.

pluggy's own loader imports in a bare loop, where one broken plugin stops the rest; here each has its own try.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

import attrs
import pluggy

from alongside import events
from alongside.house.core import TAKEN
from alongside.house.entry_points import entry_points
from alongside.house.stricter import looser_rule
from alongside.plugin import API_VERSION, Plugin


@attrs.frozen
class LeftOut:
    """A plugin that could not be used, and why, in a sentence."""

    name: str
    reason: str


@attrs.frozen
class Found:
    """The plugins that are in use, and those that had to be left out."""

    plugins: tuple[Plugin, ...]
    left_out: tuple[LeftOut, ...]


class NotUsable(Exception):
    """A plugin is not as it should be; the text says what is wrong with it."""


class NoDescription(NotUsable):
    """Nothing says what the plugin is."""


class UnknownHook(NotUsable):
    """It reacts to what never happens, or wants what an event does not give."""


class LooserRule(NotUsable):
    """It holds to less than the law asks for."""


class WrongVersion(NotUsable):
    """It was written for an API that is not the one here."""


def find_plugins(installed: Mapping[str, str] | None = None) -> Found:
    """Load every installed plugin; ``installed`` (name -> module) stands in for what is on disk."""
    plugins, left_out = [], []
    for name, target in (entry_points() if installed is None else installed).items():
        try:
            plugins.append(load_plugin(name, target))
        except NotUsable as reason:
            left_out.append(LeftOut(name, str(reason)))
        except (Exception, SystemExit) as fault:  # a stranger's code may raise anything while it is imported
            left_out.append(LeftOut(name, f"It could not be loaded: {type(fault).__name__}: {fault}."))
    return Found(tuple(plugins), tuple(left_out))


def load_plugin(name: str, target: str) -> Plugin:
    """Import a plugin and return its description, checked.

    Raises:
        NotUsable: where the description is missing or cannot be used here.
    """
    described = description(name, target)
    check_version(described)
    check_rules(described)
    return described


def description(name: str, target: str) -> Plugin:
    """Import a plugin and return its description, for whichever version it was written.

    Raises:
        NotUsable: where there is none, or its name is another or is taken.
    """
    module = import_module(target.partition(":")[0])
    hooks = checked_hooks(name, module)
    if "alongside_plugin" not in hooks:
        raise NoDescription(f"It has no description: {module.__name__} defines no “alongside_plugin” hook.")
    described = hooks["alongside_plugin"]()
    if not isinstance(described, Plugin):
        raise NoDescription(f"Its description is {type(described).__name__}, but must be a Plugin.")
    _check_name(name, described)
    return described


def checked_hooks(name: str, module: ModuleType) -> dict[str, Any]:
    """Return the hooks a module implements, by event.

    Raises:
        NotUsable: for a hook that no event of ours is called, or one with an argument that is never given.
    """
    manager = pluggy.PluginManager("alongside")
    manager.add_hookspecs(events)
    try:
        manager.register(module, name)
    except pluggy.PluginValidationError as wrong:
        reason = str(wrong).splitlines()[-1]
        raise UnknownHook(f"A reaction of it wants what its event does not give: {reason}.") from wrong
    callers = manager.get_hookcallers(module) or []
    for caller in callers:
        if not caller.has_spec():
            raise UnknownHook(_no_such_event(caller.name))
    return {caller.name: caller.get_hookimpls()[0].function for caller in callers}


def _no_such_event(name: str) -> str:
    near = difflib.get_close_matches(name, vars(events), n=1)
    hint = f" Did its author mean “{near[0]}”?" if near else ""
    return f"It reacts to “{name}”, but no event is called that.{hint}"


def _check_name(name: str, described: Plugin) -> None:
    if described.name != name:
        raise NotUsable(f"It is installed as “{name}” but calls itself “{described.name}”; both must be the same.")
    if name in TAKEN:
        raise NotUsable(f"Its name “{name}” is taken by Alongside itself.")


def check_rules(described: Plugin) -> None:
    """Refuse a plugin that would hold to less than the law asks for.

    Raises:
        LooserRule: saying what the law says.
    """
    looser = looser_rule(described)
    if looser:
        raise LooserRule(f"One of its stricter rules cannot be. {looser}")


def check_version(described: Plugin) -> None:
    """Refuse a plugin of another major version of the API, or of a newer minor one.

    Raises:
        WrongVersion: saying both versions.
    """
    major, minor = described.api
    if major != API_VERSION[0] or minor > API_VERSION[1]:
        ours = ".".join(map(str, API_VERSION))
        raise WrongVersion(f"It was written for version {major}.{minor} of the API, and this is {ours}.")
