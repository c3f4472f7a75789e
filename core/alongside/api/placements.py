"""Placements: who has agreed what, and the hours that were worked."""

from alongside.placements.hours_plan import HoursStep
from alongside.placements.offers import (
    add_placement,
    agreed_minutes,
    check_floor,
    minutes_worked,
    placement,
    placements_in,
    placements_of,
    placements_on,
)
from alongside.placements.placement import Placement, PlacementType

__all__ = [
    "HoursStep",
    "Placement",
    "PlacementType",
    "add_placement",
    "agreed_minutes",
    "check_floor",
    "minutes_worked",
    "placement",
    "placements_in",
    "placements_of",
    "placements_on",
]
