"""What raises the question “is this person a worker?”: facts of an unpaid placement, and reasons found in them.

The reasons are questions and no verdict: whether somebody is a worker follows from the whole real arrangement,
and a person looks at that. Sources: National Minimum Wage Act 1998, section 44 (voluntary workers), as HMRC's
manual and nibusinessinfo.co.uk tell it; GOV.UK on who is a worker. Nothing here is legal advice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from enum import Enum

import attrs

from alongside.instants import monday_of
from alongside.money import Pence
from alongside.placements.placement import Placement, PlacementType


class Reason(Enum):
    """What was seen on a placement that is called unpaid."""

    SET_HOURS = "set_hours"  # the same times, week after week
    REWARD = "reward"  # money beyond real expenses
    TRAINING = "training"  # more than the task needs
    LONG_TRIAL = "long_trial"  # an unpaid trial that goes on


@attrs.frozen
class Source:
    """Where a reason comes from: what it is called, and the place in it."""

    title: str
    place: str
    confirmed: bool = True


_SECTION_44 = Source(
    "National Minimum Wage Act 1998", "section 44, as HMRC’s manual and nibusinessinfo.co.uk tell it"
)
SOURCES = {
    Reason.SET_HOURS: Source("GOV.UK", "who is a worker: the real arrangement counts, and not its name"),
    Reason.REWARD: _SECTION_44,
    Reason.TRAINING: Source("HMRC, National Minimum Wage Manual", "training beyond what the task needs"),
    Reason.LONG_TRIAL: Source("GOV.UK", "unpaid trial work", confirmed=False),
}


@attrs.frozen
class UsualTime:
    """A weekday (0 is Monday) and the time at which work begins on it, by the clocks of the place."""

    weekday: int
    begins: time


@attrs.frozen(kw_only=True)
class Facts:
    """What the record knows of a placement on a day.

    ``usual`` are the times that repeat on the rota, ``training`` the kinds of certificates that she was given
    since it began and that no plan of the businesses asks for. ``beyond_expenses`` is true where what she gets
    back looks like more than real expenses.
    """

    kind: PlacementType
    on: date
    first_day: date
    rate: Pence | None = None
    usual: tuple[UsualTime, ...] = ()
    training: tuple[str, ...] = ()
    beyond_expenses: bool = False


WEEKS_ALIKE = 3
"""In how many weeks a time must stand on the rota to count as set hours; the house's figure, not the law's."""


def usual_times(begun: Iterable[tuple[date, time]]) -> tuple[UsualTime, ...]:
    """Return the times at which work begins in three weeks or more, in the order of the week."""
    weeks: dict[UsualTime, set[date]] = {}
    for day, clock in begun:
        weeks.setdefault(UsualTime(day.weekday(), clock), set()).add(monday_of(day))
    often = [one for one, found in weeks.items() if len(found) >= WEEKS_ALIKE]
    return tuple(sorted(often, key=lambda one: (one.weekday, one.begins)))


def asked_about(kind: PlacementType) -> bool:
    """True if a placement of this kind is called unpaid, and so can be a job by another name."""
    return kind is not PlacementType.PAID


def reasons_in(facts: Facts, longest_trial: int) -> tuple[Reason, ...]:
    """Return every reason to ask that the facts give, none for a paid job.

    ``longest_trial`` is how many days an unpaid trial may last before it is asked about.
    """
    if not asked_about(facts.kind):
        return ()
    over = facts.on >= facts.first_day + timedelta(days=longest_trial)
    found = {
        Reason.SET_HOURS: bool(facts.usual),
        Reason.REWARD: facts.rate is not None or facts.beyond_expenses,
        Reason.TRAINING: bool(facts.training),
        Reason.LONG_TRIAL: facts.kind is PlacementType.TRIAL and facts.rate is None and over,
    }
    return tuple(reason for reason, so in found.items() if so)


def facts_of(placement: Placement, on: date, begun: Iterable[tuple[date, time]], training: Iterable[str]) -> Facts:
    """Return the facts of a placement on a day: when its work begins by the rota, and what she was trained in."""
    return Facts(
        kind=placement.kind,
        on=on,
        first_day=placement.first_day,
        rate=placement.rate,
        usual=usual_times(begun),
        training=tuple(sorted(set(training))),
    )
