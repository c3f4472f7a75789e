"""What keeps a person from a place whatever else she works, found minute by minute on the clock of the wall."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import lru_cache

import attrs

from alongside.api.values import Interval, local

from ..problem import Problem
from ..rules import WorkingTime
from ..shift import Shift
from ..worker import Worker

MIDNIGHT = time()

_KEPT = 4096
"""Shifts, or somebody's hours on a shift: some months of a café of 60 people."""


def alone(problem: Problem, worker: Worker, shift: Shift, place: int) -> tuple[str, ...]:
    """Return the rules that keep a worker from this place whatever else she works."""
    skills = shift.places[place] if 0 <= place < len(shift.places) else frozenset()
    beside = shift.learning[place - len(shift.places)] if shift.has(place) and place >= len(shift.places) else ""
    days = _dates(problem.zone, shift.during)
    broken = {
        "skill": any(skill not in {held.skill for held in worker.skills} for skill in skills),
        "certificate": any(_does_not_hold(worker, skill, shift.day) for skill in skills),
        "learner": bool(beside) and not _learns(worker, beside, shift.day),
        "held": shift.day in worker.held and shift.id not in worker.keeps,
        "pay_floor": any(day == shift.day for day in worker.underpaid),
        "away": any(day in worker.availability.away for day in days)
        or any(meet(shift.during, gone) for gone in worker.availability.off),
        "available": not _free(_hours(worker), _dated(worker), problem.zone, shift.during),
        "busy": any(meet(shift.during, taken) for taken in worker.busy + worker.work),
    }
    broken["break"] = _too_long(shift, problem.limits.adults)
    young = problem.limits.under_18
    if worker.under_18:
        # What everybody needs is named first: the break of the young alone would tell an age.
        broken["longer_break"] = not broken["break"] and _too_long(shift, young)
        broken["night"] = young.night is not None and _at_night(problem.zone, shift.during, *young.night)
    elif problem.limits.adults.night is not None:
        broken["night"] = _at_night(problem.zone, shift.during, *problem.limits.adults.night)
    return tuple(rule for rule, yes in broken.items() if yes)


def _learns(worker: Worker, skill: str, day: date) -> bool:
    knows = [held for held in worker.skills if held.skill == skill]
    return skill in worker.learns and (not knows or _does_not_hold(worker, skill, day))


def _too_long(shift: Shift, limits: WorkingTime) -> bool:
    """True if a shift alone is a stretch of work that has too short a break in it."""
    if limits.break_after is None or shift.break_minutes >= limits.break_length:
        return False
    return shift.during.ends - shift.during.starts > timedelta(minutes=limits.break_after)


@attrs.frozen
class Wall:
    """What a clock on the wall shows in one minute of a shift."""

    date: date
    clock: time


@lru_cache(maxsize=16)
def _walls(zone: str, during: Interval) -> tuple[Wall, ...]:
    """Each minute of a shift; the same shift is looked at for one person after the other."""
    found, moment = [], during.starts
    while moment < during.ends:
        shown = local(moment, zone)
        found.append(Wall(shown.date(), shown.time()))
        moment += timedelta(minutes=1)
    return tuple(found)


# What the walks along a clock tell is kept: to find a swap, the same hours are looked at for the same shift a
# hundred times, beside one other change after another. Nothing kept here hangs on anything but what is given.


@lru_cache(maxsize=_KEPT)
def _dates(zone: str, during: Interval) -> frozenset[date]:
    """The days that a shift touches."""
    return frozenset(wall.date for wall in _walls(zone, during))


@lru_cache(maxsize=_KEPT)
def _at_night(zone: str, during: Interval, since: time, until: time) -> bool:
    """True if a minute of a shift lies in the night, which may go over midnight."""
    clocks = (wall.clock for wall in _walls(zone, during))
    return any(since <= one < until if since < until else one >= since or one < until for one in clocks)


@lru_cache(maxsize=_KEPT)
def _free(
    hours: tuple[tuple[int, time, time], ...],
    dated: tuple[tuple[date, time, time], ...],
    zone: str,
    during: Interval,
) -> bool:
    """True if each minute of a shift lies in hours (a weekday, from, until) in which somebody can work.

    A day of which something is ``dated`` (the day, from, until) has these hours and no others.
    """
    walls, own = _walls(zone, during), {day for day, _, _ in dated}
    on = {
        day: [(since, until) for other, since, until in dated if other == day]
        if day in own
        else [(since, until) for weekday, since, until in hours if weekday == day.weekday()]
        for day in {wall.date for wall in walls}
    }
    return all(
        any(since <= wall.clock and (until == MIDNIGHT or wall.clock < until) for since, until in on[wall.date])
        for wall in walls
    )


def _hours(worker: Worker) -> tuple[tuple[int, time, time], ...]:
    return tuple((free.weekday, free.since, free.until) for free in worker.availability.hours)


def _dated(worker: Worker) -> tuple[tuple[date, time, time], ...]:
    return tuple((one.day, one.since, one.until) for one in worker.availability.on_days)


def _does_not_hold(worker: Worker, skill: str, day: date) -> bool:
    """True if she has certificates for a skill and each of them begins later or has ended by the day."""
    given = [held for held in worker.skills if held.skill == skill]
    too_late = [held for held in given if held.until is not None and held.until < day]
    too_early = [held for held in given if held.since is not None and held.since > day]
    return bool(given) and all(held in too_late or held in too_early for held in given)


def meet(one: Interval, other: Interval) -> bool:
    """True if two stretches of time have a moment in common."""
    return max(one.starts, other.starts) < min(one.ends, other.ends)
