"""The rota as a CP-SAT model: hard rules as rows, soft rules as costs, cover always soft, so a rota always exists.

All rows are linear: with one worker and ``linearization_level=2`` the solver's relaxation then sees all of them,
which was measured to prove a café month best in a fraction of the time that its default settings need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import attrs
from ortools.sat.python import cp_model

from alongside.api.values import Interval, local, monday_of

from ..availability import can_work
from ..problem import Problem
from ..rules import RULES, WorkingTime
from ..shift import KEY_HOLDER, Shift
from ..worker import Worker

SATURDAY = 5


@attrs.define
class Model:
    """A model while it is written: ``x[worker, shift][n]`` is 1 if she has a place like place ``n`` of the shift.

    Places of one shift that need the same skills are one kind, named by the first of them: telling them apart
    would make many equal rotas to search.
    """

    problem: Problem
    cp: Any = attrs.field(factory=cp_model.CpModel)
    x: dict[tuple[str, str], dict[int, Any]] = attrs.field(factory=lambda: defaultdict(dict))
    costs: list[Any] = attrs.field(factory=list)

    def works(self, worker: Worker, shift: Shift) -> Any:
        """Return 1 or 0 as a sum: whether she is on the shift."""
        return sum(self.x[worker.id, shift.id].values()) if (worker.id, shift.id) in self.x else 0

    def open_to(self, worker: Worker) -> list[Shift]:
        """Return the shifts that she could take, in order."""
        return [shift for shift in self.problem.shifts if (worker.id, shift.id) in self.x]

    def charge(self, rule: str, amount: Any) -> None:
        """Add the weight of a soft rule for each unit of ``amount``."""
        self.costs.append(RULES[rule].weight * amount)

    def above(self, amount: Any, most: int) -> Any:
        """Return a number from 0 to ``most`` that is at least ``amount``; minimising makes it tight."""
        over = self.cp.new_int_var(0, most, "")
        self.cp.add(over >= amount)
        return over


def build(problem: Problem) -> Model:
    """Return the whole model of a problem, with its objective."""
    model = Model(problem)
    for worker in problem.workers:
        for shift in problem.shifts:
            for place in _places_open(problem, worker, shift):
                model.x[worker.id, shift.id][place] = model.cp.new_bool_var("")
    for worker in problem.workers:
        _one_place_at_a_time(model, worker)
        _rest(model, worker)
        _hours(model, worker)
        _days_off(model, worker)
        _routine(model, worker)
        _stays(model, worker)
    for shift in problem.shifts:
        _cover(model, shift)
    _saturdays(model)
    model.cp.minimize(sum(model.costs))
    return model


def kinds(shift: Shift) -> dict[int, list[int]]:
    """Return the kinds of places of a shift: the first place of each, with all places that need the same."""
    alike: dict[int, list[int]] = {}
    for n, skills in enumerate(shift.places):
        alike.setdefault(shift.places.index(skills), []).append(n)
    return alike


def _places_open(problem: Problem, worker: Worker, shift: Shift) -> list[int]:
    """Return the kinds of places that nothing but her other shifts could keep her from."""
    if _held_from(worker, shift):
        return []
    fitting = [n for n in kinds(shift) if all(worker.holds(skill, shift.day) for skill in shift.places[n])]
    if not fitting or not can_work(worker.availability, shift, problem.zone):
        return []
    if any(shift.during.overlaps(taken) for taken in worker.busy + worker.work):
        return []
    rest = timedelta(minutes=_limits(problem, worker).rest)
    elsewhere = ((local(work.starts, problem.zone).date(), work) for work in worker.work)
    return [] if any(day != shift.day and _near(shift.during, work, rest) for day, work in elsewhere) else fitting


def _held_from(worker: Worker, shift: Shift) -> bool:
    return shift.day in worker.held and shift.id not in worker.keeps


def _limits(problem: Problem, worker: Worker) -> WorkingTime:
    return problem.limits.of(under_18=worker.under_18)


def _near(one: Interval, other: Interval, rest: timedelta) -> bool:
    return one.starts < other.ends + rest and other.starts < one.ends + rest


def _one_place_at_a_time(model: Model, worker: Worker) -> None:
    shifts = model.open_to(worker)
    for shift in shifts:
        then = [one for one in shifts if one.during.starts <= shift.during.starts < one.during.ends]
        if len(then) > 1 or len(model.x[worker.id, shift.id]) > 1:
            model.cp.add(sum(model.works(worker, one) for one in then) <= 1)


def _rest(model: Model, worker: Worker) -> None:
    rest = timedelta(minutes=_limits(model.problem, worker).rest)
    for one, other in combinations(model.open_to(worker), 2):
        if (
            one.day != other.day
            and not one.during.overlaps(other.during)
            and _near(one.during, other.during, rest)
        ):
            model.cp.add(model.works(worker, one) + model.works(worker, other) <= 1)


def _by_week(model: Model, worker: Worker) -> Iterator[tuple[list[Shift], int]]:
    """Yield each week's shifts that she could take, with the minutes that other work takes of it."""
    weeks: dict[date, list[Shift]] = defaultdict(list)
    for shift in model.open_to(worker):
        weeks[monday_of(shift.day)].append(shift)
    for monday, shifts in weeks.items():
        yield shifts, sum(m for day, m in _elsewhere(model.problem, worker) if monday_of(day) == monday)


