"""Training's share of tomorrow's papers: a register to tick for each course that meets."""

from __future__ import annotations

from datetime import date

from alongside.api import enterprise
from alongside.api.display import View
from alongside.api.store import Unit
from alongside.api.values import Period

from . import offers
from .actions import looking
from .pages.papers import sheet_view


def registers(unit: Unit, business: enterprise.Business, day: date) -> tuple[View, ...]:
    """Write the register of each run that meets on a day."""
    zone = enterprise.the_enterprise(unit).zone
    there = [one for one in offers.sessions_in(unit, Period(day, day), zone) if one.business == business.id]
    runs = dict.fromkeys(one.run for one in there if offers.run(unit, one.run).live)
    return tuple(sheet_view(looking.manage(unit, run), enterprise.today(unit)) for run in runs)
