"""What a person's shifts break together, found pair by pair and day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter

import attrs

from alongside.api.values import Interval, local, monday_of

from ..problem import Problem
from ..rules import WorkingTime
from ..shift import Shift
from ..worker import Worker
from .alone import meet


def together(problem: Problem, worker: Worker, rota: Sequence[Shift]) -> tuple[tuple[str, str], ...]:
    """Return the rules that a worker's shifts break together, each with the shift that does it."""
    if not rota:
        # Each clause is told of a shift of this rota: of somebody without one there is nothing to tell.
        return ()
    zone = problem.zone
    pieces = [_piece(one.day, one.during, zone, one.id, one.break_minutes) for one in rota]
    breaks = dict(worker.breaks)
    pieces += [_piece(local(one.starts, zone).date(), one, zone, "", breaks.get(one, 0)) for one in worker.work]
    pieces.sort(key=lambda piece: (piece.during.starts, piece.shift))
    return tuple(broken for clause in _CLAUSES for broken in clause(problem, worker, pieces))


def _last(during: Interval, zone: str) -> date:
    """The day of the last minute: what ends at midnight touches no new day."""
    return local(during.ends - timedelta(minutes=1), zone).date()


def adds_to(rule: str, broken: Shift, one: Shift) -> bool:
    """True if a shift of hers is among the hours that are too many, which are told of the shift ``broken``.

    Who has too many already, because she wants fewer since yesterday, is not to be given another shift for that.
    """
    if rule == "day_limit":
        return broken.day == one.day
    of_a_week = rule in {"week_limit", "long_week", "own_most", "margin", "gradual"}
    return rule == "average" or (of_a_week and monday_of(broken.day) == monday_of(one.day))


@attrs.frozen
class Piece:
    """A stretch of work that begins on ``day``; ``rest`` is the break within it.

    ``shift`` is empty for work that is not of this rota. ``days`` are all on which she is at work for a moment or
    more, and ``monday`` begins the week that its minutes are counted in.
    """

    day: date
    during: Interval
    minutes: int
    days: tuple[date, ...]
    monday: date
    shift: str = ""
    rest: int = 0


@lru_cache(maxsize=4096)
def _piece(day: date, during: Interval, zone: str, shift: str = "", rest: int = 0) -> Piece:
    last = _last(during, zone)
    days = (day,) if last == day else tuple(day + timedelta(days=n) for n in range((last - day).days + 1))
    return Piece(day, during, during.minutes, days, monday_of(day), shift, rest)


Found = Iterator[tuple[str, str]]


def _pairs(pieces: list[Piece], minutes: int) -> Iterator[tuple[Piece, Piece]]:
    """Yield two pieces of which the second begins before the first has been over for so many minutes."""
    for n, first in enumerate(pieces):
        until = first.during.ends + timedelta(minutes=minutes)
        for second in pieces[n + 1 :]:
            # They come in order of time: none that follows begins any sooner.
            if second.during.starts >= until:
                break
            if first.shift or second.shift:
                yield first, second


def _one_place(_problem: Problem, _worker: Worker, pieces: list[Piece]) -> Found:
    for first, second in _pairs(pieces, 0):
        if first.shift and second.shift and meet(first.during, second.during):
            yield "one_place", second.shift


