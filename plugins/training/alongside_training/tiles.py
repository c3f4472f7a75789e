"""The tile of training: what is on today, and what its manager has to see to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import clock
from alongside.api.values import local
from alongside.api.web import Glance, Note, Visit

from .actions import looking

SOON = timedelta(days=14)


def courses(visit: Visit) -> Glance:
    """Tell what is on today, which courses are over and to be closed, and which begin soon with too few people."""
    business: Any = visit.business
    planned = looking.planned(visit.unit, business.id)
    todo = list(_to_see_to(visit, planned))
    today = list(_today(visit, planned))
    calm = [Note(_("No course is on today."), "sofa")]
    notes = [*todo, *today][:5] or calm
    path = visit.link("/plan") if todo else visit.link("/courses")
    return Glance(notes, _("See the courses"), path, waits=bool(todo))


def _to_see_to(visit: Visit, planned: looking.Planned) -> Iterator[Note]:
    if planned.to_close:
        yield Note(_("Courses that are over and not closed yet: **{n}**.", n=str(len(planned.to_close))), "done")
    few = [one for one in planned.coming if not one.enough and _begins_soon(visit, one)]
    if few:
        yield Note(_("Courses that begin soon with too few people: **{n}**.", n=str(len(few))), "people")
    if planned.lapsing:
        yield Note(_("Certificates that end within 90 days: **{n}**.", n=str(len(planned.lapsing))), "certificate")


def _begins_soon(visit: Visit, seen: looking.Seen) -> bool:
    return bool(seen.sessions) and not seen.begun and seen.sessions[0].starts < visit.unit.now + SOON


def _today(visit: Visit, planned: looking.Planned) -> Iterator[Note]:
    for seen in planned.coming:
        for session in seen.sessions:
            wall = local(session.starts, visit.zone)
            if wall.date() == visit.today:
                time = clock(wall, visit.edition)
                yield Note(_("**{time}**: {course}.", time=time, course=seen.course.title), "graduation")
