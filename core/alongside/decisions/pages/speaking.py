"""Hearing somebody who stands: the recording as it was sent, for the player on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.decisions.actions import speaking
from alongside.decisions.sound_file import ENDINGS, MEDIA
from alongside.display import Said as _
from alongside.web import PlayedAnswer
from alongside.web.forms import Fields, File

if TYPE_CHECKING:
    from alongside.web import Visit


class Speak(Fields):
    """A recording in which somebody who stands says what she wants to do."""

    do = "speak"
    sound = File(
        _("Choose a recording"),
        endings=ENDINGS,
        hint=_("At most {seconds} seconds, the same for all. Members who sign in here can hear it."),
    )


def spoken(visit: Visit) -> PlayedAnswer:
    """Hand out what one who stands has said."""
    found = speaking.heard(visit.unit, visit.path["proposal"], visit.path["option"])
    return PlayedAnswer(found.heard, f"{found.option}.{found.kind}", kind=MEDIA[found.kind])
