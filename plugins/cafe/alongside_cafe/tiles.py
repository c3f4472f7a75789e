"""The café's tile: what of the rota needs its manager, today and until the end of next week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import weekday
from alongside.api.values import Period, monday_of
from alongside.api.web import Glance, Note, Visit

from .actions import looking


def rota(visit: Visit) -> Glance:
    """Tell which places are open, which wait for a certificate, and that next week has no rota yet."""
    business: Any = visit.business
    end = monday_of(visit.today) + timedelta(days=13)
    need = looking.needs_somebody(visit.unit, business.id, Period(visit.today, end))
    notes = list(_notes(need))
    first = need.first or (visit.today if need.planned else end)
    calm = [Note(_("Every place until **{day}** is filled.", day=weekday(end)), "done")]
    path = visit.link(f"/rota?week={monday_of(first)}")
    return Glance(notes or calm, _("See the rota"), path, waits=bool(notes))


def _notes(need: looking.Need) -> Iterator[Note]:
    if need.today:
        yield Note(_("Open places **today**: **{n}**.", n=str(need.today)), "open")
    if need.later:
        yield Note(_("Open places until the end of next week: **{n}**.", n=str(need.later)), "open")
    if need.waiting:
        yield Note(_("Places that wait for a certificate: **{n}**.", n=str(need.waiting)), "certificate")
    if not need.planned:
        yield Note(_("Next week has **no rota** yet."), "calendar")
