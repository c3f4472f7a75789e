"""What a person says of herself for her work: what she brings and what she wants, in words of her own.

Together with the skills that others have noted (which people keeps) they are her vocational profile. There is no
field for what somebody cannot do, no mark and no order.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from alongside.refusal import BadInput, worded

LONGEST = 300
MOST = 30
"""So many at a time: more would be read by nobody."""


class About(Enum):
    """What the words are about."""

    BRINGS = "brings"  # what I am good at
    WANTS = "wants"  # what I want from work


@attrs.frozen(kw_only=True)
class OwnWords:
    """One thing she says. ``taken_back_on`` is the day she took it back, None while it holds.

    Raises:
        BadInput: without words, or with too many.
    """

    id: str
    person: str
    about: About = attrs.field(converter=About)
    words: str = attrs.field()
    said_on: date
    taken_back_on: date | None = None
    version: int = 1

    @words.validator
    def _says_something(self, _: object, words: str) -> None:
        if not words.strip():
            raise BadInput(worded("placements", "Nothing is written here. Write a few words."))
        if len(words) > LONGEST:
            raise BadInput(worded("placements", "This is long. Write at most {most} letters.", most=LONGEST))
