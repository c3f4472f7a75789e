"""Closing a room or a thing for a while, and opening it again."""

from __future__ import annotations

from datetime import datetime

from alongside.api import diary
from alongside.api.store import Unit
from alongside.api.values import BadInput, Interval

from ..kit import Piece
from ..naming import meant
from ..offers import pieces, zone_of
from ..refused import moment
from .claiming import taken


class StillBooked(BadInput):
    """Something stands in a time that was to be closed."""


def piece_named(unit: Unit, business: str, text: str) -> Piece:
    """Return the room or thing meant by an id, or the beginning of its name."""
    unit.need("studio.plan", business)
    known = pieces(unit, business, active=False)
    by_id = next((one for one in known if one.resource == text), None)
    return by_id or meant("room or thing", [(one.name, one) for one in known], text)


def close(unit: Unit, business: str, piece: Piece, starts: datetime, ends: datetime, why: str) -> None:
    """Close a room or a thing; whoever booked it is moved or cancelled first, by somebody who tells them.

    Raises:
        StillBooked: naming what stands there.
    """
    unit.need("studio.plan", business)
    zone = zone_of(unit)
    if ends <= starts:
        raise BadInput(
            f"{moment(ends, zone)} is not later than {moment(starts, zone)}", remedy="Give a later end."
        )
    closed = diary.resource(unit, piece.resource)
    try:
        diary.close(unit, closed, Interval(starts, ends), why.strip() or "Closed", zone)
    except diary.Taken as met:
        there = taken(met.standing or met.wanted, zone)
        raise StillBooked(f"{piece.name} {there}", remedy="Move or cancel that first.") from met


def open_again(unit: Unit, business: str, piece: Piece, starts: datetime) -> None:
    """Take back what is still to come of a closure that stands at an instant."""
    unit.need("studio.plan", business)
    for one in diary.holds(unit, [piece.resource], Interval(starts, starts.replace(year=starts.year + 1))):
        if one.purpose is diary.Purpose.CLOSURE and one.ends > unit.now and one.starts <= starts:
            diary.release(unit, one.id)
