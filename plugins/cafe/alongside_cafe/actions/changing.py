"""Changing the rota that stands, at once: the one way for marking off, standing in, swapping and shorter shifts.

Each change is looked at by the checker before anything is written; what it would break stays as it was. Then time
is given back, moved and claimed, what happened is kept, open places get their reasons, and people are told.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import attrs

from alongside.api import diary
from alongside.api.store import Unit
from alongside.api.values import BadInput, Interval, Period, local, monday_of, worded

from ..change import Change, What, Why
from ..checker import Breach
from ..legal import broken_by
from ..problem import Problem
from ..rota import KeptShift
from ..shift import Assignment
from ..tables import ASSIGNMENT, ASSIGNMENTS, SHIFT, SHIFTS, rota_of
from . import changed, explaining, rewriting, telling_changes
from .asking import problem_to_check
from .change_wanted import Standing, Wanted
from .recording import record


def standing(unit: Unit, business: str, first: KeptShift, *others: KeptShift) -> Standing:
    """Read the weeks of some shifts, Monday to Sunday: limits of a week and of seven days are looked at whole."""
    return standing_in(unit, business, _weeks(first, *others))


def _weeks(*shifts: KeptShift) -> Period:
    days = [one.day for one in shifts]
    return Period(monday_of(min(days)), monday_of(max(days)) + timedelta(days=6))


def hold(unit: Unit, business: str, *shifts: KeptShift) -> None:
    """Hold the weeks of some shifts until the unit ends: who changes them too waits, and reads what came of it.

    Two yeses at one moment would both be looked at against the rota as it was, and two who keep apart both be in.
    """
    hold_days(unit, business, _weeks(*shifts))


def hold_days(unit: Unit, business: str, days: Period) -> None:
    """Hold the shifts of some days, all at once and in one order, so that no two wait for each other."""
    there = SHIFT.select().where(SHIFT.c.business == business, SHIFT.c.day.between(days.first, days.last))
    unit.lock(SHIFTS, [one.id for one in unit.question(there)])


def standing_in(unit: Unit, business: str, period: Period, at_work: Collection[str] | None = None) -> Standing:
    """Read the rota of a period and its question, held where the unit writes; the caller was checked.

    Where it is said who is ``at_work``, nobody else's time is read: the others seem to be free.
    """
    if unit.writing:
        hold_days(unit, business, period)
    rota = rota_of(unit, business, period)
    shifts = [one.shift for one in rota.shifts]
    problem = problem_to_check(unit, business, period, shifts, rota.claims, at_work)
    able = changed.without_those_away(unit, business, period, problem, rota)
    return Standing(business=business, period=period, problem=problem, able=able, rota=rota)


def breaks(there: Standing, wanted: Wanted) -> tuple[Breach, ...]:
    """Return what a change would break that is not broken already."""
    then = question_after(there.problem, wanted)
    return broken_by(there.problem, there.rota.planned, after(there, wanted), then)


def change(
    unit: Unit,
    there: Standing,
    wanted: Wanted,
    what: What,
    *,
    herself: Collection[str] = (),
    why: Why | None = None,
) -> list[Change]:
    """Make a change that breaks nothing, keep it, and tell those whom it touches; the caller has asked ``breaks``.

    Args:
        unit: the unit in which it happens.
        there: the rota as it stands, read in this unit.
        wanted: what is to be another way.
        what: how a place that somebody leaves or gets is to be called.
        herself: the people who wanted it so themselves, whoever writes it down.
        why: why somebody leaves her place, as far as she said.

    Raises:
        SomebodyWasFaster: where a place has gone to somebody else meanwhile.
        Taken: where somebody's time is taken by something that the rota does not know.
    """
    _hold(unit, wanted)
    kept = [*rewriting.leave(unit, there, wanted, what, herself), *rewriting.move(unit, there, wanted)]
    kept += rewriting.put(unit, there, wanted, what, herself)
    if why is not None:
        rewriting.keep_why(unit, [one for one in kept if one.what is What.OFF], why)
    _count_on(unit, there, wanted)
    rota = rota_of(unit, there.business, there.period)
    # What people are busy with elsewhere is as it was: the question is read once.
    problem = attrs.evolve(there.problem, shifts=tuple(one.shift for one in rota.shifts))
    able = changed.without_those_away(unit, there.business, there.period, problem, rota)
    explaining.renew(unit, able, rota, _shifts(wanted))
    telling_changes.tell(unit, there.business, problem, there.rota, rota)
    return kept


def _count_on(unit: Unit, there: Standing, wanted: Wanted) -> None:
    """Note that what is published of the days that changed is another one now: its number counts on."""
    days = {there.rota.by_id[one].day for one in _shifts(wanted)}
    record(unit, there.business, Period(min(days), max(days)))


def _hold(unit: Unit, wanted: Wanted) -> None:
    """Hold everybody's time, in one order, so that two changes of one person come one after the other."""
    for one in wanted.on:
        diary.ensure_person(unit, one.person)
    diary.keep_still(unit, {one.person for one in wanted.off} | {one.person for one in wanted.on})


def _shifts(wanted: Wanted) -> frozenset[str]:
    """The ids of all shifts that a change touches."""
    return frozenset(
        {one.shift for one in wanted.off}
        | {one.shift.id for one in wanted.on}
        | {shift.id for shift, _ in (*wanted.times, *wanted.back)}
    )


def after(there: Standing, wanted: Wanted) -> list[Assignment]:
    """Return who is planned for what once a change is made."""
    off = {(one.shift, one.place) for one in wanted.off}
    gone = {shift.id for shift, times in wanted.times if times is None}
    stay = [
        planned
        for one, planned in zip(there.rota.assignments, there.rota.planned, strict=True)
        if (one.shift, one.place) not in off and one.shift not in gone
    ]
    new = [Assignment(shift=one.shift.called, place=one.place, person=one.person) for one in wanted.on]
    return [*stay, *new]


def question_after(problem: Problem, wanted: Wanted) -> Problem:
    """Return the question as it is once shifts have their new times."""
    times = {shift.called: during for shift, during in wanted.moved}
    if not times:
        return problem
    shifts = tuple(
        attrs.evolve(one, during=during) if (during := times.get(one.id)) else one for one in problem.shifts
    )
    return attrs.evolve(problem, shifts=shifts)


def over() -> BadInput:
    """The refusal for a shift that is over: what was worked stays as it was."""
    return BadInput(worded("cafe", "This shift is over. What was worked stays as it was."))


def places_taken(unit: Unit, shift: KeptShift) -> frozenset[int]:
    """Return the places of a shift that somebody has."""
    return frozenset(one.place for one in unit.find(ASSIGNMENTS, ASSIGNMENT.c.shift == shift.id))


def day_of(during: Interval, zone: str) -> date:
    """Return the day on which the clocks of a place show a beginning."""
    return local(during.starts, zone).date()
