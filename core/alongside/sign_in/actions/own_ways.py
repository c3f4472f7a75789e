"""What a person sees of her own ways in, and where she is signed in."""

from __future__ import annotations

from alongside.sign_in import offers
from alongside.sign_in.session import Session
from alongside.sign_in.ways import Ways
from alongside.store import Unit


def look_at_my_ways(unit: Unit) -> tuple[Ways, list[Session]]:
    """Return the ways in of the one who acts, and the sessions in which she is signed in now."""
    unit.need_alone()
    me = unit.actor.id
    return offers.ways_of(unit, me), offers.of_person(unit, me)


def leave_everywhere_else(unit: Unit, here: str) -> int:
    """End all sessions of the one who acts but the one she is in; return how many there were."""
    unit.need_alone()
    return offers.end_all_of(unit, unit.actor.id, but=here)
