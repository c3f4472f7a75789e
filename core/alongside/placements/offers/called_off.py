"""Called off: shifts to which the person whose they were has said that she cannot come; here nobody reads why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, Period, local
from alongside.placements.notice import Happening, Notice
from alongside.placements.tables import NOTICE, NOTICES
from alongside.store import Unit


@attrs.frozen(order=True)
class CalledOff:
    """The day of a shift that somebody has called off."""

    day: date
    person: str
    business: str


def called_off(unit: Unit, days: Period, business: str | None = None) -> list[CalledOff]:
    """Return which shifts of some days people called off themselves, in all businesses or in one, day by day.

    It does not matter who wrote it down. One that was swapped is none of them, nor is one to which she came after
    all, nor one that the business took from her afterwards.
    """
    zone = enterprise.the_enterprise(unit).zone
    span = days.interval(zone)
    cancelled = [NOTICE.c.what == Happening.CANCELLED.value]
    cancelled += [NOTICE.c.starts >= span.starts, NOTICE.c.starts < span.ends]
    if business is not None:
        cancelled.append(NOTICE.c.business == business)
    found = unit.find(NOTICES, *cancelled, order=(NOTICE.c.at, NOTICE.c.id))
    newest = {(one.person, one.business, one.starts): one for one in found}
    hers = _not_there(unit, _not_swapped(unit, [one for one in newest.values() if one.by_herself]))
    return sorted({CalledOff(local(one.starts, zone).date(), one.person, one.business) for one in hers})


def _not_swapped(unit: Unit, hers: Sequence[Notice]) -> list[Notice]:
    # Whoever swaps is given another shift in the same act, at the same instant.
    made = diary.made_at(unit, {one.person for one in hers}, {one.at for one in hers}) if hers else []
    given = {(one.resource, one.business, one.made_at) for one in made}
    return [one for one in hers if (one.person, one.business, one.at) not in given]


def _not_there(unit: Unit, hers: Sequence[Notice]) -> list[Notice]:
    if not hers:
        return []
    span = Interval(min(one.starts for one in hers), max(one.ends for one in hers))
    held = diary.holds(unit, {one.person for one in hers}, span)
    return [one for one in hers if not any(_is_in(claim, one) for claim in held)]


def _is_in(claim: diary.Claim, notice: Notice) -> bool:
    """True for work of hers in the business at the time that a notice is about."""
    hers = (claim.resource, claim.business) == (notice.person, notice.business)
    there = claim.starts < notice.ends and notice.starts < claim.ends
    return hers and there and claim.purpose is diary.Purpose.WORK
