"""Shifts of a published rota on days that were closed since: people are on them until the rota is filled again.

Closing a day takes nobody off by itself, as somebody may still be needed, to paint for one. So it is shown.
"""

from __future__ import annotations

from alongside.api.store import Unit
from alongside.api.values import Period

from ..pattern import called
from ..rota import KeptShift, Rota
from ..tables.needs import closures_in, one_offs_in


def closed_since(unit: Unit, business: str, rota: Rota) -> list[KeptShift]:
    """Return the shifts to come with people on them on days that are closed, in order of time.

    A shift of one date counts on a closed day too, and is none of them.
    """
    coming = [one for one in rota.shifts if one.starts > unit.now and rota.on(one)]
    if not coming:
        return []
    days = Period(coming[0].day, coming[-1].day)
    closed = {one.day for one in closures_in(unit, business, days)}
    if not closed:
        return []
    once = {called(one.day, one.template.starts, one.template.job) for one in one_offs_in(unit, business, days)}
    return [one for one in coming if one.day in closed and one.called not in once]
