"""What whoever plans the rota is told: who cannot come, who comes, and which swaps were made or wait for a yes.

No name stands in a message, as in all that is told of changes.
"""

from __future__ import annotations

from alongside.api import enterprise, messages
from alongside.api.store import Unit

from ..change import Change
from ..rota import KeptShift
from ..swap import Swap
from .telling_changes import _, here, write

WHO = _("The page shows who.", picture="people")


def somebody_cannot_come(unit: Unit, shift: KeptShift, change: Change) -> None:
    """Tell who manages the café at once that a place has become free, else the stewards."""
    said = _("Somebody cannot come on **{day}**.", days={"day": shift.day}, picture="notice")
    page = _("The page shows who could come.", picture="people")
    title, lines = _("Somebody cannot come"), [said, _start(shift), page]
    _to_managers(unit, shift, f"cafe:off:{change.id}", title, lines, _today(unit, shift), change.person)


def somebody_comes(unit: Unit, shift: KeptShift, change: Change) -> None:
    """Tell who manages the café that somebody comes: by her yes, or after all."""
    said = _("Somebody comes on **{day}**.", days={"day": shift.day}, picture="done")
    title, lines = _("Somebody has the shift now"), [said, _start(shift), WHO]
    _to_managers(unit, shift, f"cafe:comes:{change.id}", title, lines, _today(unit, shift))


def _start(shift: KeptShift) -> messages.Sentence:
    return _("It starts at {starts_time}.", moments={"starts": shift.starts}, picture="clock")


def swapped(unit: Unit, shift: KeptShift, swap: Swap) -> None:
    """Tell who plans that two people have swapped; those two hear of their days as of any change."""
    lines = [
        _("Two people have swapped shifts.", picture="changed"),
        _("The first of them is on **{day}**.", days={"day": shift.day}, picture="calendar"),
        _("No rule is broken by it.", picture="done"),
        WHO,
    ]
    path = f"{here(unit, shift)}/changes"
    _to_managers(unit, shift, f"cafe:swapped:{swap.id}", _("A swap"), lines, path)


def swap_waits(unit: Unit, shift: KeptShift, swap: Swap) -> None:
    """Tell who plans that a swap waits for a yes."""
    lines = [
        _("Two people want to swap shifts.", picture="changed"),
        _("It waits for your yes.", picture="wait"),
        _("No rule is broken by it.", picture="done"),
    ]
    path = f"{here(unit, shift)}/changes"
    _to_managers(unit, shift, f"cafe:agreed:{swap.id}", _("A swap waits for you"), lines, path)


def _to_managers(
    unit: Unit,
    shift: KeptShift,
    key: str,
    title: messages.Sentence,
    lines: list[messages.Sentence],
    path: str,
    off: str | None = None,
) -> None:
    for manager in _who_plans(unit, shift.business, off):
        write(unit, shift, manager, key, title, lines, path)


def _who_plans(unit: Unit, business: str, off: str | None) -> list[str]:
    """Who manages the café but the one who acts; the stewards where nobody does, or the only one is ``off``."""
    managers = enterprise.people_with(unit, "manager", business)
    others = [one for one in managers if one != unit.actor.id]
    if others or (managers and unit.actor.id != off):
        return others
    return [one for one in enterprise.people_with(unit, "steward") if one != unit.actor.id]


def _today(unit: Unit, shift: KeptShift) -> str:
    return f"{here(unit, shift)}/today?day={shift.day}"
