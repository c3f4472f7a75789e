"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.display import Said
from alongside.display import Said as _

WORDS: Mapping[str, Said] = {
    "messages": _("What was written to you"),
    "calls": _("Phone calls to you"),
    "wants_to_be_told": _("What you want to be told"),
    "quiet_hours": _("Hours without messages"),
}
