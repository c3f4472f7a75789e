"""The café's share of tomorrow's papers: the rota of the day for the wall."""

from __future__ import annotations

from datetime import date

from alongside.api import enterprise
from alongside.api.display import View
from alongside.api.store import Unit

from .actions import looking
from .pages import wall_view


def wall(unit: Unit, business: enterprise.Business, day: date) -> tuple[View, ...]:
    """Write the rota of a day for the wall; nothing where nobody is needed."""
    week = looking.week(unit, business.id, day, days=1)
    if not week.rota.shifts:
        return ()
    ask, made_on = looking.whom_to_ask(unit, business.id), enterprise.today(unit)
    return (wall_view(week, business.name, ask, made_on, set(week.photos)),)
