"""A weekly series as it came: its dates, and those that were left out with what would be free."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlencode

from alongside.api.display import View
from alongside.api.web import Visit

from ..actions import looking
from .seen import at_text, here


def series(visit: Visit) -> View:
    """Show what came of every date of a series."""
    came = looking.series(visit.unit, here(visit), visit.path["series"])
    facts = {
        "what": came.bookable,
        "who": came.who,
        "bookings": [(one, visit.link(f"/booking/{one.id}")) for one in came.bookings],
        "skipped": [
            (
                one,
                visit.link(
                    "/book?"
                    + urlencode(
                        {
                            "what": came.bookable.id,
                            "minutes": str(came.series.minutes),
                            "at": at_text(one.nearest or datetime.now(UTC)),
                        }
                    )
                )
                if one.nearest
                else "",
            )
            for one in came.series.skipped
        ],
        "day": visit.link("/day"),
    }
    return View("series.html", "Every week", facts)
