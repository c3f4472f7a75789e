"""Who may see a person's way to work, and who may write in it: rights that come from being with her."""

from __future__ import annotations

from alongside.placements import offers
from alongside.placements.placement import Placement
from alongside.refusal import NotAllowed
from alongside.store import Unit


def may_see_way(unit: Unit, person: str) -> bool:
    """True for the person herself, her job coach, and whoever sees placements where she has one."""
    return unit.actor.id == person or _coaches(unit, person) or _runs(unit, person, "placements.see")


def may_write_way(unit: Unit, person: str) -> bool:
    """True for her job coach, and for whoever may agree work where she has some; never for herself alone."""
    if unit.actor.id == person:
        return False
    return _coaches(unit, person) or _runs(unit, person, "placements.change")


def need_way(unit: Unit, person: str) -> None:
    """Refuse with ``NotAllowed`` unless the actor may see a person's way to work."""
    if not may_see_way(unit, person):
        unit.need("placements.see")


def need_to_write_way(unit: Unit, person: str) -> None:
    """Refuse with ``NotAllowed`` unless the actor may write in a person's way to work."""
    if not may_write_way(unit, person):
        raise NotAllowed(unit.actor.name, "placements.change")


def may_follow(unit: Unit, placement: Placement) -> bool:
    """True for whoever may change a placement, and for the job coach of it."""
    coach = offers.is_coach_of(unit, unit.actor.id, placement.person, placement.id)
    return coach or unit.may("placements.change", placement.business)


def need_to_follow(unit: Unit, placement: Placement) -> None:
    """Refuse with ``NotAllowed`` unless the actor may change a placement or coaches its person at it."""
    if not may_follow(unit, placement):
        unit.need("placements.change", placement.business)


def _coaches(unit: Unit, person: str) -> bool:
    return offers.is_coach_of(unit, unit.actor.id, person)


def _runs(unit: Unit, person: str, permission: str) -> bool:
    if unit.may(permission):
        return True
    # What somebody did somewhere years ago gives nobody there a look at her way of today.
    here = [one for one in offers.placements_of(unit, person) if offers.still_counts(unit, one)]
    return any(unit.may(permission, one.business) for one in here)
