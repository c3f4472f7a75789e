"""A day at the studio as it is read: each room with what stands in it, in order of time."""

from __future__ import annotations

from datetime import datetime

import attrs

from .booking import Booking


@attrs.frozen(kw_only=True)
class Entry:
    """One thing that stands on a day: a booking, or what else the diary holds (``booking`` is None then).

    ``who`` is shown to those who run the studio, ``with_it`` names the kit that comes with it.
    """

    starts: datetime
    ends: datetime
    what: str
    who: str = ""
    booking: Booking | None = None
    picture: str = "lock"
    with_it: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Room:
    """One room or other thing that stands by itself, with the day's entries."""

    name: str
    picture: str
    access: tuple[str, ...]
    entries: tuple[Entry, ...]


@attrs.frozen(kw_only=True)
class StudioDay:
    """A whole day: its rooms, its times, and why it is different where it is."""

    rooms: tuple[Room, ...]
    open_words: tuple[tuple[datetime, datetime], ...]
    reason: str = ""

    @property
    def times(self) -> list[datetime]:
        """Every start of the day, in order."""
        return sorted({one.starts for room in self.rooms for one in room.entries})

    @property
    def used(self) -> bool:
        """True if anything stands on the day."""
        return any(room.entries for room in self.rooms)

    def at(self, room: Room, start: datetime) -> list[Entry]:
        """Return what starts in a room at a time."""
        return [one for one in room.entries if one.starts == start]
