"""A booking: what, for whom, when, at what price, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum

import attrs

from alongside.api.values import BadInput, Interval, Refusal, aware, local, worded

from .price import Audience


class State(Enum):
    """Where a booking stands."""

    HELD = "held"  # its time is kept until an instant, and given back by itself
    REQUESTED = "requested"  # asked for; no time is claimed before a manager says yes
    CONFIRMED = "confirmed"
    DONE = "done"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


MOVES: Mapping[State, frozenset[State]] = {
    State.HELD: frozenset({State.CONFIRMED, State.CANCELLED}),
    State.REQUESTED: frozenset({State.CONFIRMED, State.CANCELLED}),
    State.CONFIRMED: frozenset({State.DONE, State.NO_SHOW, State.CANCELLED}),
    State.DONE: frozenset({State.NO_SHOW}),
    State.NO_SHOW: frozenset({State.DONE}),
    # Taking a cancellation back claims the time anew, or asks for it anew.
    State.CANCELLED: frozenset({State.CONFIRMED, State.REQUESTED}),
}
"""The one table of moves: from where to where a booking may go."""

CLAIMED = frozenset({State.HELD, State.CONFIRMED})
"""States in which the diary keeps the booking's time to come."""

WORDS: Mapping[State, str] = {
    State.HELD: "held for a while",
    State.REQUESTED: "waiting for a yes",
    State.CONFIRMED: "booked",
    State.DONE: "over",
    State.NO_SHOW: "nobody came",
    State.CANCELLED: "cancelled",
}


class Payer(Enum):
    """Who pays the full price."""

    HIRER = "hirer"
    GROUP = "group"  # the group carries it for its member


class NoSuchMove(Refusal):
    """A booking cannot go from where it stands to where it was sent."""

    status = 409

    def __init__(self, now: State, wanted: State) -> None:
        super().__init__(
            worded(
                "studio",
                "This booking is {now}, so it cannot become “{wanted}”. Look at it again.",
                now=WORDS[now],
                wanted=WORDS[wanted],
            )
        )


@attrs.frozen(kw_only=True)
class Hirer:
    """Who books: a ``person`` on record or a ``customer``, never both."""

    person: str | None = None
    customer: str | None = None
    audience: Audience = Audience.COMMUNITY
    payer: Payer = Payer.HIRER

    def __attrs_post_init__(self) -> None:
        """Check that it is one of the two."""
        if (self.person is None) == (self.customer is None):
            raise BadInput("a booking is for one person or one customer", remedy="Say for whom.")


@attrs.frozen(kw_only=True)
class Booking:
    """One booking. ``pence`` is the full price, kept as it was when it was booked or moved.

    ``claims`` are the diary's, without one while it is requested; ``until`` is when a hold runs out.
    ``person`` and ``customer`` are both empty once whoever booked has been forgotten.
    """

    id: str
    business: str
    bookable: str
    person: str | None
    customer: str | None
    audience: Audience
    payer: Payer
    state: State
    starts: datetime = attrs.field(converter=aware)
    ends: datetime = attrs.field(converter=aware)
    zone: str
    rate: int
    pence: int
    claims: tuple[str, ...] = ()
    until: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    series: str | None = None
    version: int = 1

    @property
    def interval(self) -> Interval:
        """When it is, without turnaround."""
        return Interval(self.starts, self.ends)

    @property
    def minutes(self) -> int:
        """How long it really is."""
        return self.interval.minutes

    @property
    def day(self) -> date:
        """The day on which it starts, there."""
        return local(self.starts, self.zone).date()

    @property
    def clock(self) -> time:
        """What clocks show there when it starts."""
        return local(self.starts, self.zone).time()

    @property
    def source(self) -> str:
        """How the diary's claims name it."""
        return source_of(self.id)

    def stands(self, now: datetime) -> bool:
        """True if it is waited for or claimed: not over, not cancelled, and no hold that has run out."""
        if self.state is State.HELD:
            return self.until is None or self.until > now
        return self.state in {State.REQUESTED, State.CONFIRMED}

    def may_become(self, state: State) -> None:
        """Refuse a move that the table does not know."""
        if state not in MOVES[self.state]:
            raise NoSuchMove(self.state, state)


def source_of(booking: str) -> str:
    """Return how a claim of the diary names its booking."""
    return f"studio:booking:{booking}"