def _elsewhere(problem: Problem, worker: Worker) -> list[tuple[date, int]]:
    return [(local(work.starts, problem.zone).date(), work.minutes) for work in worker.work]


def _hours(model: Model, worker: Worker) -> None:
    limits = _limits(model.problem, worker)
    most = worker.most_minutes if limits.week is None else min(limits.week, worker.most_minutes)
    for shifts, elsewhere in _by_week(model, worker):
        minutes = sum(shift.minutes * model.works(worker, shift) for shift in shifts)
        model.cp.add(minutes <= max(0, most - elsewhere))
        agreed = max(0, worker.agreed_minutes - elsewhere)
        model.charge("agreed_over", model.above(minutes - agreed, most))
        model.charge("agreed_under", model.above(agreed - minutes, agreed))
        for day in sorted({shift.day for shift in shifts} if limits.day is not None else ()):
            of_day = [shift for shift in shifts if shift.day == day]
            left = (limits.day or 0) - sum(m for then, m in _elsewhere(model.problem, worker) if then == day)
            model.cp.add(sum(shift.minutes * model.works(worker, shift) for shift in of_day) <= max(0, left))


def _days_off(model: Model, worker: Worker) -> None:
    most = 7 - _limits(model.problem, worker).days_off
    taken = {day for day, _ in _elsewhere(model.problem, worker)}
    days = {shift.day for shift in model.open_to(worker)} - taken
    if not days:
        return
    worked = {day: model.cp.new_bool_var("") for day in sorted(days)}
    for shift in model.open_to(worker):
        if shift.day in worked:
            model.cp.add(model.works(worker, shift) <= worked[shift.day])
    first = min(days) - timedelta(days=6)
    for start in (first + timedelta(days=n) for n in range((max(days) - first).days + 1)):
        seven = {start + timedelta(days=n) for n in range(7)}
        if len(seven & (days | taken)) > most:
            new = sum(var for day, var in worked.items() if day in seven)
            model.cp.add(new <= max(0, most - len(seven & taken)))


def _cover(model: Model, shift: Shift) -> None:
    on = [worker for worker in model.problem.workers if (worker.id, shift.id) in model.x]
    for first, places in kinds(shift).items():
        filled = [model.x[worker.id, shift.id][first] for worker in on if first in model.x[worker.id, shift.id]]
        model.cp.add(sum(filled) <= len(places))
        model.charge("cover", len(places) - sum(filled))
    if shift.key_holder:
        holders = sum(model.works(worker, shift) for worker in on if worker.holds(KEY_HOLDER, shift.day))
        model.charge("key_holder", model.above(1 - holders, 1))


def _routine(model: Model, worker: Worker) -> None:
    if not worker.usual:
        return
    for shift in model.open_to(worker):
        if (shift.day.weekday(), local(shift.during.starts, model.problem.zone).time()) not in worker.usual:
            model.charge("routine", model.works(worker, shift))


def _stays(model: Model, worker: Worker) -> None:
    """Charge each shift that somebody would lose who is held back: what was planned stays."""
    for shift in model.open_to(worker):
        if shift.day in worker.held:
            model.charge("stays", 1 - model.works(worker, shift))


def _saturdays(model: Model) -> None:
    """Charge each Saturday over the even share of those lately worked and now to be worked."""
    shifts = [shift for shift in model.problem.shifts if shift.day.weekday() == SATURDAY]
    able = [worker for worker in model.problem.workers if any((worker.id, s.id) in model.x for s in shifts)]
    if able:
        everyone = sum(worker.saturdays for worker in able) + sum(len(shift.places) for shift in shifts)
        share = -(-everyone // len(able))
        for worker in able:
            hers = worker.saturdays + sum(model.works(worker, shift) for shift in shifts)
            model.charge("saturdays", model.above(hers - share, worker.saturdays + len(shifts)))
