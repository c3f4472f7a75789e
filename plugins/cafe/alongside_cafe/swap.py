"""A swap: two people give each other a place, both of them and the rules agreeing."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import attrs


class Stand(Enum):
    """How a swap stands."""

    ASKED = "asked"  # the colleague has not answered
    AGREED = "agreed"  # both want it, and who plans has to say yes
    DONE = "done"
    NO = "no"  # the colleague, or who plans, would rather not
    TAKEN_BACK = "taken_back"
    IMPOSSIBLE = "impossible"  # by the time they agreed it would have broken a rule


WAITING = (Stand.ASKED, Stand.AGREED)


@attrs.frozen(kw_only=True)
class Swap:
    """``person`` asks ``other`` to give ``theirs`` for ``hers``: the ids of shifts, each with the place on it.

    ``starts`` is the earlier start of the two when it was asked. From the earlier one on, as they then are,
    nothing comes of it any more.
    """

    id: str
    business: str
    person: str
    hers: str
    place: int
    other: str
    theirs: str
    other_place: int
    starts: datetime
    at: datetime
    stand: Stand = attrs.field(default=Stand.ASKED, converter=Stand)
    answered_at: datetime | None = None
    version: int = 1

    @property
    def waits(self) -> bool:
        """True while somebody has to say something to it."""
        return self.stand in WAITING
