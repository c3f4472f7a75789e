"""A question about one's own hours: what is not right, and the answer of whoever runs the business."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

import attrs

from alongside.instants import aware
from alongside.refusal import BadInput

LONGEST_WORDS = 300


class NotRight(Enum):
    """What somebody says is not right with her hours."""

    LONGER = "longer"  # she was there longer
    SHORTER = "shorter"
    AWAY = "away"  # she was not there
    THERE = "there"  # she was there, though it says that she was not
    OTHER = "other"


@attrs.frozen(kw_only=True)
class HoursQuestion:
    """What a person asks about one stretch of her work. Without ``answered_at`` it waits for an answer.

    Raises:
        BadInput: where the words of it, or of its answer, are too many.
    """

    id: str
    claim: str
    person: str
    business: str
    day: date
    what: NotRight = attrs.field(converter=NotRight)
    words: str = ""
    asked_at: datetime = attrs.field(converter=aware)
    answer: str = ""
    answered_at: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep it as short as somebody reads."""
        for words in (self.words, self.answer):
            if len(words) > LONGEST_WORDS:
                raise BadInput(f"this has {len(words)} letters", remedy=f"{LONGEST_WORDS} are the most.")

    @property
    def waits(self) -> bool:
        """True while nobody has answered it."""
        return self.answered_at is None
