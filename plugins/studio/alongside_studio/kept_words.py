"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.api.display import Said
from alongside.api.display import Said as _

WORDS: Mapping[str, Said] = {
    "bookings": _("Your bookings"),
    "series": _("Bookings that come again each week"),
    "paid_by": _("Paid by"),
    "times": _("How many times"),
    "clock": _("Time"),
}
