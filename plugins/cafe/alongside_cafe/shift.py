"""Shifts: a dated need for work, the places in it, who has them and which of them are open."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.api.values import Interval

KEY_HOLDER = "key_holder"


@attrs.frozen(kw_only=True)
class Shift:
    """A dated need for work: one job, from one instant to another, with one or more places.

    ``day`` is the day on which clocks of the café show its start. ``places`` names the skills that each place
    needs, place 0 first. Where ``key_holder`` is set, somebody on the shift should hold the key.
    """

    id: str
    day: date
    job: str
    during: Interval
    places: tuple[frozenset[str], ...]
    key_holder: bool = False

    @property
    def minutes(self) -> int:
        """Whole minutes of real time, so that a night in March is an hour shorter."""
        return self.during.minutes


@attrs.frozen(kw_only=True, order=True)
class Assignment:
    """A person on one place of a shift; places are counted from 0."""

    shift: str
    place: int
    person: str


@attrs.frozen(kw_only=True)
class Gap:
    """A place that nobody has; ``place`` is ``None`` where it is the key-holder that is missing."""

    shift: str
    place: int | None
