"""Rows of working time: one place at a time, rest, breaks, hours of a day and a week, days off, the average."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import attrs

from alongside.api.values import Interval, local, monday_of

from ..availability import days_touched
from ..problem import Problem, Waiver
from ..rules import RULES
from ..shift import Shift
from ..worker import Worker
from .openings import ages, limits_of, near
from .writing import Guard, Model, by_week


def write(model: Model, worker: Worker) -> None:
    """Write every row about when and how long one person works."""
    _one_place(model, worker)
    _rest(model, worker)
    _breaks(model, worker)
    _hours(model, worker)
    _days_off(model, worker)
    _days_off_in_a_row(model, worker)
    _average(model, worker)


def elsewhere(problem: Problem, worker: Worker) -> list[tuple[date, int]]:
    """Return the day and minutes of each piece of other work."""
    return [(local(work.starts, problem.zone).date(), work.minutes) for work in worker.work]


def _days_elsewhere(problem: Problem, worker: Worker) -> set[date]:
    return {day for work in worker.work for day in days_touched(work, problem.zone)}


def _days(model: Model, worker: Worker) -> set[date]:
    return {day for shift in model.could[worker.id] for day in days_touched(shift.during, model.problem.zone)}


def moments(shifts: Iterable[Shift]) -> Iterator[list[Shift]]:
    """Yield the shifts that run at one moment, as many as ever run together: of no fewer need anything be said.

    More run when the next one begins, unless one of them has ended by then.
    """
    there = sorted(shifts, key=lambda shift: shift.during.starts)
    for n, shift in enumerate(there):
        then = [one for one in there if one.during.starts <= shift.during.starts < one.during.ends]
        if n + 1 == len(there) or there[n + 1].during.starts >= min(one.during.ends for one in then):
            yield then


def _one_place(model: Model, worker: Worker) -> None:
    """At each moment she has one place at most."""
    for then in moments(model.could[worker.id]):
        fixed = sum((worker.id, one.id) in model.fixed for one in then)
        free = [place for one in then for place in model.x.get((worker.id, one.id), {}).values()]
        if free and len(free) + fixed > 1:
            guard = Guard(rule="one_place", person=worker.id, week=monday_of(then[-1].day))
            model.row(guard, sum(free) <= max(0, 1 - fixed))


def at_once(model: Model, worker: Worker, shifts: Sequence[Shift]) -> Iterator[Any]:
    """Yield, for each moment, 1 or 0 as a sum: whether she is then at work on one of these shifts.

    All that run together say it more tightly to the relaxation than each alone, for she is on one of them at most.
    Where reasons are sought, that she is on one is a rule of its own, and each is yielded alone.
    """
    for then in ([one] for one in shifts) if model.guarded else moments(shifts):
        fixed = any((worker.id, one.id) in model.fixed for one in then)
        yield 1 if fixed else sum(model.works(worker.id, one.id) for one in then)


def _rest(model: Model, worker: Worker) -> None:
    longest = timedelta(minutes=limits_of(model.problem, worker).rest)
    shifts = model.could[worker.id]
    for n, one in enumerate(shifts):
        for other in shifts[n + 1 :]:
            if other.during.starts >= one.during.ends + longest:
                # Shifts stand in the order of their starts, so no later one is nearer.
                break
            if one.day != other.day and not one.during.overlaps(other.during):
                _forbid(model, worker, _short_of(model.problem, worker, one, other), (one, other))


def _short_of(problem: Problem, worker: Worker, one: Shift, other: Shift) -> str:
    found = (
        rule
        for rule, limits in ages(problem, worker, "rest", "longer_rest")
        if near(one.during, other.during, timedelta(minutes=limits.rest))
    )
    return next(found)


def _forbid(model: Model, worker: Worker, rule: str, shifts: tuple[Shift, ...]) -> None:
    """Let somebody have all of these shifts but one at most."""
    guard = Guard(rule=rule, person=worker.id, week=monday_of(shifts[-1].day))
    model.at_most(guard, [(1, worker.id, one.id) for one in shifts], len(shifts) - 1)


def _breaks(model: Model, worker: Worker) -> None:
    for rule, limits in ages(model.problem, worker, "break", "longer_break"):
        if limits.break_after is not None:
            rest = timedelta(minutes=limits.break_length)
            silent = _silent(model, worker, limits.break_length)
            for one in silent:
                for stretch in _stretches(silent, (one,), limits.break_after, rest):
                    _forbid(model, worker, rule, stretch)


@attrs.frozen
class _Piece:
    """A stretch of work without a break: a shift that she could have, or what she works already (``shift`` None).

    ``free`` says that it is not settled yet whether she has it.
    """

    during: Interval
    shift: Shift | None = None
    free: bool = False


def _silent(model: Model, worker: Worker, break_length: int) -> list[_Piece]:
    """All her stretches of work without a break that is long enough, here and elsewhere."""
    breaks = dict(worker.breaks)
    return [
        *(_Piece(one) for one in worker.work if breaks.get(one, 0) < break_length),
        *(
            _Piece(one.during, one, (worker.id, one.id) not in model.fixed)
            for one in model.could[worker.id]
            if one.break_minutes < break_length
        ),
    ]


def _stretches(
    pieces: list[_Piece], begun: tuple[_Piece, ...], most: int, rest: timedelta
) -> Iterator[tuple[Shift, ...]]:
    """Yield the shifts of stretches that go on without a break and are longer than ``most``, none too many.

    Of what is settled already nothing can be forbidden any more: it counts, and the next one is one too many.
    """
    if sum(one.during.minutes for one in begun) > most and any(one.free for one in begun):
        if len(begun) > 1:
            yield tuple(one.shift for one in begun if one.shift is not None)
        return
    ends = begun[-1].during.ends
    for one in pieces:
        if ends <= one.during.starts < ends + rest:
            yield from _stretches(pieces, (*begun, one), most, rest)


def _hours(model: Model, worker: Worker) -> None:
    limits, taken = limits_of(model.problem, worker), elsewhere(model.problem, worker)
    for monday, shifts in by_week(model.could[worker.id]).items():
        used = sum(minutes for day, minutes in taken if monday_of(day) == monday)
        for rule, limit, counting in _of_a_week(model, worker, monday, shifts):
            terms = [(one.minutes, worker.id, one.id) for one in counting]
            model.at_most(Guard(rule=rule, person=worker.id, week=monday), terms, limit - used)
            _how_many(model, Guard(rule=rule, person=worker.id, week=monday), counting, limit - used)
        for day in sorted({shift.day for shift in shifts} if limits.day is not None else ()):
            of_day = [(one.minutes, worker.id, one.id) for one in shifts if one.day == day]
            left = (limits.day or 0) - sum(minutes for then, minutes in taken if then == day)
            model.at_most(Guard(rule="day_limit", person=worker.id, week=monday), of_day, left)


def _of_a_week(
    model: Model, worker: Worker, monday: date, shifts: list[Shift]
) -> list[tuple[str, int, list[Shift]]]:
    """Return what bounds a week: each rule, its minutes, and the shifts that count for it.

    Where nobody asks which rule it is, the tightest of those that count the same shifts says it for all.
    """
    found = [("own_most", worker.own_most, shifts)]
    for rule, most in (_of_age(model.problem, worker), ("margin", worker.most_minutes)):
        found += [(rule, most, [one for one in shifts if not _let_through(model.problem, worker, one, rule)])]
    if _grows(worker, monday):
        found += [("gradual", worker.agreed_in(monday) + model.problem.over_plan, shifts)]
    bounds = [(rule, most, counting) for rule, most, counting in found if most is not None]
    if model.guarded:
        return bounds
    return [
        (rule, most, counting)
        for rule, most, counting in bounds
        if (rule, most) == min(((one, bound) for one, bound, of in bounds if of == counting), key=lambda b: b[1])
    ]


def _of_age(problem: Problem, worker: Worker) -> tuple[str, int | None]:
    """The law's longest week for the young, who cannot opt out; for adults the longest that the house plans."""
    if worker.under_18:
        return "week_limit", problem.limits.under_18.week
    return "long_week", None if worker.opted_out else problem.limits.adults.week


