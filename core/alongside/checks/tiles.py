"""The tile of checks: how many people are not yet ready, for whoever runs a business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.checks.actions import not_yet_ready
from alongside.display import Said as _
from alongside.web.glance import MOST_NOTES, Glance, Note

if TYPE_CHECKING:
    from alongside.web import Visit


def not_ready(visit: Visit) -> Glance | None:
    """Tell who is not yet ready for her work; nothing where everybody is."""
    waiting = not_yet_ready(visit.unit)
    if not waiting:
        return None
    named = waiting if len(waiting) <= MOST_NOTES else waiting[: MOST_NOTES - 1]
    notes = [Note(_("**{name}** is not yet ready.", name=one.face.name), face=one.face) for one in named]
    if len(waiting) > len(named):
        notes.append(Note(_("{n} more people are not yet ready.", n=str(len(waiting) - len(named))), "people"))
    return Glance(notes, _("Who is ready"), "/checks/team", waits=True)
