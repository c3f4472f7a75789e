"""Placements: who has agreed what, the hours that were worked, and who is held back."""

from alongside.placements.coaching import Coaching
from alongside.placements.held import Held
from alongside.placements.hours_plan import HoursStep
from alongside.placements.leave import HolidayLeft
from alongside.placements.notice import NoticeFigures
from alongside.placements.offers import (
    add_placement,
    agreed_minutes,
    called_off_herself,
    check_floor,
    coaches_beside,
    held_back,
    minutes_noted,
    minutes_worked,
    most_minutes,
    notice_figures,
    opted_out,
    placement,
    placements_in,
    placements_of,
    placements_on,
    under_floor,
)
from alongside.placements.open_work import OpenWork
from alongside.placements.placement import Placement, PlacementType

__all__ = [
    "Coaching",
    "Held",
    "HolidayLeft",
    "HoursStep",
    "NoticeFigures",
    "OpenWork",
    "Placement",
    "PlacementType",
    "add_placement",
    "agreed_minutes",
    "called_off_herself",
    "check_floor",
    "coaches_beside",
    "held_back",
    "minutes_noted",
    "minutes_worked",
    "most_minutes",
    "notice_figures",
    "opted_out",
    "placement",
    "placements_in",
    "placements_of",
    "placements_on",
    "under_floor",
]
