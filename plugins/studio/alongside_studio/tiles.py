"""The studio's tile: who waits for an answer, and how full the day is."""

from __future__ import annotations

from typing import Any

from alongside.api.display import Said as _
from alongside.api.web import Glance, Note, Visit

from .actions import looking


def studio(visit: Visit) -> Glance:
    """Tell which requests and holds want an answer, and what is on today."""
    business: Any = visit.business
    waiting = looking.waiting(visit.unit, business.id)
    today = looking.booked_on(visit.unit, business.id, visit.today)
    notes = []
    if waiting:
        notes.append(Note(_("Bookings that wait for your answer: **{n}**.", n=str(len(waiting))), "question"))
    if today:
        notes.append(Note(_("Bookings today: **{n}**.", n=str(today)), "key"))
    else:
        notes.append(Note(_("Nothing is booked today."), "sofa"))
    return Glance(notes, _("See the studio day"), visit.link("/day"), waits=bool(waiting))
