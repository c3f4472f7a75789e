"""A request: somebody who could stand in is asked whether she wants to, and answers, or another was faster."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import attrs

from alongside.api.values import Interval


class Reply(Enum):
    """What came of it."""

    YES = "yes"
    NO = "no"
    GONE = "gone"  # somebody else has the place now, or it is not needed any more


@attrs.frozen(kw_only=True)
class Request:
    """``person`` is asked for a ``place`` of the ``shift`` that begins at ``starts``; it waits without a reply."""

    id: str
    business: str
    shift: str
    place: int
    person: str
    starts: datetime
    at: datetime
    reply: Reply | None = attrs.field(default=None, converter=attrs.converters.optional(Reply))
    replied_at: datetime | None = None
    version: int = 1

    @property
    def waits(self) -> bool:
        """True while she has not answered, and nobody was faster."""
        return self.reply is None

    @property
    def stands(self) -> bool:
        """True while she is asked and has said no yes: of whoever said no, nothing is asked twice."""
        return self.reply in (None, Reply.NO)

    @property
    def notice(self) -> int:
        """Minutes of real time between the question and the shift; none after it began."""
        return Interval(self.at, self.starts).minutes if self.starts > self.at else 0
