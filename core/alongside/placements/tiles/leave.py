"""The tile of days off: how many people wait for an answer of the visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.placements import actions
from alongside.web.glance import Glance, Note

if TYPE_CHECKING:
    from alongside.web import Visit


def asked(visit: Visit) -> Glance | None:
    """Tell how many wishes for days off wait; nothing where none does."""
    waiting = len(actions.leave_to_answer(visit.unit))
    if not waiting:
        return None
    said = _("People who ask for days off: **{n}**.", n=str(waiting))
    return Glance([Note(said, "sofa")], _("Answer them"), "/days-off", waits=True)
