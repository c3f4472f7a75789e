"""How a job ended: what she has learned, in her own words, and where she goes next. Leaving is never a failure."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from alongside.refusal import BadInput, worded

LONGEST = 1_000


class Next(Enum):
    """Where somebody goes next."""

    PAID_HERE = "paid_here"
    PAID_ELSEWHERE = "paid_elsewhere"
    LEARNING = "learning"
    OTHER_WORK = "other_work"  # volunteering, another trial
    REST = "rest"
    NOT_SAID = "not_said"


@attrs.frozen(kw_only=True)
class Ending:
    """What a person says as her job ends; ``placement`` is the last one of it. She may leave both empty.

    Raises:
        BadInput: with too many words.
    """

    id: str
    person: str
    placement: str
    learned: str = ""
    next: Next = attrs.field(default=Next.NOT_SAID, converter=Next)
    said_on: date
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep it as short as somebody reads."""
        if len(self.learned) > LONGEST:
            raise BadInput(worded("placements", "This is long. Write at most {most} letters.", most=LONGEST))
