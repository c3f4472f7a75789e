"""What the house has decided on top of the law: what a café sets for itself within bounds, and the rest.

Nothing of the law is among them: that comes in from the dated rule packs and no setting touches it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, time, timedelta
from enum import Enum

import attrs

from alongside.api.values import BadInput, local, monday_of, worded

from .rota import KeptShift
from .sharing import SATURDAYS, Shared, refuse_too_many

MARGIN = 4 * 60
"""Minutes a week that a person may be planned for over what was agreed."""

CLOSE, NEAR = 2, 7
"""Days from today up to which a change comes with little notice, and with some."""


class Counts(Enum):
    """How much something counts beside the other wishes, which are all of one layer."""

    LESS = "less"
    USUAL = "usual"
    MORE = "more"

    @property
    def percent(self) -> int:
        """What it counts in hundredths of the usual; all weights of the layer can be halved."""
        return {Counts.LESS: 50, Counts.USUAL: 100, Counts.MORE: 200}[self]


WEIGHED = {
    "wishes": ("wants", "rather_not"),
    "usual_times": ("routine", "same_coach"),
    "fairness": ("shared",),
    "learning": ("learning",),
}
"""Which soft rules each of the weights stands for, by its field."""

BOUNDS = {
    "margin_minutes": (0, 20 * 60),
    "coached_at_once": (1, 6),
    "fairness_weeks": (4, 52),
    "days_that_stay": (0, 14),
}
"""The least and the most that a café may set, both of them possible."""


@attrs.frozen(kw_only=True)
class HouseRules:
    """What a café has set for itself; what it has not is as everywhere.

    ``margin_minutes`` are planned a week over what was agreed, at the most; ``coached_at_once`` people share a job
    coach on a shift. ``shared`` are kinds of shifts that are shared out fairly, and ``fairness_weeks`` are
    looked back on for that and for chances to learn.
    What was published of today and ``days_that_stay`` days after it stays as it is when the rota is filled again:
    such days change by somebody's yes.

    Raises:
        BadInput: for a number outside its bounds, or too many kinds of shifts that are shared out.
    """

    margin_minutes: int = MARGIN
    coached_at_once: int = 2
    fairness_weeks: int = 12
    days_that_stay: int = CLOSE
    wishes: Counts = Counts.USUAL
    usual_times: Counts = Counts.USUAL
    fairness: Counts = Counts.USUAL
    learning: Counts = Counts.USUAL
    shared: tuple[Shared, ...] = (SATURDAYS,)

    def __attrs_post_init__(self) -> None:
        """Keep within what a café can answer for."""
        for field, (least, most) in BOUNDS.items():
            if not least <= getattr(self, field) <= most:
                said = worded("cafe", "Write a number from {least} to {most}.", least=least, most=most)
                raise BadInput(said, where=field)
        refuse_too_many(self.shared)

    @property
    def lately(self) -> timedelta:
        """How far back is looked where something is shared out."""
        return timedelta(weeks=self.fairness_weeks)

    @property
    def unusual(self) -> tuple[str, ...]:
        """The fields that are not as everywhere, in order."""
        return tuple(
            one.name for one in attrs.fields(HouseRules) if getattr(self, one.name) != getattr(USUAL, one.name)
        )

    @property
    def shares(self) -> tuple[tuple[str, int], ...]:
        """The soft rules that count less or more, each with its hundredths of the usual."""
        return tuple(
            (rule, getattr(self, field).percent)
            for field, rules in WEIGHED.items()
            for rule in rules
            if getattr(self, field) is not Counts.USUAL
        )


USUAL = HouseRules()
"""What goes everywhere until somebody sets something else."""


@attrs.frozen(kw_only=True)
class KeptHouseRules:
    """The rules that one café has set, as kept."""

    id: str
    business: str
    rules: HouseRules
    version: int = 1


COMING = timedelta(days=365)
"""How far ahead somebody whose work begins later counts as one of the team."""

REASONS_KEPT = timedelta(weeks=4)
"""How long it is kept why somebody could not come: for as long as who plans may have to do with it."""

ROUTINE_LOOKS_BACK = timedelta(weeks=4)
ROUTINE = 2
"""How many weeks of those a time must have been worked in to be somebody's usual time."""


def usual_times(worked: Iterable[KeptShift], before: date) -> frozenset[tuple[int, time]]:
    """Return the weekday and start that somebody has worked in two or more of the four weeks before a day."""
    times = {
        (monday_of(shift.day), shift.day.weekday(), local(shift.starts, shift.zone).time())
        for shift in worked
        if before - ROUTINE_LOOKS_BACK <= shift.day < before
    }
    often = Counter((weekday, start) for _, weekday, start in times)
    return frozenset(slot for slot, weeks in often.items() if weeks >= ROUTINE)
