"""Presence: when somebody was last seen on a device that many use, and whether it has locked itself since."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

from alongside.refusal import BadInput

USUAL_MINUTES = 3
MOST_MINUTES = 60

NOTED_EVERY = timedelta(minutes=1)
"""How often it is written down that somebody is still there, however many pages they open."""


@attrs.frozen(kw_only=True)
class Presence:
    """Somebody was there ``at`` this instant, in the session of this ``id``; ``locked`` where it was covered."""

    id: str
    at: datetime
    locked: bool = False
    version: int = 1

    def is_locked(self, now: datetime, minutes: int) -> bool:
        """True if it was covered, or left alone for so long.

        What is written down may be a minute old: nobody is locked out before her time.
        """
        return self.locked or now - self.at > timedelta(minutes=minutes) + NOTED_EVERY

    def is_old(self, now: datetime) -> bool:
        """True if it is time to write down that somebody is still there."""
        return now - self.at >= NOTED_EVERY


@attrs.frozen(kw_only=True)
class Locking:
    """After how many ``minutes`` without anybody a device that many use locks itself; one row for the enterprise.

    Raises:
        BadInput: for no minute, or more than an hour.
    """

    id: str = "locking"
    minutes: int = attrs.field(default=USUAL_MINUTES)
    version: int = 1

    @minutes.validator
    def _can_be(self, _: object, minutes: int) -> None:
        if not 1 <= minutes <= MOST_MINUTES:
            raise BadInput(f"a device locks itself after 1 to {MOST_MINUTES} minutes", remedy="Such as 3.")
