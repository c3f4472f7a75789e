"""Places of a published rota whose people have no work here on the day any more: whoever plans gives them away.

Ending somebody's work takes her off no shift by itself: who comes instead is for people to say. So it is shown.
"""

from __future__ import annotations

from datetime import timedelta

from alongside.api import enterprise, placements
from alongside.api.store import Unit
from alongside.api.values import Period

from ..rota import KeptShift, Rota

A_YEAR = timedelta(days=365)


def left_work(unit: Unit, business: str, rota: Rota) -> list[tuple[KeptShift, str]]:
    """Return each place to come whose person has no paid work here on the day, by shift and person, in order."""
    coming = [one for one in rota.shifts if one.starts > unit.now]
    if not coming:
        return []
    # A whole year, which a first page asks for as well: it is read once for both.
    today = enterprise.today(unit)
    days = Period(min(today, coming[0].day), max(today + A_YEAR, *(one.day for one in coming)))
    here = [one for one in placements.placements_in(unit, days, business) if one.paid]
    return [
        (shift, person)
        for shift in coming
        for person in rota.on(shift)
        if not any(one.person == person and one.runs_on(shift.day) for one in here)
    ]
