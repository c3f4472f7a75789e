"""The tile of plugins: which were left out because they do not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.web.glance import MOST_NOTES, Glance, Note

if TYPE_CHECKING:
    from alongside.web import Visit


def plugins(visit: Visit) -> Glance | None:
    """Tell which plugins were left out; nothing where all work."""
    broken = list(visit.host.broken)[:MOST_NOTES]
    if not broken:
        return None
    notes = [Note(_("The plugin **{name}** does not work.", name=one.name), "tools") for one in broken]
    return Glance(notes, _("See why"), "/plugins", waits=True)
