"""What people had of a rota, and the hours that were agreed with them: what a fair share is reckoned from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta

from alongside.api import placements
from alongside.api.store import Unit
from alongside.api.values import Period, monday_of

from ..rota import Rota
from ..sharing import Had

SUNDAY, WEEK = timedelta(days=6), timedelta(weeks=1)


def had_of(unit: Unit, rota: Rota, days: Period, but: Iterable[Period] = ()) -> Iterator[Had]:
    """Yield what people have had of a published rota of some days, but for days that are told elsewhere.

    Whoever was noted as not there has not had the shift.
    """
    gone = {claim for claim, (_, minutes) in placements.minutes_noted(unit, days).items() if not minutes}
    others = tuple(but)
    for one in rota.assignments:
        shift = rota.by_id[one.shift]
        if one.claim not in gone and not any(each.first <= shift.day <= each.last for each in others):
            yield Had(one.person, shift.starts, shift.zone, shift.job, bool(shift.shift.learnt_on(one.place)))


def agreed_over(unit: Unit, business: str, period: Period) -> Counter[str]:
    """Return the minutes that are agreed with each person over a period: of each week, what holds at its end."""
    paid = [one for one in placements.placements_in(unit, period, business) if one.paid]
    sunday, found = monday_of(period.first) + SUNDAY, Counter[str]()
    while sunday - SUNDAY <= period.last:
        for one in paid:
            found[one.person] += one.minutes_on(sunday) if one.runs_on(sunday) else 0
        sunday += WEEK
    return found
