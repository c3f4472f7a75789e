"""What is installed: each plugin with its state, its businesses and what it brings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from alongside.enterprise.business import Business
    from alongside.enterprise.duty import Duty
    from alongside.enterprise.plugin_row import PluginRow
    from alongside.house.finding import LeftOut
    from alongside.plugin import Plugin


class State(Enum):
    """How it is with a plugin, in the words that people read."""

    ON = "switched on"
    OFF = "switched off"
    HERE = "installed"  # and it keeps nothing, or nobody asked in which enterprise: nothing to switch
    BROKEN = "left out"
    ABSENT = "not installed"  # its data is here and waits


@attrs.frozen(kw_only=True)
class Installed:
    """One plugin as stewards see it: ``reason`` says why one is left out, ``duties`` what it has still to do."""

    name: str
    title: str
    state: State
    picture: str = "tools"
    version: str = ""
    reason: str = ""
    businesses: tuple[Business, ...] = ()
    pages: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    chapters: tuple[str, ...] = ()
    duties: int = 0

    @property
    def switchable(self) -> bool:
        """True if it can be switched on or off."""
        return self.state in {State.ON, State.OFF}


def installed(
    plugins: Sequence[Plugin],
    left_out: Sequence[LeftOut],
    rows: Collection[PluginRow],
    businesses: Collection[Business],
    duties: Collection[Duty],
    versions: Mapping[str, str],
) -> tuple[Installed, ...]:
    """Return every plugin that is here or whose data is: those in use, those left out, those that are gone."""
    open_duties = Counter(duty.plugin for duty in duties)
    found = [
        *(_in_use(one, rows, businesses) for one in plugins),
        *(_without_title(one.name, State.BROKEN, reason=one.reason) for one in left_out),
    ]
    found += _gone({one.name for one in found}, rows, businesses)
    return tuple(
        attrs.evolve(one, duties=open_duties[one.name], version=versions.get(one.name, "")) for one in found
    )


def _in_use(plugin: Plugin, rows: Collection[PluginRow], businesses: Collection[Business]) -> Installed:
    switched = {row.name: row.switched_on for row in rows}
    states = {True: State.ON, False: State.OFF, None: State.HERE}
    return Installed(
        name=plugin.name,
        title=plugin.title,
        picture=plugin.picture,
        state=states[switched.get(plugin.name)],
        businesses=tuple(one for one in businesses if one.kind == plugin.name),
        pages=tuple(page.title for page in plugin.pages),
        commands=tuple(command.name for command in plugin.commands),
        chapters=tuple(chapter.title for chapter in plugin.chapters),
    )


def _gone(
    known: Collection[str], rows: Collection[PluginRow], businesses: Collection[Business]
) -> Iterator[Installed]:
    kinds = {row.name for row in rows} | {one.kind for one in businesses if one.kind}
    for name in sorted(kinds - set(known)):
        own = tuple(one for one in businesses if one.kind == name)
        yield _without_title(name, State.ABSENT, businesses=own)


def _without_title(name: str, state: State, **facts: Any) -> Installed:
    """One that could not say what it is called: its name has to do."""
    return Installed(name=name, title=name.replace("_", " ").capitalize(), state=state, **facts)


def versions() -> dict[str, str]:
    """Return the version of each plugin's distribution, by the plugin's name."""
    from importlib import metadata  # half as slow again as the whole of --help

    from alongside.house.entry_points import GROUP

    found = {point.name: point.dist for point in metadata.entry_points(group=GROUP)}
    return {name: made.version for name, made in found.items() if made is not None}