def _let_through(problem: Problem, worker: Worker, shift: Shift, rule: str) -> bool:
    return Waiver(rule=rule, shift=shift.id, person=worker.id) in problem.waived if RULES[rule].waivable else False


def _grows(worker: Worker, monday: date) -> bool:
    return any(day <= monday for day, _ in worker.plan)


def _how_many(model: Model, guard: Guard, shifts: list[Shift], most: int) -> None:
    """Say as well how many shifts the minutes allow: without it, the relaxation thinks of parts of shifts."""
    number, left = 0, most
    for minutes in sorted(shift.minutes for shift in shifts):
        left -= minutes
        number += left >= 0
    model.at_most(guard, [(1, guard.person, one.id) for one in shifts], number)


def _days_off(model: Model, worker: Worker) -> None:
    """Rolling: whichever seven days one looks at, enough of them are off."""
    most = 7 - limits_of(model.problem, worker).days_off
    taken = _days_elsewhere(model.problem, worker)
    days = _days(model, worker) - taken
    windows = list(_windows(days, taken, most))
    if not windows:
        return
    worked = _worked(model, worker, days)
    rule = "more_days_off" if worker.under_18 else "days_off"
    for seven in windows:
        new = [one for day, one in worked.items() if day in seven]
        used = len(seven & taken) + sum(isinstance(one, int) for one in new)
        free = [one for one in new if not isinstance(one, int)]
        guard = Guard(rule=rule, person=worker.id, week=monday_of(max(seven & days)))
        if free:
            model.row(guard, sum(free) <= max(0, most - used))


