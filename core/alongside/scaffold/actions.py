"""What a steward may do with the plugins: look at them, switch them on and off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from alongside.enterprise import offers as enterprise
from alongside.scaffold.installed import Installed, installed, versions

if TYPE_CHECKING:
    from alongside.enterprise.plugin_row import PluginRow
    from alongside.house.finding import LeftOut
    from alongside.plugin import Plugin
    from alongside.store import Unit


def look(unit: Unit, plugins: Sequence[Plugin], left_out: Sequence[LeftOut]) -> tuple[Installed, ...]:
    """Look at everything that is installed here, or was."""
    unit.need("plugin.see")
    rows, businesses = enterprise.plugins(unit), enterprise.businesses(unit)
    return installed(plugins, left_out, rows, businesses, enterprise.open_duties(unit), versions())


def switch(unit: Unit, name: str, *, on: bool) -> PluginRow:
    """Switch a plugin on or off; its data stays either way."""
    unit.need("plugin.switch")
    return enterprise.switch_plugin(unit, name, on=on)
