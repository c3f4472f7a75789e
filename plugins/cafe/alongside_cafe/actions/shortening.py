"""A shorter opening: a shift begins later or ends earlier, or the whole day does; the rest is called off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import attrs

from alongside.api import enterprise
from alongside.api.store import Unit
from alongside.api.values import BadInput, Interval, Period, at, local, worded

from ..change import Change, What
from ..legal import can_take, may_at_all
from ..rota import KeptShift
from ..rules import PRIVATE, RULES, public
from ..tables import rota_of
from ..worker import Worker
from . import change_wanted, changing, standing_in

STEP = timedelta(minutes=30)
LEAST = timedelta(hours=2)
"""The shortest shift that is worth the way."""


@attrs.frozen(kw_only=True)
class Shorter:
    """Other times of a shift with which somebody can come, and who."""

    starts: datetime
    ends: datetime
    people: tuple[str, ...]


def ways(unit: Unit, there: change_wanted.Standing, shift: KeptShift, place: int) -> list[Shorter]:
    """Return the longest shift that begins later, and the longest that ends earlier, for which somebody is there.

    The others on the shift get those times too: they are fewer hours, which no rule forbids.
    """
    return [
        found
        for times in (_later(shift, unit.now), _earlier(shift))
        if (found := _first(there, shift, place, times))
    ]


def _later(shift: KeptShift, now: datetime) -> Iterator[Interval]:
    starts = shift.starts + STEP
    while shift.ends - starts >= LEAST:
        if starts > now:
            yield Interval(starts, shift.ends)
        starts += STEP


def _earlier(shift: KeptShift) -> Iterator[Interval]:
    ends = shift.ends - STEP
    while ends - shift.starts >= LEAST:
        yield Interval(shift.starts, ends)
        ends -= STEP


def _first(
    there: change_wanted.Standing, shift: KeptShift, place: int, times: Iterator[Interval]
) -> Shorter | None:
    for during in times:
        who = tuple(_who(there, shift, place, during))
        if who:
            return Shorter(starts=during.starts, ends=during.ends, people=who)
    return None


def _who(there: change_wanted.Standing, shift: KeptShift, place: int, during: Interval) -> Iterator[str]:
    wanted = change_wanted.Wanted(times=((shift, during),))
    problem = changing.question_after(there.able, wanted)
    planned = next(one for one in problem.shifts if one.id == shift.called)
    on = set(there.rota.on(shift))
    for one in problem.workers:
        able = one.id not in on and may_at_all(problem, one, planned, place)
        able = able and not can_take(problem, there.rota.planned, one, planned, place)
        if able and not _tells_of_her(there, shift, place, one):
            yield one.id


def _tells_of_her(there: change_wanted.Standing, shift: KeptShift, place: int, one: Worker) -> bool:
    """True where something private keeps somebody from the whole shift.

    The longest shift that she could have would tell how much she may, to the half hour. What the house itself has
    set is no secret.
    """
    broken = can_take(there.able, there.rota.planned, one, there.shift(shift), place)
    return any(public(found.rule) == PRIVATE and not RULES[found.rule].waivable for found in broken)


def shorten(unit: Unit, business: str, shift: str, starts: datetime, ends: datetime) -> list[Change]:
    """Give one shift a later start or an earlier end, at once.

    Raises:
        BadInput: for times outside the shift, or for a start that has gone by.
        NotPossible: where it would break a rule.
    """
    unit.need("cafe.plan", business)
    kept = standing_in.open_shift(unit, business, shift)
    if not (kept.starts <= starts < ends <= kept.ends):
        raise BadInput(worded("cafe", "Choose times within the shift."))
    if starts != kept.starts and starts < unit.now:
        raise BadInput(worded("cafe", "This time has gone by. Choose a later one."))
    return _give(unit, business, [(kept, Interval(starts, ends))])


def open_shorter(unit: Unit, business: str, day: date, opens: time | None, closes: time | None) -> list[Change]:
    """Open later or close earlier on one day: shifts are cut to it, and those that lie outside are called off.

    Raises:
        BadInput: where nothing is left of the day, or nothing changes.
    """
    unit.need("cafe.plan", business)
    zone = enterprise.the_enterprise(unit).zone
    first = at(day, opens, zone) if opens else None
    last = at(day, closes, zone) if closes else None
    coming = [
        one for one in rota_of(unit, business, Period(day, day)).shifts if one.ends > unit.now and one.places
    ]
    cut = [(one, _cut(one, first, last, unit.now)) for one in coming]
    changed = [(one, during) for one, during in cut if during != one.shift.during]
    if not changed:
        raise BadInput(worded("cafe", "All shifts of the day lie within these times. Choose others."))
    if all(during is None for _, during in cut):
        raise BadInput(worded("cafe", "No shift would be left. Choose times that leave some of the day."))
    return _give(unit, business, changed)


def _cut(shift: KeptShift, first: datetime | None, last: datetime | None, now: datetime) -> Interval | None:
    """What is left of a shift; one that has begun keeps its start, and one that goes past midnight may."""
    starts = shift.starts if first is None or shift.starts <= now else max(shift.starts, first)
    # What is worked by now is not cut away.
    ends = shift.ends if last is None else min(shift.ends, max(last, now))
    return Interval(starts, ends) if starts < ends else None


def _give(unit: Unit, business: str, times: list[tuple[KeptShift, Interval | None]]) -> list[Change]:
    shifts = [shift for shift, _ in times]
    there = changing.standing(unit, business, *shifts)
    wanted = change_wanted.Wanted(times=tuple(times))
    standing_in.refuse(unit, there, changing.breaks(there, wanted))
    done = changing.change(unit, there, wanted, What.CALLED_OFF)
    for shift, during in times:
        if during is None:
            standing_in.close_all(unit, shift)
    return done


def clock_of(shift: KeptShift, moment: datetime) -> time:
    """Return what the clocks of the café show."""
    return local(moment, shift.zone).time()