def _windows(days: set[date], taken: set[date], most: int) -> Iterator[set[date]]:
    first = min(days, default=date.max) - timedelta(days=6) if days else date.max
    for n in range((max(days) - first).days + 1 if days else 0):
        seven = {first + timedelta(days=n + day) for day in range(7)}
        if len(seven & (days | taken)) > most and seven & days:
            yield seven


def _worked(model: Model, worker: Worker, days: set[date]) -> dict[date, Any]:
    """Return for each day 1 if it is fixed that she works on it, else a variable that is 1 if she does."""
    touched = {shift.id: days_touched(shift.during, model.problem.zone) for shift in model.could[worker.id]}
    fixed = {day for shift, hers in touched.items() if (worker.id, shift) in model.fixed for day in hers}
    worked: dict[date, Any] = {day: 1 if day in fixed else model.new() for day in sorted(days)}
    for day in sorted(set(worked) - fixed):
        for there in at_once(model, worker, [one for one in model.could[worker.id] if day in touched[one.id]]):
            model.cp.add(there <= worked[day])
    return worked


def _days_off_in_a_row(model: Model, worker: Worker) -> None:
    """Week by week from Monday on: so many days off follow each other. One alone is what ``_days_off`` asks."""
    off = limits_of(model.problem, worker).days_off
    if off < 2:
        return
    taken, there = _days_elsewhere(model.problem, worker), _days(model, worker)
    for monday in sorted({monday_of(day) for day in there}):
        week = [monday + timedelta(days=n) for n in range(7)]
        days = there & set(week) - taken
        runs = [week[n : n + off] for n in range(8 - off) if not taken & set(week[n : n + off])]
        if not days or any(not days & set(run) for run in runs):
            continue
        worked = _worked(model, worker, days)
        _one_run_is_off(model, Guard(rule="more_days_off", person=worker.id, week=monday), worked, runs)


def _one_run_is_off(model: Model, guard: Guard, worked: dict[date, Any], runs: list[list[date]]) -> None:
    can = [run for run in runs if not any(isinstance(worked.get(day), int) for day in run)]
    if not can:
        # What is fixed leaves no run of days off: nothing more may be put on a day that is not worked yet.
        for one in (one for one in worked.values() if not isinstance(one, int)):
            model.row(guard, one <= 0)
        return
    chosen = [model.new() for _ in can]
    model.row(guard, sum(chosen) >= 1)
    for run, one in zip(can, chosen, strict=True):
        for day in (day for day in run if day in worked):
            model.cp.add(one + worked[day] <= 1)


def _average(model: Model, worker: Worker) -> None:
    limits = limits_of(model.problem, worker)
    if limits.average is None or (worker.opted_out and not worker.under_18):
        return
    earlier, taken = dict(worker.earlier), elsewhere(model.problem, worker)
    weeks = by_week(model.could[worker.id])
    # Weeks after these count too where she works in them already.
    later = {monday_of(day) for day, _ in taken if weeks and monday_of(day) > min(weeks)}
    for monday in sorted({*weeks, *later}):
        span = {monday - timedelta(weeks=n) for n in range(limits.average_weeks)}
        used = sum(minutes for week, minutes in earlier.items() if week in span)
        used += sum(m for day, m in taken if monday_of(day) in span and monday_of(day) not in earlier)
        terms = [(one.minutes, worker.id, one.id) for week in sorted(span & set(weeks)) for one in weeks[week]]
        most = limits.average * _days_counted(worker, span) // 7 - used
        model.at_most(Guard(rule="average", person=worker.id, week=monday), terms, most)


def _days_counted(worker: Worker, span: set[date]) -> int:
    """The days of some weeks without leave and without those before she began: the average is taken over these."""
    return 7 * len(span) - sum(days for week, days in worker.left_out if week in span)
