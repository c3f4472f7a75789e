"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.display import Said
from alongside.display import Said as _

WORDS: Mapping[str, Said] = {
    "person": _("You"),
    "skills": _("What you do well"),
    "certificates": _("Certificates"),
    "supporters": _("Supporters you have chosen"),
    "date_of_birth": _("Birthday"),
    "email": _("E-mail address"),
    "phone": _("Phone number"),
    "preferred_format": _("How we tell you things"),
    "edition": _("Which words"),
    "photo_consent": _("You agreed to show a photo"),
    "rung_for_shifts": _("You may be rung about shifts"),
    "joined": _("Here since"),
    "starts_visits": _("May sit beside you here"),
    "serial": _("Serial"),
    "awarded_by": _("Given by"),
    "refresh_due": _("Refresher from"),
    "revoked_on": _("Taken back on"),
    "revoked_because": _("Taken back because"),
    "lapse_told": _("You were told that it ran out on"),
}
