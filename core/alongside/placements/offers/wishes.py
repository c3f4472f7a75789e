"""Wishes about hours, by placement and by whose they are."""

from __future__ import annotations

from alongside.placements.hours_wish import HoursWish
from alongside.placements.offers.agreed import ids_of_job
from alongside.placements.placement import Placement
from alongside.placements.tables.way import WISH, WISHES
from alongside.store import Unit


def wish(unit: Unit, id: str) -> HoursWish:  # noqa: A002 - what the column is called
    """Return a wish by its id."""
    return unit.get(WISHES, id)


def wishes_for(unit: Unit, placement: Placement) -> list[HoursWish]:
    """Return what was wished for the hours of the job that a placement is a part of, the newest first."""
    order = (WISH.c.asked_at.desc(), WISH.c.id)
    job = ids_of_job(unit, placement.person, placement.id)
    return unit.find(WISHES, WISH.c.placement.in_(sorted(job)), order=order)


def wishes_of(unit: Unit, person: str) -> list[HoursWish]:
    """Return what a person has wished for her hours, the oldest first."""
    return unit.find(WISHES, WISH.c.person == person, order=(WISH.c.asked_at, WISH.c.id))


def forget_wishes(unit: Unit, person: str) -> None:
    """Take out what a person has wished."""
    for one in wishes_of(unit, person):
        unit.remove(WISHES, one)
