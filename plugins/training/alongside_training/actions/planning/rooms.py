"""The rooms that are taught in."""

from __future__ import annotations

from alongside.api import diary
from alongside.api.store import Unit
from alongside.api.values import NotFound

from .. import looking


def check_room(unit: Unit, business: str, room: str) -> None:
    """Refuse what is no room of the business: a plan may not claim another’s room, nor somebody’s time."""
    if room not in looking.rooms(unit, business):
        raise NotFound("room of this business", room, "Choose one of its rooms, or give a new one.")


def add_room(unit: Unit, business: str, name: str) -> str:
    """Add a room to teach in; return its id."""
    unit.need("training.plan", business)
    return diary.add_resource(unit, name.strip(), diary.ResourceKind.ROOM, business).id
