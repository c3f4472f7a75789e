"""What a period at the studio came to: hours of hire beside hours of members, and what was earned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import attrs

from .bookable import Bookable
from .booking import Booking, Payer, State
from .kit import Piece


@attrs.frozen(kw_only=True)
class Summary:
    """Figures of the bookings that took place.

    ``earned`` is what hirers agreed to pay, ``carried`` the full price of hours that the group gave its members.
    Bookings to which nobody came are counted apart and in no sum.
    """

    bookings: int = 0
    hire: int = 0
    members: int = 0
    earned: int = 0
    carried: int = 0
    nobody_came: int = 0

    @property
    def minutes(self) -> int:
        """All minutes that were used."""
        return self.hire + self.members


def took_place(booking: Booking, now: datetime) -> bool:
    """True for a booking that is over, also where no daily round has noticed it yet."""
    return booking.state is State.DONE or (booking.state is State.CONFIRMED and booking.ends <= now)


def summary(bookings: Sequence[Booking], now: datetime) -> Summary:
    """Return the figures of the bookings of a period."""
    there = [one for one in bookings if took_place(one, now)]
    hire = [one for one in there if one.payer is Payer.HIRER]
    own = [one for one in there if one.payer is Payer.GROUP]
    return Summary(
        bookings=len(there),
        hire=sum(one.minutes for one in hire),
        members=sum(one.minutes for one in own),
        earned=sum(one.pence for one in hire),
        carried=sum(one.pence for one in own),
        nobody_came=sum(one.state is State.NO_SHOW for one in bookings),
    )


def by_month(bookings: Sequence[Booking], now: datetime) -> list[tuple[tuple[int, int], Summary]]:
    """Return the figures of each month (year, month) in which something took place, in order."""
    months: dict[tuple[int, int], list[Booking]] = {}
    for one in bookings:
        months.setdefault((one.day.year, one.day.month), []).append(one)
    told = [(month, summary(there, now)) for month, there in sorted(months.items())]
    return [(month, figures) for month, figures in told if figures.bookings]


def by_room(
    bookings: Sequence[Booking], bookables: Mapping[str, Bookable], pieces: Sequence[Piece], now: datetime
) -> list[tuple[str, int]]:
    """Return for each room how many minutes it was used."""
    used: dict[str, int] = {one.resource: 0 for one in pieces if one.is_room}
    for booking in bookings:
        if took_place(booking, now):
            for need in bookables[booking.bookable].needs:
                if need.resource in used:
                    used[need.resource] += booking.minutes
    return [(one.name, used[one.resource]) for one in pieces if one.is_room]
