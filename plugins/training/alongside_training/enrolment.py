"""An enrolment: somebody's place in a run, or in its waiting list, and the rule by which a place is passed on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import Enum

import attrs

THE_RULE = "Who has waited longest and is free at all the times gets the place."
"""The rule as people read it. Somebody who is not free keeps her place in the line."""


class EnrolmentState(Enum):
    """What somebody is to a run."""

    ENROLLED = "enrolled"  # has a place
    WAITING = "waiting"
    LEFT = "left"


@attrs.frozen(kw_only=True)
class Enrolment:
    """One person and one run: there is one of them, whatever becomes of it.

    ``since`` is when she joined, by which the line is in order. Where prerequisites were waived, ``waived_by`` did
    it and ``waived_because`` says why. ``wished`` says that the place began as a wish of hers. Once she has done
    the course, ``done_on`` is the day and ``certificate`` the id of what she was given.
    """

    id: str
    business: str
    run: str
    person: str
    state: EnrolmentState
    since: datetime
    waived_by: str | None = None
    waived_because: str = ""
    wished: bool = False
    done_on: date | None = None
    certificate: str | None = None
    version: int = 1

    @property
    def live(self) -> bool:
        """True if she has a place or waits for one."""
        return self.state is not EnrolmentState.LEFT


def in_line(enrolments: Sequence[Enrolment]) -> list[Enrolment]:
    """Return those who wait, the longest first."""
    waiting = [one for one in enrolments if one.state is EnrolmentState.WAITING]
    return sorted(waiting, key=lambda one: (one.since, one.id))


def places_left(places: int, enrolments: Sequence[Enrolment]) -> int:
    """Return how many places nobody has; below 0 never, even where places were taken away."""
    return max(places - sum(one.state is EnrolmentState.ENROLLED for one in enrolments), 0)


def next_in_line(
    places: int, enrolments: Sequence[Enrolment], fits: Callable[[Enrolment], bool]
) -> list[Enrolment]:
    """Return who gets the places that are free now, by ``THE_RULE``."""
    fitting = [one for one in in_line(enrolments) if fits(one)]
    return fitting[: places_left(places, enrolments)]
