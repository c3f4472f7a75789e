"""Checking a rota: every hard rule looked at again, by code that shares nothing with the solver.

It is slow and plain on purpose: it walks minute by minute and pair by pair, where the solver's model reasons in
intervals and sums. A rota that this module finds no breach in may be published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta

import attrs

from alongside.api.values import Interval, local, monday_of

from ..problem import Problem
from ..rules import said
from ..shift import Assignment, Shift
from ..worker import Worker

MIDNIGHT = time()


@attrs.frozen
class Breach:
    """One hard rule that is broken, by whom, on which shift, and the sentence that a manager reads."""

    rule: str
    person: str
    shift: str
    sentence: str


def check(
    problem: Problem, assignments: Sequence[Assignment], names: Mapping[str, str] | None = None
) -> tuple[Breach, ...]:
    """Return every breach of a hard rule; an empty tuple means that the rota may stand."""
    workers = {worker.id: worker for worker in problem.workers}
    shifts = {shift.id: shift for shift in problem.shifts}
    found = [
        (one.person, one.shift, "place") for one in assignments if _misplaced(one, assignments, shifts, workers)
    ]
    for worker in problem.workers:
        hers = [one for one in assignments if one.person == worker.id and one.shift in shifts]
        for one in hers:
            found += [
                (worker.id, one.shift, rule) for rule in alone(problem, worker, shifts[one.shift], one.place)
            ]
        rota = [shifts[one.shift] for one in hers]
        found += [(worker.id, shift, rule) for rule, shift in together(problem, worker, rota)]
    return tuple(
        Breach(rule, person, shift, f"{shift}: {said(rule, [(names or {}).get(person, person)], problem.limits)}.")
        for person, shift, rule in found
    )


def alone(problem: Problem, worker: Worker, shift: Shift, place: int) -> tuple[str, ...]:
    """Return the rules that keep a worker from this place whatever else she works."""
    skills = shift.places[place] if 0 <= place < len(shift.places) else frozenset()
    walls = list(_walls(problem, shift))
    broken = {
        "skill": any(skill not in {held.skill for held in worker.skills} for skill in skills),
        "certificate": any(_does_not_hold(worker, skill, shift.day) for skill in skills),
        "held": shift.day in worker.held and shift.id not in worker.keeps,
        "away": any(wall.date in worker.availability.away for wall in walls),
        "available": not all(_free(worker, wall) for wall in walls),
        "busy": any(_meet(shift.during, taken) for taken in worker.busy + worker.work),
    }
    return tuple(rule for rule, yes in broken.items() if yes)


def together(problem: Problem, worker: Worker, rota: Sequence[Shift]) -> tuple[tuple[str, str], ...]:
    """Return the rules that a worker's shifts break together, each with the shift that does it."""
    pieces = [Piece(shift.day, shift.during, shift.id) for shift in rota]
    pieces += [Piece(local(work.starts, problem.zone).date(), work, "") for work in worker.work]
    pieces.sort(key=lambda piece: (piece.during.starts, piece.shift))
    return tuple(broken for clause in _CLAUSES for broken in clause(problem, worker, pieces))


@attrs.frozen
class Piece:
    """A stretch of work that begins on ``day``; ``shift`` is empty for work that is not of this rota."""

    day: date
    during: Interval
    shift: str


@attrs.frozen
class Wall:
    """What a clock on the wall shows in one minute of a shift."""

    date: date
    clock: time


def _walls(problem: Problem, shift: Shift) -> Iterator[Wall]:
    moment = shift.during.starts
    while moment < shift.during.ends:
        shown = local(moment, problem.zone)
        yield Wall(shown.date(), shown.time())
        moment += timedelta(minutes=1)


def _free(worker: Worker, wall: Wall) -> bool:
    return any(
        free.weekday == wall.date.weekday()
        and free.since <= wall.clock
        and (free.until == MIDNIGHT or wall.clock < free.until)
        for free in worker.availability.hours
    )


def _does_not_hold(worker: Worker, skill: str, day: date) -> bool:
    """True if she has certificates for a skill and each of them begins later or has ended by the day."""
    given = [held for held in worker.skills if held.skill == skill]
    too_late = [held for held in given if held.until is not None and held.until < day]
    too_early = [held for held in given if held.since is not None and held.since > day]
    return bool(given) and all(held in too_late or held in too_early for held in given)


def _meet(one: Interval, other: Interval) -> bool:
    return max(one.starts, other.starts) < min(one.ends, other.ends)


def _misplaced(
    one: Assignment, assignments: Sequence[Assignment], shifts: Mapping[str, Shift], workers: Mapping[str, Worker]
) -> bool:
    if one.shift not in shifts or one.person not in workers or not 0 <= one.place < len(shifts[one.shift].places):
        return True
    return sum(other.shift == one.shift and other.place == one.place for other in assignments) > 1


Found = Iterator[tuple[str, str]]


def _pairs(pieces: list[Piece]) -> Iterator[tuple[Piece, Piece]]:
    for n, first in enumerate(pieces):
        yield from ((first, second) for second in pieces[n + 1 :] if first.shift or second.shift)


def _one_place(_problem: Problem, _worker: Worker, pieces: list[Piece]) -> Found:
    for first, second in _pairs(pieces):
        if first.shift and second.shift and _meet(first.during, second.during):
            yield "one_place", second.shift


def _rest(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    needed = problem.limits.of(under_18=worker.under_18).rest
    for first, second in _pairs(pieces):
        between = (second.during.starts - first.during.ends) / timedelta(minutes=1)
        if first.day != second.day and 0 <= between < needed:
            rule = "rest" if between < problem.limits.adults.rest else "longer_rest"
            yield rule, second.shift or first.shift


def _hours(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    limits = problem.limits.of(under_18=worker.under_18)
    week = worker.most_minutes if limits.week is None else min(limits.week, worker.most_minutes)
    for rule, most, start in (("day_limit", limits.day, _same), ("week_limit", week, monday_of)):
        worked: dict[date, int] = {}
        for piece in pieces:
            worked[start(piece.day)] = worked.get(start(piece.day), 0) + piece.during.minutes
        for day, minutes in worked.items():
            last = [piece.shift for piece in pieces if piece.shift and start(piece.day) == day]
            if most is not None and minutes > most and last:
                yield rule, last[-1]


def _same(day: date) -> date:
    return day


def _days_off(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    off = problem.limits.of(under_18=worker.under_18).days_off
    elsewhere = {piece.day for piece in pieces if not piece.shift}
    for piece in pieces:
        for first in (piece.day - timedelta(days=back) for back in range(7)):
            seven = {first + timedelta(days=n) for n in range(7)}
            free = 7 - len(seven & {other.day for other in pieces})
            if piece.shift and piece.day not in elsewhere and free < off:
                yield ("days_off" if free < problem.limits.adults.days_off else "more_days_off"), piece.shift
                return


_CLAUSES: tuple[Callable[[Problem, Worker, list[Piece]], Found], ...] = (_one_place, _rest, _days_off, _hours)
