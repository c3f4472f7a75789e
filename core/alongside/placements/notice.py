"""Notice: how long before a shift somebody knew of it, and of its being moved or cancelled.

Kept from now on, because the Employment Rights Act 2025 plans reasonable notice of shifts, and payment for those
that are cancelled late; when it begins and what it costs is not known, so nothing is charged until a rule pack
says so under ``LATE``. Notice is real time, also over a change of the clocks.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from statistics import median_low

import attrs

from alongside.instants import Interval, aware
from alongside.refusal import BadInput
from alongside.rulepacks.offers import shipped

LATE = "uk.late-shift-payment"
"""The rule that will say what is paid for a shift that is cancelled late."""


class Happening(Enum):
    """What happened to a shift that had been agreed."""

    MOVED = "moved"
    CANCELLED = "cancelled"


@attrs.frozen(kw_only=True)
class Notice:
    """One change of a person's shift: what had been planned, what came of it, when, and who did it.

    ``starts`` and ``ends`` are those that had been planned; ``now_starts`` is the new start of one that was moved.
    ``by_herself`` is True where the person whose shift it was did it. Nobody is asked why.

    Raises:
        BadInput: where a shift that was moved has no new start, or a cancelled one has.
    """

    id: str
    claim: str
    person: str
    business: str
    what: Happening = attrs.field(converter=Happening)
    starts: datetime = attrs.field(converter=aware)
    ends: datetime = attrs.field(converter=aware)
    now_starts: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    by_herself: bool = False
    at: datetime = attrs.field(converter=aware)
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two fields to tell."""
        if (self.what is Happening.MOVED) != (self.now_starts is not None):
            raise BadInput("a shift that was moved has a new start, and no other has", remedy="Say which it was.")

    @property
    def minutes(self) -> int:
        """Minutes of real time between the change and the start that it was about, the earlier of two.

        None are left where the shift had begun.
        """
        first = self.starts if self.now_starts is None else min(self.starts, self.now_starts)
        return max(0, Interval(self.at, first).minutes if first > self.at else 0)


def notice_of(made_at: datetime | None, starts: datetime) -> int | None:
    """Return how many minutes before its start a shift was agreed; None where that was not kept.

    One that is written down afterwards was agreed with no notice at all.
    """
    if made_at is None:
        return None
    return Interval(made_at, starts).minutes if starts > made_at else 0


def usual(minutes: Iterable[int]) -> int | None:
    """Return the notice in the middle: half had as much or more. None where there is none."""
    found = list(minutes)
    return median_low(found) if found else None


SHORT = 2 * 24 * 60
"""Minutes of notice under which a change counts as short: two days, as people plan their lives."""


@attrs.frozen(kw_only=True)
class NoticeFigures:
    """How early people knew, in figures that name nobody.

    ``shifts`` counts those of which it is known when they were agreed, ``usual`` is the notice in the middle in
    minutes. ``changed`` counts what others than the person moved or cancelled, ``short`` how much of it with less
    than ``SHORT`` minutes to go.
    """

    shifts: int
    usual: int | None
    changed: int
    short: int


def figures(given: Iterable[int], changes: Iterable[Notice]) -> NoticeFigures:
    """Return the figures of the notice that was given, and of the changes there were."""
    known, by_others = list(given), [one for one in changes if not one.by_herself]
    return NoticeFigures(
        shifts=len(known),
        usual=usual(known),
        changed=len(by_others),
        short=sum(one.minutes < SHORT for one in by_others),
    )


def is_paid_for(day: date) -> bool:
    """True if a rule that is known here says on a day what is paid for a shift that is cancelled late."""
    return any(value.covers(day, None) for value in shipped().of(LATE))
