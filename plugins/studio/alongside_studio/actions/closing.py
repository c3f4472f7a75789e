"""Closing a room or a thing for a while, and opening it again."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

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
        there = str(taken(piece.name, met.standing or met.wanted, zone)).removesuffix(".")
        raise StillBooked(there, remedy="Move or cancel that first.") from met


@attrs.frozen(kw_only=True)
class Closure:
    """A closure as it was made, of however many days; ``claim`` is the diary's first of it."""

    claim: str
    name: str
    why: str
    starts: datetime
    ends: datetime


def choices(unit: Unit, business: str) -> list[tuple[str, str]]:
    """Return what can be closed, as pairs of an id and a name."""
    unit.need("studio.plan", business)
    return [(one.resource, one.name) for one in pieces(unit, business)]


def closures(unit: Unit, business: str) -> list[Closure]:
    """Return the closures of a year that are not over, each whole."""
    unit.need("studio.plan", business)
    found: list[Closure] = []
    for piece, there in _closing(unit, business):
        for claim in there:
            last = found[-1] if found else None
            if last and (last.name, last.why, last.ends) == (piece.name, claim.label, claim.starts):
                found[-1] = attrs.evolve(last, ends=claim.ends)
            else:
                found.append(
                    Closure(claim=claim.id, name=piece.name, why=claim.label, starts=claim.starts, ends=claim.ends)
                )
    return sorted(found, key=lambda one: (one.starts, one.name))


def _closing(unit: Unit, business: str) -> list[tuple[Piece, list[diary.Claim]]]:
    """Every piece with the closures that stand on it, in order of time."""
    every = pieces(unit, business, active=False)
    within = Interval(unit.now, unit.now + timedelta(days=366))
    there = diary.holds(unit, [one.resource for one in every], within)
    closing = [one for one in there if one.purpose is diary.Purpose.CLOSURE]
    return [(piece, [one for one in closing if one.resource == piece.resource]) for piece in every]


def open_again(unit: Unit, business: str, claim: str) -> None:
    """Take a closure back, the day of a claim and those that follow it without a gap."""
    unit.need("studio.plan", business)
    for _, there in _closing(unit, business):
        begun = False
        for before, one in zip([None, *there], there, strict=False):
            follows = begun and before is not None and before.ends == one.starts and before.label == one.label
            begun = one.id == claim or follows
            if begun:
                diary.release(unit, one.id)
