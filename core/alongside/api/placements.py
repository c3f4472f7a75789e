"""Placements: who has agreed what, and the hours that were worked."""

from alongside.placements.hours_plan import HoursStep
from alongside.placements.offers import (
    add_placement,
    agreed_minutes,
    check_floor,
    minutes_worked,
    most_minutes,
    placement,
    placements_in,
    placements_of,
    placements_on,
)
from alongside.placements.open_work import OpenWork
from alongside.placements.placement import Placement, PlacementType

__all__ = [
    "HoursStep",
    "OpenWork",
    "Placement",
    "PlacementType",
    "add_placement",
    "agreed_minutes",
    "check_floor",
    "minutes_worked",
    "most_minutes",
    "placement",
    "placements_in",
    "placements_of",
    "placements_on",
]
