"""The tile of a new enterprise: what is still to be done first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.house.first_steps import open_steps
from alongside.web.glance import Glance, Note

if TYPE_CHECKING:
    from alongside.web import Visit


def first_steps(visit: Visit) -> Glance | None:
    """Tell how many first steps are open; nothing once all are done."""
    todo = len(open_steps(visit.unit))
    if not todo:
        return None
    return Glance(
        [Note(_("First steps still to do: **{n}**.", n=str(todo)), "rocket")],
        _("See the first steps"),
        "/first-steps",
        waits=True,
    )
