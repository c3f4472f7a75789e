"""A wish about one's hours: slower, as they are now, or more; and what came of it."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import attrs

from alongside.instants import aware
from alongside.refusal import BadInput, worded

LONGEST = 300


class Pace(Enum):
    """What somebody wishes for her hours."""

    SLOWER = "slower"  # the next steps later, or smaller
    STAY = "stay"  # the hours of today
    MORE = "more"


@attrs.frozen(kw_only=True)
class HoursWish:
    """What a person wishes for the hours of one placement. Without ``answered_at`` it waits for an answer.

    Raises:
        BadInput: where the words of it, or of its answer, are too many.
    """

    id: str
    person: str
    placement: str
    pace: Pace = attrs.field(converter=Pace)
    words: str = ""
    asked_at: datetime = attrs.field(converter=aware)
    answer: str = ""
    answered_at: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep it as short as somebody reads."""
        if max(len(self.words), len(self.answer)) > LONGEST:
            raise BadInput(worded("placements", "This is long. Write at most {most} letters.", most=LONGEST))

    @property
    def waits(self) -> bool:
        """True while nobody has answered it."""
        return self.answered_at is None
