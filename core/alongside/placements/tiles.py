"""The tile of placements: who is off today, of those who work where the visitor manages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
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
