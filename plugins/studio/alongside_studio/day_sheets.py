"""The studio's share of tomorrow's papers: the day of every room."""

from __future__ import annotations

from datetime import date

from alongside.api import enterprise
from alongside.api.display import View
from alongside.api.store import Unit

from .actions import looking
from .pages.sheet import sheet_view


def rooms(unit: Unit, business: enterprise.Business, day: date) -> tuple[View, ...]:
    """Write what stands in each room on a day; nothing where it is empty."""
    shown = looking.day(unit, business.id, day)
    return (sheet_view(shown, day),) if shown.used else ()
