"""Attendance: what somebody has confirmed of work that is over: when she was really there, or that she was not.

A note is never changed; a correction stands above it with its reason, so that the history of all hours stays.
Why somebody was not there is asked nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import attrs

from alongside.instants import Interval, aware
from alongside.refusal import BadInput

LONGEST_REASON = 300


class NotThen(BadInput):
    """Somebody cannot have been there at the time that was said; ``claim`` is the stretch it was said of."""

    def __init__(self, claim: str, found: str, remedy: str) -> None:
        self.claim = claim
        super().__init__(found, remedy=remedy)


@attrs.frozen(kw_only=True)
class Attendance:
    """What is known of one person's part in one stretch of planned work, the ``number``-th note of it.

    ``claim`` is the stretch in the diary, ``day`` the one it was planned for. Without ``starts`` and ``ends`` she
    was not there. ``why`` is the reason of a correction; the first note has none. ``noted_by`` is None for the
    keyboard.

    Raises:
        BadInput: where the end is not later than the start, or a correction has no reason or too long a one.
    """

    id: str
    claim: str
    person: str
    business: str
    day: date
    number: int = 1
    starts: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    ends: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    why: str = ""
    noted_by: str | None = None
    noted_at: datetime = attrs.field(converter=aware)
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if (self.starts is None) != (self.ends is None):
            raise BadInput("only one end of the time was given", remedy="Give both, from and to, or neither.")
        if self.starts is not None and self.ends is not None and self.ends <= self.starts:
            raise BadInput("the end is not later than the start", remedy="Look at both times again.")
        if self.number > 1 and not self.why.strip():
            raise BadInput("these hours were confirmed before", remedy="Say why they are changed now.")
        if len(self.why) > LONGEST_REASON:
            raise BadInput(f"the reason has {len(self.why)} letters", remedy=f"{LONGEST_REASON} are the most.")

    @property
    def time(self) -> Interval | None:
        """When she was there; None where she was not."""
        return None if self.starts is None or self.ends is None else Interval(self.starts, self.ends)

    @property
    def minutes(self) -> int:
        """Minutes of real time that she was there."""
        return self.time.minutes if self.time else 0

    def says_the_same(self, time: Interval | None) -> bool:
        """True if it says nothing else than that she was there then."""
        return self.time == time


def latest(notes: Iterable[Attendance]) -> dict[str, Attendance]:
    """Return the note that counts, by claim."""
    return {one.claim: one for one in sorted(notes, key=lambda one: one.number)}


def must_be_possible(new: Iterable[Attendance], known: Iterable[Attendance], now: datetime) -> None:
    """Check that times are over, and that nobody was in two places at once: such hours would be paid twice.

    ``known`` are the notes that count by now; those that the new ones correct are left out.

    Raises:
        NotThen: for the first that cannot be.
    """
    said = latest(new)
    standing = [one for one in known if one.claim not in said]
    for one in said.values():
        if one.ends is not None and one.ends > now:
            raise NotThen(one.claim, "this time is not over", "Look at both times again.")
        others = [other for other in (*standing, *said.values()) if other.claim != one.claim]
        if any(_at_once(one, other) for other in others):
            found = "these hours are in others that are confirmed"
            raise NotThen(one.claim, found, "Look at both times again.")


def _at_once(one: Attendance, other: Attendance) -> bool:
    if one.person != other.person or one.time is None or other.time is None:
        return False
    return one.time.overlaps(other.time)