def _rest(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    needed = problem.limits.of(under_18=worker.under_18).rest
    for first, second in _pairs(pieces, needed):
        between = (second.during.starts - first.during.ends) / timedelta(minutes=1)
        if first.day != second.day and 0 <= between < needed:
            rule = "rest" if between < problem.limits.adults.rest else "longer_rest"
            yield rule, second.shift or first.shift


def _hours(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    limits = problem.limits.of(under_18=worker.under_18)
    yield from _too_many("day_limit", limits.day, _day, pieces)
    if worker.under_18:
        yield from _too_many("week_limit", limits.week, _monday, pieces)
    elif not worker.opted_out:
        yield from _too_many("long_week", limits.week, _monday, _held_to(problem, worker, pieces, "long_week"))
    yield from _too_many("own_most", worker.own_most, _monday, pieces)
    yield from _too_many("margin", worker.most_minutes, _monday, _held_to(problem, worker, pieces, "margin"))


def _held_to(problem: Problem, worker: Worker, pieces: list[Piece], rule: str) -> list[Piece]:
    """The pieces for which nobody has let a rule of the house go."""
    let_through = {one.shift for one in problem.waived if (one.rule, one.person) == (rule, worker.id)}
    return [piece for piece in pieces if piece.shift not in let_through]


def _too_many(rule: str, most: int | None, start: Callable[[Piece], date], pieces: list[Piece]) -> Found:
    """Yield the last shift of each day or week that has more minutes than ``most``."""
    if most is None:
        return
    worked: Counter[date] = Counter()
    last: dict[date, str] = {}
    for piece in pieces:
        begun = start(piece)
        worked[begun] += piece.minutes
        if piece.shift:
            last[begun] = piece.shift
    yield from ((rule, last[begun]) for begun, minutes in worked.items() if minutes > most and begun in last)


_day, _monday = attrgetter("day"), attrgetter("monday")


_SEVEN = tuple(timedelta(days=back) for back in range(7))


def _days_off(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    off = problem.limits.of(under_18=worker.under_18).days_off
    elsewhere = {day for piece in pieces if not piece.shift for day in piece.days}
    # From each day on which seven days could begin: on how many of them she is at work.
    worked = Counter(day - back for day in {day for piece in pieces for day in piece.days} for back in _SEVEN)
    for piece in (piece for piece in pieces if piece.shift):
        new = [day for day in piece.days if day not in elsewhere]
        for first in (day - back for day in new for back in _SEVEN):
            free = 7 - worked[first]
            if free < off:
                # Told once: the six other weeks that this day is in would say the same.
                yield ("days_off" if free < problem.limits.adults.days_off else "more_days_off"), piece.shift
                return


def _days_off_in_a_row(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    off = problem.limits.of(under_18=worker.under_18).days_off
    worked = {day for piece in pieces for day in piece.days}
    elsewhere = {day for piece in pieces if not piece.shift for day in piece.days}
    ours = [(monday_of(day), day, piece.shift) for piece in pieces if piece.shift for day in piece.days]
    for first in sorted({monday for monday, _, _ in ours}) if off > 1 else ():
        marks = "".join("x" if first + timedelta(days=n) in worked else "." for n in range(7))
        new = [shift for monday, day, shift in ours if monday == first and day not in elsewhere]
        if "." * off not in marks and new:
            yield "more_days_off", new[-1]


def _breaks(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    for rule, limits in (("break", problem.limits.adults), ("longer_break", problem.limits.under_18)):
        if limits.break_after is not None and (rule == "break" or worker.under_18):
            found = dict.fromkeys(_unbroken(pieces, limits))
            if found:
                yield from ((rule, shift) for shift in found)
                return


def _unbroken(pieces: list[Piece], limits: WorkingTime) -> Iterator[str]:
    """Yield the last shift of each stretch of two pieces or more that goes on for too long without a break."""
    runs: list[list[Piece]] = []
    for piece in (one for one in pieces if one.rest < limits.break_length):
        since = piece.during.starts - timedelta(minutes=limits.break_length)
        runs = [run for run in runs if run[-1].during.ends > since]
        before = (run for run in runs if run[-1].during.ends <= piece.during.starts)
        run = [*max(before, key=_length, default=[]), piece]
        runs.append(run)
        ours = [one.shift for one in run if one.shift]
        if len(run) > 1 and ours and _length(run) > (limits.break_after or 0):
            yield ours[-1]


def _length(run: list[Piece]) -> int:
    return sum(one.minutes for one in run)


def _minutes_of(pieces: list[Piece], monday: date) -> int:
    return sum(piece.minutes for piece in pieces if piece.monday == monday)


def _gradual(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    for monday in sorted({piece.monday for piece in pieces if piece.shift}):
        steps = [minutes for day, minutes in sorted(worker.plan) if day <= monday]
        if steps and _minutes_of(pieces, monday) > steps[-1] + problem.over_plan:
            yield "gradual", [p.shift for p in pieces if p.shift and p.monday == monday][-1]


def _by_week(worker: Worker, pieces: list[Piece]) -> Counter[date]:
    """The minutes of each week; what was worked elsewhere in a week that came summed up is in that sum."""
    before = dict(worker.earlier)
    minutes = Counter(before)
    for piece in pieces:
        if piece.shift or piece.monday not in before:
            minutes[piece.monday] += piece.minutes
    return minutes


def _average(problem: Problem, worker: Worker, pieces: list[Piece]) -> Found:
    limits = problem.limits.of(under_18=worker.under_18)
    if limits.average is None or (worker.opted_out and not worker.under_18):
        return
    minutes, left_out = _by_week(worker, pieces), dict(worker.left_out)
    for monday in sorted({piece.monday for piece in pieces}):
        first = monday - timedelta(weeks=limits.average_weeks - 1)
        days = 7 * limits.average_weeks - sum(left_out[week] for week in left_out if first <= week <= monday)
        # So many minutes in so many days are no more than the average in seven.
        if 7 * sum(minutes[week] for week in minutes if first <= week <= monday) <= limits.average * days:
            continue
        new = [piece.shift for piece in pieces if piece.shift and first <= piece.monday <= monday]
        if new:
            yield "average", new[-1]


_CLAUSES: tuple[Callable[[Problem, Worker, list[Piece]], Found], ...] = (
    _one_place, _rest, _breaks, _days_off, _days_off_in_a_row, _hours, _gradual, _average,
)  # fmt: skip
