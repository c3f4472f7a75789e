"""Shifts: a dated need for work, the places in it, who has them and which of them are open."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import attrs

from alongside.api.values import Interval

KEY_HOLDER = "key_holder"


def said_or_none(minutes: int | None) -> int:
    """Return the minutes of a break: none where nothing was said, so that silence is never taken for a rest."""
    return minutes or 0


@attrs.frozen(kw_only=True)
class Shift:
    """A dated need for work: one job, from one instant to another, with one or more places.

    ``day`` is the day on which clocks of the café show its start. ``places`` names the skills that each place
    needs, place 0 first. Where ``key_holder`` is set, somebody in the team should hold the key.

    ``learning`` names skills that somebody may learn on the shift, beside the team: learners' places are counted
    on after ``places``; they are no cover, and nobody missing there is no gap. ``break_minutes`` is the rest
    within the shift; where nothing was said of it (``None``), there is none.

    Raises:
        ValueError: for a break that is shorter than nothing.
    """

    id: str
    day: date
    job: str
    during: Interval
    places: tuple[frozenset[str], ...]
    key_holder: bool = False
    learning: tuple[str, ...] = ()
    break_minutes: int = attrs.field(default=0, converter=said_or_none, validator=attrs.validators.ge(0))

    @cached_property
    def minutes(self) -> int:
        """Whole minutes of real time, so that a night in March is an hour shorter."""
        return self.during.minutes

    @cached_property
    def kinds(self) -> dict[int, tuple[int, ...]]:
        """The kinds of its places: the first place of each, with all places that ask for the same."""
        alike: dict[tuple[frozenset[str], str], list[int]] = {}
        for n in range(len(self.places) + len(self.learning)):
            asked = self.places[n] if n < len(self.places) else frozenset()
            alike.setdefault((asked, self.learnt_on(n)), []).append(n)
        return {places[0]: tuple(places) for places in alike.values()}

    def has(self, place: int) -> bool:
        """True if there is such a place, the team's or a learner's."""
        return 0 <= place < len(self.places) + len(self.learning)

    def learnt_on(self, place: int) -> str:
        """Return the skill that is learnt on a place; empty for the team's, and for one that is not there."""
        return self.learning[place - len(self.places)] if self.has(place) and place >= len(self.places) else ""


@attrs.frozen(kw_only=True, order=True, cache_hash=True)
class Assignment:
    """A person on one place of a shift; places are counted from 0, the team's first and then the learners'."""

    shift: str
    place: int
    person: str


@attrs.frozen(kw_only=True)
class Gap:
    """A place of the team that nobody has; ``place`` is ``None`` where it is the key-holder that is missing."""

    shift: str
    place: int | None
