"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.display import Said
from alongside.display import Said as _

WORDS: Mapping[str, Said] = {
    "checks": _("Checks"),
    "shown": _("What you were shown at the start"),
    "job_roles": _("Job roles"),
    "shown_on": _("Shown on"),
    "point": _("What"),
}
