"""The pages where somebody lands: a member on her own week, those who run something on what needs them today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.web import GoTo
from alongside.web.gathering import gather

if TYPE_CHECKING:
    from alongside.web import Visit

WEEK, TODAY = "/week", "/today"


def land(visit: Visit) -> GoTo:
    """Lead to where the visitor's day begins."""
    return GoTo(TODAY if visit.unit.may_somewhere("home.see") else WEEK)


def today(visit: Visit) -> View:
    """Show what needs the visitor today, and how the rest is."""
    tiles = gather(visit)
    facts = {
        "tiles": tiles,
        "calm": not any(one.glance is None or one.glance.waits for one in tiles),
        "day": visit.today,
        "known": lambda name, otherwise: name if name in NAMES else otherwise,
    }
    return View("today.html", "Today", facts)
