"""Choosing: which reminders one wants to have, and when one is left in peace; everybody chooses for herself."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import time

from alongside.enterprise import offers as enterprise
from alongside.messages.choosing import choices_of, choose
from alongside.messages.quiet_hours import QuietHours
from alongside.messages.resting import choose_quiet, quiet_of
from alongside.plugin import Part, Plugin, Reminder
from alongside.store import Unit

Offered = Mapping[str, tuple[Part, Reminder]]
"""The reminders there are, by ``part:key``."""


def offered(unit: Unit, parts: Sequence[Part]) -> Offered:
    """Return the reminders she may ever get who looks: of the core, and of kinds of business she may see."""
    off = enterprise.switched_off(unit)
    return {
        f"{part.name}:{one.key}": (part, one)
        for part in parts
        if part.name not in off and _may_see(unit, part)
        for one in part.reminders
    }


def _may_see(unit: Unit, part: Part) -> bool:
    return not isinstance(part, Plugin) or "see" not in part.permissions or unit.may_somewhere(f"{part.name}.see")


def wanted(unit: Unit, offered: Offered) -> list[str]:
    """Return which of the reminders the one who looks has left switched on."""
    chosen = choices_of(unit, unit.actor.id)
    return [what for what in offered if chosen.get(what, True)]


def want(unit: Unit, offered: Offered, ticked: Collection[str]) -> None:
    """Note which of the reminders the one who acts wants."""
    before = choices_of(unit, unit.actor.id)
    for what in offered:
        if before.get(what, True) != (what in ticked):
            choose(unit, unit.actor.id, what, wanted=what in ticked)


def quiet_hours(unit: Unit) -> QuietHours:
    """Return the quiet hours of the one who looks."""
    return quiet_of(unit, [unit.actor.id])[unit.actor.id]


def keep_quiet(unit: Unit, since: time, until: time) -> QuietHours:
    """Choose the quiet hours of the one who acts."""
    return choose_quiet(unit, unit.actor.id, since, until)
