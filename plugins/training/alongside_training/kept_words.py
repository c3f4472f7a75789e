"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.api.display import Said
from alongside.api.display import Said as _

WORDS: Mapping[str, Said] = {
    "courses": _("Your courses"),
    "register": _("When you were there"),
    "wishes": _("What you want to learn"),
    "teaches": _("What you teach"),
    "course": _("Course"),
    "mark": _("Were you there"),
    "marked_at": _("Written down on"),
    "done_on": _("Done on"),
    "wish": _("Wish"),
    "waived_because": _("Not needed because"),
}
