"""What is work: shifts, and those sessions and bookings of which their plugin says so."""

from __future__ import annotations

from collections.abc import Collection

from alongside.diary import offers as diary
from alongside.store import Unit

MAY_BE_WORK = (diary.Purpose.WORK, diary.Purpose.SESSION, diary.Purpose.BOOKING)
"""What somebody may be paid for; the time of those who learn, or play in a room they booked, is no work."""


def at_work(unit: Unit, claims: Collection[diary.Claim]) -> set[str]:
    """Return which of some claims on people's time are work for them, by id."""
    shifts = {one.id for one in claims if one.purpose is diary.Purpose.WORK}
    asked = tuple(one for one in claims if one.purpose in {diary.Purpose.SESSION, diary.Purpose.BOOKING})
    said = unit.collect("at_work", claims=asked) if asked else []
    return shifts | {one for _plugin, ids in said for one in ids}
