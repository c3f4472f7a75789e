"""Outcomes: paid work that lasts 13, 26 and 52 weeks, counted by one plain rule.

A day counts on which a paid job of the person runs, in whichever business, once. Days between jobs do not count. A
gap of at most 28 days starts nothing over: the count goes on with the next job. After a longer gap it begins anew.
So an outcome is reached on the day on which the days of one run come to 13, 26 or 52 times seven.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import Enum

import attrs

from alongside.instants import Period
from alongside.placements.placement import Placement
from alongside.refusal import BadInput, worded

WEEKS = (13, 26, 52)
LONGEST_GAP = 28
"""Days without paid work after which the count begins anew."""

LONGEST = 1_000
_A_DAY = timedelta(days=1)


class Wanted(Enum):
    """Whether the job is what she wants, as she says herself."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SAID = "not_said"


@attrs.frozen
class Run:
    """Stretches of days with paid work, none of which is more than ``LONGEST_GAP`` days from the next."""

    stretches: tuple[Period, ...]

    @property
    def first_day(self) -> date:
        """The day on which it began."""
        return self.stretches[0].first

    def reached(self, weeks: int) -> date | None:
        """Return the day on which so many weeks of paid work are full; None where they are not."""
        wanted = 7 * weeks
        for one in self.stretches:
            days = (one.last - one.first).days + 1
            if wanted <= days:
                return one.first + timedelta(days=wanted - 1)
            wanted -= days
        return None


def runs_of(placements: Iterable[Placement], today: date) -> list[Run]:
    """Return the runs of a person's paid work up to today, the first one first."""
    found: list[list[Period]] = []
    for one in _stretches(placements, today):
        if found and (one.first - found[-1][-1].last).days - 1 <= LONGEST_GAP:
            found[-1].append(one)
        else:
            found.append([one])
    return [Run(tuple(stretches)) for stretches in found]


def _stretches(placements: Iterable[Placement], today: date) -> Iterator[Period]:
    """The days with paid work, one after the other: two jobs on one day are one day."""
    begun = [one for one in placements if one.paid and one.first_day <= today]
    until: date | None = None
    for one in sorted(begun, key=lambda one: one.first_day):
        first = one.first_day if until is None else max(one.first_day, until + _A_DAY)
        last = min(one.last_day or today, today)
        if first <= last:
            yield Period(first, last)
            until = last


@attrs.frozen(kw_only=True)
class Reached:
    """That so many ``weeks`` of paid work were full on a ``day``, in a run that began on ``run_began``."""

    weeks: int
    day: date
    run_began: date


def reached_by(placements: Iterable[Placement], today: date) -> list[Reached]:
    """Return every outcome that the record shows of a person up to today, by its day."""
    found = [
        Reached(weeks=weeks, day=day, run_began=run.first_day)
        for run in runs_of(placements, today)
        for weeks in WEEKS
        if (day := run.reached(weeks)) is not None
    ]
    return sorted(found, key=lambda one: (one.day, one.weeks))


@attrs.frozen(kw_only=True)
class Outcome:
    """An outcome as it was noted from the record, and what a person says of it.

    ``wanted`` and ``words`` are what she says herself; ``confirmed_by`` is whoever has looked that it is so, with
    ``minutes`` a week on that day. An outcome that nobody has confirmed counts nowhere.

    Raises:
        BadInput: with too many words.
    """

    id: str
    person: str
    weeks: int
    day: date
    run_began: date
    wanted: Wanted = attrs.field(default=Wanted.NOT_SAID, converter=Wanted)
    words: str = ""
    minutes: int = 0
    confirmed_by: str | None = None
    confirmed_on: date | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep it as short as somebody reads."""
        if len(self.words) > LONGEST:
            raise BadInput(worded("placements", "This is long. Write at most {most} letters.", most=LONGEST))

    @property
    def confirmed(self) -> bool:
        """True if somebody has looked that it is so."""
        return self.confirmed_on is not None
