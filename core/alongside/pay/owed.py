"""What is owed for hours: confirmed time, day by day, for the placement that says what it pays.

A shift over midnight counts on both days; the minutes of its parts add up to those that really passed, on the
nights of a clock change too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

import attrs

from alongside.instants import at, local, minutes_between
from alongside.pay.line import PaidTime, What
from alongside.placements.placement import Placement


@attrs.frozen(kw_only=True)
class Confirmed:
    """Time that somebody has confirmed for one claim. ``work`` is False for a session or a booking.

    Such a one may be in another business than hers: a waiter teaches in a course.
    """

    claim: str
    business: str
    starts: datetime
    ends: datetime
    work: bool = True


@attrs.frozen
class Part:
    """The minutes of a confirmed time that lie on one day."""

    confirmed: Confirmed
    day: date
    minutes: int


def parts(confirmed: Confirmed, zone: str) -> list[Part]:
    """Return a confirmed time day by day, as days begin in ``zone``."""
    first, last = local(confirmed.starts, zone).date(), local(confirmed.ends, zone).date()
    if first == last:
        return [Part(confirmed, first, minutes_between(confirmed.starts, confirmed.ends))]
    found, so_far = [], 0
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        until = min(confirmed.ends, at(day + timedelta(days=1), time(), zone))
        # Counted from the start each time, so that no minute is lost between two days.
        passed = minutes_between(confirmed.starts, until)
        if passed > so_far:
            found.append(Part(confirmed, day, passed - so_far))
        so_far = passed
    return found


def paying(placements: Sequence[Placement], part: Part) -> Placement | None:
    """Return the placement that pays for a part of time, None where there is none, or one cannot tell which.

    Work is paid by the placement in its own business. A session or a booking elsewhere is paid by the person's
    only paid placement of that day; not where she volunteers there, or learns the work: that is unpaid.
    """
    that_day = [one for one in placements if one.runs_on(part.day)]
    there = [one for one in that_day if one.business == part.confirmed.business]
    if there:
        return next((one for one in there if one.paid), None)
    paid = [one for one in that_day if one.paid]
    return paid[0] if len(paid) == 1 and not part.confirmed.work else None


def nothing_agreed(placements: Sequence[Placement], part: Part) -> bool:
    """True if no placement of the person, paid or not, speaks of that time."""
    there = (one for one in placements if one.business == part.confirmed.business and one.runs_on(part.day))
    return paying(placements, part) is None and not any(there)


def owed(placements: Sequence[Placement], found: Iterable[Part]) -> Iterator[PaidTime]:
    """Yield what is owed for parts of time, where somebody is paid for them."""
    for part in found:
        placement = paying(placements, part)
        if placement is not None:
            yield PaidTime(
                what=What.WORK,
                day=part.day,
                claim=part.confirmed.claim,
                placement=placement.id,
                rate=placement.rate,
                minutes=part.minutes,
            )


def to_pay(owed: Iterable[PaidTime], paid: Iterable[PaidTime]) -> list[PaidTime]:
    """Return what has still to be paid, or taken back, so that all that is paid becomes what is owed."""
    left: dict[PaidTime, list[int]] = {}
    for sign, rows in ((1, owed), (-1, paid)):
        for one in rows:
            count = left.setdefault(attrs.evolve(one, minutes=0, days=0), [0, 0])
            count[0] += sign * one.minutes
            count[1] += sign * one.days
    return [attrs.evolve(key, minutes=count[0], days=count[1]) for key, count in left.items() if any(count)]
