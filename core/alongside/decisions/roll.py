"""The roll: who may vote on a proposal, frozen when the vote opens, and who has voted."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from alongside.refusal import Refusal


class Channel(Enum):
    """The way a vote came in."""

    WEB = "web"
    PHONE = "phone"
    PAPER = "paper"


class NotOnTheRoll(Refusal):
    """The person had no vote when the roll was frozen."""

    status = 403


@attrs.frozen(kw_only=True)
class RollLine:
    """One person's line on a roll. ``person`` is None after she was erased: a nameless mark stays.

    ``day`` is all that is kept of when she voted. ``sealed`` is her ballot until the count, which nobody can
    read without the decision's key; it lets her change her vote, and the last one counts. ``helped`` is that she
    says somebody helped her: never who, nor to what.
    """

    id: str
    proposal: str
    person: str | None
    voted: bool = False
    day: date | None = None
    channel: Channel | None = None
    sealed: str | None = None
    helped: bool = False
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """A line either has a mark with its day and way, or nothing of the three."""
        if {self.day is None, self.channel is None} != {not self.voted} or (
            (self.sealed or self.helped) and not self.voted
        ):
            raise ValueError("a line of the roll says voted without day and way, or the other way round")
