"""What a volunteer does, in plain words, and whether she wants to be thanked by name."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.refusal import BadInput, worded

LONGEST = 200


@attrs.frozen(kw_only=True)
class VolunteerRole:
    """What somebody does under a placement. It names a task and no person.

    Raises:
        BadInput: without words, or with too many.
    """

    id: str
    placement: str
    person: str
    words: str
    said_on: date
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep to what somebody reads."""
        if not 0 < len(self.words.strip()) <= LONGEST:
            raise BadInput(worded("volunteering", "Say in a few words what the person does."))


@attrs.frozen(kw_only=True)
class NamedThanks:
    """A volunteer has chosen to be thanked by name, since a day. Without this, nobody is named."""

    id: str
    person: str
    since: date
    version: int = 1
