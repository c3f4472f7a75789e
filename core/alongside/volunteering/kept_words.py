"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.display import Said
from alongside.display import Said as _

WORDS: Mapping[str, Said] = {
    "roles": _("What you do"),
    "expenses": _("Expenses"),
    "thanked_by_name": _("You want to be thanked by name"),
    "cost": _("What for"),
    "receipt": _("Receipt seen"),
    "paid_on": _("Paid on"),
}
