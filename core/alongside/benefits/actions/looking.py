"""Looking at what a shift would change: one's own hours and pay without it and with it, and numbers asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

import attrs

from alongside.benefits import offers
from alongside.benefits.actions.choosing import look_at_choice
from alongside.benefits.adviser import Adviser
from alongside.benefits.numbers import numbers_on
from alongside.benefits.own_choice import OwnChoice
from alongside.benefits.what_if import Compared, Stretch, compared, periods
from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, Period, local
from alongside.money import Pence
from alongside.placements import offers as placements
from alongside.placements.open_work import OpenWork
from alongside.refusal import NotFound
from alongside.rulepacks.offers import RuleValue
from alongside.store import Unit

TO_COME = timedelta(days=28)
"""How far ahead shifts are offered to look at."""


@attrs.frozen(kw_only=True)
class Shift:
    """What is asked about. ``claim`` is the one of a shift that is planned already, empty for any other."""

    work: Stretch
    claim: str = ""


@attrs.frozen(kw_only=True)
class WhatIf:
    """What a shift changes. ``meets`` is true where something else stands in her diary at that time."""

    shift: Shift
    day: date
    compared: tuple[Compared, ...]
    meets: bool
    chosen: OwnChoice | None
    numbers: tuple[RuleValue, ...]
    adviser: Adviser | None


def own_shift(unit: Unit, claim: str) -> Shift:
    """Return a shift of one's own that is planned, or was.

    Raises:
        NotFound: where it is not one's own, or no work any more.
    """
    for one in diary.every_claim(unit, unit.actor.id):
        if one.id == claim and one.active and one.business and one.purpose is diary.Purpose.WORK:
            return Shift(work=_stretch(unit, one.business, one.interval), claim=one.id)
    raise NotFound("shift of yours", claim, "Your week shows your shifts.")


def a_shift(unit: Unit, business: str, starts: datetime, ends: datetime) -> Shift:
    """Return a shift that somebody thinks of taking."""
    return Shift(work=_stretch(unit, business, Interval(starts, ends)))


def coming_shifts(unit: Unit) -> list[diary.Claim]:
    """Return one's own shifts of the next weeks, in order of time."""
    return [one for one in _planned(unit, Interval(unit.now, unit.now + TO_COME)) if one.ends > unit.now]


def work_to_take(unit: Unit) -> list[OpenWork]:
    """Return work of the next weeks that one could take, as the businesses tell of it, in order of time."""
    interval = Interval(unit.now, unit.now + TO_COME)
    told = unit.collect("open_work", person=unit.actor.id, starts=interval.starts, ends=interval.ends)
    found = (one for _part, works in told for one in works or ())
    return sorted(found, key=lambda one: (one.starts, one.business, one.label))


def look(unit: Unit, shift: Shift) -> WhatIf:
    """Compare the weeks (and months, where she asks for what goes by months) of a shift without it and with it.

    Raises:
        OnlyAlone: while somebody helps her, unless she has agreed to that.
    """
    chosen, zone = look_at_choice(unit), enterprise.the_enterprise(unit).zone
    day = local(shift.work.time.starts, zone).date()
    asks = chosen.asks if chosen else ()
    spans = periods(day, by_week=True, by_month=any(one.by_month for one in asks))
    return WhatIf(
        shift=shift,
        day=day,
        compared=tuple(compared(_others(unit, shift, span), shift.work, span, zone) for span in spans),
        meets=any(one.id != shift.claim for one in diary.holds(unit, [unit.actor.id], shift.work.time)),
        chosen=chosen,
        numbers=numbers_on(asks, day),
        adviser=offers.adviser(unit),
    )


def _others(unit: Unit, shift: Shift, period: Period) -> list[Stretch]:
    """All work of a period but the shift: as it was noted where it is over, else as it is planned."""
    zone = enterprise.the_enterprise(unit).zone
    noted = placements.attendance_of(unit, unit.actor.id, period)
    found = []
    for one in _planned(unit, period.interval(zone)):
        time = noted[one.id].time if one.id in noted else one.interval
        if one.id != shift.claim and time is not None:
            found.append(_stretch(unit, str(one.business), time))
    return found


def _planned(unit: Unit, interval: Interval) -> Iterator[diary.Claim]:
    held: Sequence[diary.Claim] = diary.holds(unit, [unit.actor.id], interval)
    return (one for one in held if one.purpose is diary.Purpose.WORK and one.business)


def _stretch(unit: Unit, business: str, time: Interval) -> Stretch:
    return Stretch(time=time, business=business, rate=_rate(unit, business, time))


def _rate(unit: Unit, business: str, time: Interval) -> Pence | None:
    """The rate that is agreed there on the day on which the work begins."""
    zone, person = enterprise.the_enterprise(unit).zone, unit.actor.id
    day = local(time.starts, zone).date()
    agreed = unit.once(f"benefits:agreed:{person}", lambda: placements.placements_of(unit, person))
    there = (one for one in agreed if one.business == business and one.runs_on(day))
    return next((one.rate for one in there), None)
