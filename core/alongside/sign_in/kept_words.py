"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.display import Said
from alongside.display import Said as _

WORDS: Mapping[str, Said] = {
    "name_on_card": _("Name on your card"),
    "nobody_may_visit": _("Nobody may look in for you"),
    "after_the_card": _("Asked for after the card"),
    "cards": _("Cards"),
    "devices": _("Devices"),
    "sessions": _("When you were here"),
    "passkeys": _("Passkeys"),
    "has_password": _("You have a password"),
    "has_second_step": _("You type a number after the password"),
    "links_waiting": _("Links that were sent to you"),
    "begun": _("Came in"),
    "ended": _("Left"),
    "way": _("How"),
    "helped": _("You came as a helper"),
    "printed": _("Printed on"),
    "revoked": _("Taken back on"),
    "enrolled": _("Ours since"),
    "serial": _("Serial"),
}
