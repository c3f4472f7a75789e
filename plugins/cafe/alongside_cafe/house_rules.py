"""What the house has decided on top of the law: figures that a café may differ on, in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, time, timedelta

from alongside.api.values import local, monday_of

from .rota import KeptShift

MARGIN = 4 * 60
"""Minutes a week that a person may be planned for over what was agreed."""

LATELY = timedelta(weeks=12)
"""How far back Saturdays are counted when they are shared out."""

COACHED_AT_ONCE = 2
"""How many people one job coach looks after on a shift at the most."""

CLOSE, NEAR = 2, 7
"""Days from today up to which a change comes with little notice, and with some.

What was published of the first stays as it is when the rota is filled again: such days change by somebody's yes.
"""

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


def saturdays(worked: Iterable[KeptShift], before: date) -> int:
    """Return how many Saturdays somebody has worked in the twelve weeks before a day."""
    days = {shift.day for shift in worked if shift.day.weekday() == 5 and before - LATELY <= shift.day < before}
    return len(days)
