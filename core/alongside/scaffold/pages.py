"""The stewards' page about plugins: what is here, switched on or off, and what is broken and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.house.finding import LeftOut
from alongside.plugin import Plugin
from alongside.scaffold import actions
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.web import Visit


def plugins(visit: Visit) -> View:
    """Show every plugin that is installed, or whose data is here."""
    ours = [part for part in visit.host.parts if isinstance(part, Plugin)]
    left_out = [LeftOut(one.name, one.reason) for one in visit.host.broken]
    seen = actions.look(visit.unit, ours, left_out)
    facts = {
        "plugins": seen,
        "pictures": {one.name: one.picture if one.picture in NAMES else "shop" for one in seen},
        "switches": visit.unit.may("plugin.switch"),
    }
    return View("plugins.html", "Plugins", facts)


def send(visit: Visit) -> GoTo:
    """Switch a plugin on or off."""
    name, on = visit.form.get("plugin", ""), visit.form.get("on") == "yes"
    actions.switch(visit.unit, name, on=on)
    title = next((part.title for part in visit.host.parts if part.name == name), name)
    if on:
        return GoTo("/plugins", _("{title} is switched on.", title=title))
    return GoTo("/plugins", _("{title} is switched off. What it holds is kept.", title=title))
