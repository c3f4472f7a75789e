"""A change of the published rota: who was taken off or put on, or which shift became another one, and how early.

It stands there after the shift itself has gone, so it holds the shift's name and time. Why somebody cannot come is
kept apart from it, in one of three words, for herself and for who plans; after some weeks it is kept nowhere.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

import attrs

from alongside.api.values import Interval


class What(Enum):
    """What was changed."""

    OFF = "off"  # somebody does not come
    ON = "on"  # somebody comes who was not planned
    SWAPPED = "swapped"  # somebody comes in place of another, who has one of hers
    GIVEN = "given"  # somebody comes who was not planned, by a new publication
    LEFT = "left"  # somebody is not planned any more, by a new publication: she called nothing off
    LEARNS = "learns"  # somebody of the team learns beside it now, by a new publication
    IN_THE_TEAM = "in_the_team"  # somebody who learned beside the team is one of it now, by a new publication
    SHORTER = "shorter"  # a shift begins later or ends earlier
    MOVED = "moved"  # a shift has other times, by a new publication
    CALLED_OFF = "called_off"  # there is no such shift on this day
    PUT_BACK = "put_back"  # a shift that was shorter or called off is again as it was planned


class Why(Enum):
    """Why somebody cannot come, as far as she wants to say; who plans reads it, and nobody else."""

    ILL = "ill"
    ACCESS = "access"  # something about the work, the way or the place does not work for her
    OTHER = "other"


@attrs.frozen(kw_only=True)
class Change:
    """One change of a shift ``called`` so: whose place it was or is (None where the shift itself was changed).

    ``starts`` and ``ends`` are those that were planned, ``now_starts`` and ``now_ends`` the new ones of a shift
    that became another one. ``herself`` says that she whose place it is said so, whoever wrote it down; ``by`` is
    who did, where that was a person.
    """

    id: str
    business: str
    called: str
    day: date
    job: str
    starts: datetime
    ends: datetime
    now_starts: datetime | None = None
    now_ends: datetime | None = None
    what: What = attrs.field(converter=What)
    place: int | None = None
    person: str | None = None
    herself: bool = False
    by: str | None = None
    at: datetime
    version: int = 1

    @property
    def notice(self) -> int:
        """Minutes of real time between the change and the start it is about, the earlier of two; none after it."""
        first = min(self.starts, self.now_starts or self.starts)
        return Interval(self.at, first).minutes if first > self.at else 0


@attrs.frozen(kw_only=True)
class SaidWhy:
    """Why ``person`` cannot come to what a ``change`` is about."""

    id: str
    business: str
    change: str
    person: str
    why: Why = attrs.field(converter=Why)
    at: datetime
    version: int = 1
