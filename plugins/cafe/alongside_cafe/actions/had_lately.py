"""What people have lately had of what is shared out: as it was worked, as it is published, as it is drafted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from alongside.api import enterprise
from alongside.api.store import Unit
from alongside.api.values import Period

from ..draft import Draft
from ..house_rules import HouseRules
from ..offers.had import agreed_over, had_of
from ..rota import Rota
from ..sharing import Had, chances_of, days_of
from ..tables.drafts import drafts_of
from .changed import as_changed
from .needed import shifts_from

DAY = timedelta(days=1)


class HadLately:
    """What the people of a café had in the weeks before a period, of what is shared out by its rules.

    ``past`` is the rota of those weeks. Whoever was noted as not there has not had the shift. On the days of a
    draft that waits for weeks before the period, what it says counts.
    """

    def __init__(self, unit: Unit, business: str, period: Period, rules: HouseRules, past: Rota) -> None:
        before = Period(period.first - rules.lately, period.first - DAY)
        had = list(_had(unit, business, before, past))
        self._days = [days_of(kind, had) for kind in rules.shared]
        self._chances = chances_of(had)
        self._agreed = agreed_over(unit, business, Period(before.first, period.last))

    def shared(self, who: str) -> tuple[int, ...]:
        """Return on how many days somebody had a shift of each kind that is shared out."""
        return tuple(days[who] for days in self._days)

    def chances(self, who: str) -> int:
        """Return how often somebody learnt beside the team."""
        return self._chances[who]

    def agreed(self, who: str) -> int:
        """Return the minutes agreed with somebody here, over these weeks and the period together.

        Who has begun lately, or works few hours, has as small a share of what everybody had.
        """
        return self._agreed[who]


def _had(unit: Unit, business: str, before: Period, past: Rota) -> Iterator[Had]:
    drafts = [one for one in drafts_of(unit, business) if before.first <= one.period.last <= before.last]
    yield from had_of(unit, past, before, [one.period for one in drafts])
    for draft in drafts:
        yield from _drafted(unit, business, draft)


def _drafted(unit: Unit, business: str, draft: Draft) -> Iterator[Had]:
    zone = enterprise.the_enterprise(unit).zone
    needed = shifts_from(unit, business, draft.first_day, draft.weeks)
    shifts = {one.id: one for one in as_changed(unit, business, draft.period, needed)}
    for one in draft.assignments:
        if shift := shifts.get(one.shift):
            learnt = bool(shift.learnt_on(one.place))
            yield Had(one.person, shift.during.starts, zone, shift.job, learnt)
