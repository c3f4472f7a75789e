"""The tile of tomorrow's papers: are they there to be printed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display.wording import day
from alongside.house.packs.actions import looking
from alongside.web.glance import Glance, Note

if TYPE_CHECKING:
    from alongside.web import Visit


def tomorrow(visit: Visit) -> Glance | None:
    """Tell whether the papers of the day that is due are there."""
    shown = looking.look(visit.unit, visit.edition)
    if not shown:
        return None
    when, here = day(shown[0].pack.day, visit.edition), all(one.made_at for one in shown)
    if here:
        return Glance(
            [Note(_("The papers for **{day}** are here.", day=when), "list")], _("Print them"), "/tomorrow"
        )
    note = Note(_("The papers for **{day}** are not made yet.", day=when), "list")
    return Glance([note], _("See the papers"), "/tomorrow")
