"""The tile of placements: who is off today, of those who work where the visitor manages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.placements import offers
from alongside.placements.actions import who_is_off
from alongside.web.glance import MOST_NOTES, Glance, Note

if TYPE_CHECKING:
    from alongside.web import Visit


def off(visit: Visit) -> Glance | None:
    """Tell who is off today; nothing where nobody is."""
    faces = who_is_off(visit.unit, visit.today, visit.zone)
    if not faces:
        return None
    named = faces if len(faces) <= MOST_NOTES else faces[: MOST_NOTES - 1]
    notes = [Note(_("**{name}** is off today.", name=one.name), face=one) for one in named]
    if len(faces) > len(named):
        notes.append(Note(_("{n} more people are off today.", n=str(len(faces) - len(named))), "people"))
    return Glance(notes, _("Work and pay"), "/placements")


def coaching(visit: Visit) -> Glance | None:
    """Tell a job coach what waits for her: talks that are due, wishes, and work that has lasted."""
    coached = {one.person for one in offers.coached_by(visit.unit, visit.actor.id)}
    found = offers.awaiting(visit.unit, coached, visit.today)
    due, wishes, lasting = found.talks, found.wishes, found.outcomes
    notes = [
        *([Note(_("Talks about work that are due: **{n}**.", n=str(due)), "speech")] if due else []),
        *([Note(_("People who wish for other hours: **{n}**.", n=str(wishes)), "clock")] if wishes else []),
        *(
            [Note(_("Paid work that has lasted, to confirm: **{n}**.", n=str(lasting)), "party")]
            if lasting
            else []
        ),
    ]
    return Glance(notes, _("People I coach"), "/coaching", waits=True) if notes else None
