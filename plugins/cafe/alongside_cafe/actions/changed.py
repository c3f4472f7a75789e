"""What was changed of the rota that stands: looking back at it, and what a new fill has to respect of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, datetime

import attrs

from alongside.api.store import Unit
from alongside.api.values import Interval, Period

from ..availability import Availability
from ..change import Change, What
from ..problem import Problem
from ..request import Reply, Request
from ..rota import Rota
from ..shift import Shift
from ..tables.changes import changes_in, off_elsewhere, off_in, requests_in, reshaped_in
from ..worker import Worker


def lately(unit: Unit, business: str, days: Period) -> list[Change]:
    """Return what was changed of the shifts of some days, the newest first; why is not among it."""
    unit.need("cafe.plan", business)
    return list(reversed(changes_in(unit, business, days)))


@attrs.frozen
class Offer:
    """That people were asked to have a place of a shift: how many, how early, and whether somebody said yes."""

    starts: datetime
    asked: int
    notice: int
    taken: bool


def offers_lately(unit: Unit, business: str, first: datetime, last: datetime) -> list[Offer]:
    """Return what was offered of the shifts that begin in a stretch of time, the latest first; it names nobody."""
    unit.need("cafe.plan", business)
    by_shift: dict[tuple[str, datetime], list[Request]] = defaultdict(list)
    for one in requests_in(unit, business, first, last):
        by_shift[one.shift, one.starts].append(one)
    found = [
        Offer(
            starts,
            asked=len(each),
            notice=max(one.notice for one in each),
            taken=any(one.reply is Reply.YES for one in each),
        )
        for (_shift, starts), each in by_shift.items()
    ]
    return found[::-1]


# --- what a new fill respects


def as_changed(unit: Unit, business: str, period: Period, shifts: Sequence[Shift]) -> list[Shift]:
    """Return the shifts of some days as they have become: with other times, without those called off."""
    others = reshaped_in(unit, business, period)
    return [now for one in shifts if (now := _now(one, others.get(one.id))) is not None]


def _now(shift: Shift, change: Change | None) -> Shift | None:
    if change is None or change.what is What.PUT_BACK:
        return shift
    if change.now_starts is None or change.now_ends is None:
        return None
    return attrs.evolve(shift, during=Interval(change.now_starts, change.now_ends))


def without_those_away(unit: Unit, business: str, period: Period, problem: Problem, rota: Rota) -> Problem:
    """Return a question in which nobody is planned for what she has said that she cannot come to, in any café.

    Whoever works something else on the day is away for the time of that shift alone, everybody else all day.
    """
    gone: dict[str, list[Change]] = defaultdict(list)
    ids = [one.id for one in problem.workers]
    for one in (*off_in(unit, business, period), *off_elsewhere(unit, business, ids, period)):
        gone[one.person or ""].append(one)
    works = {(one.person, rota.by_id[one.shift].day) for one in rota.assignments}
    workers = [
        attrs.evolve(one, availability=_without(one, gone[one.id], works)) if one.id in gone else one
        for one in problem.workers
    ]
    return attrs.evolve(problem, workers=tuple(workers))


def _without(worker: Worker, gone: Sequence[Change], works: Collection[tuple[str, date]]) -> Availability:
    free = worker.availability
    all_day = {one.day for one in gone if (worker.id, one.day) not in works}
    off = [Interval(one.starts, one.ends) for one in gone if one.day not in all_day]
    return attrs.evolve(free, away=free.away | all_day, off=(*free.off, *off))
