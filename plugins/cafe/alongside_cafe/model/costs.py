"""What a rota costs, layer by layer: soft rules as amounts that the search makes as small as it can."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from alongside.api.values import local, monday_of

from ..house_rules import CLOSE, NEAR
from ..problem import Problem
from ..sharing import Shared, fair_shares
from ..shift import KEY_HOLDER, Shift
from ..worker import Worker
from .working_time import at_once
from .writing import Model, by_week


def write(model: Model, layers: Collection[str]) -> None:
    """Charge everything that a rota should rather not do, as far as it belongs to some layers."""
    for shift in model.problem.shifts:
        _cover(model, shift)
    for worker in model.problem.workers:
        _stays(model, worker)
        if "agreed" in layers:
            _agreed(model, worker)
    if "change" in layers:
        _changed(model)
    if "wishes" in layers:
        _wished(model)


def _wished(model: Model) -> None:
    for worker in model.problem.workers:
        _routine(model, worker)
        _wishes(model, worker)
    _beside(model)
    for number, kind in enumerate(model.problem.shared):
        _shared(model, number, kind)
    _learning(model)


def _cover(model: Model, shift: Shift) -> None:
    team = model.able[shift.id]
    filled = sum(model.covers(worker.id, shift) for worker in team)
    model.charge("cover", len(shift.places) - filled, shift.day)
    if shift.key_holder:
        holders = sum(model.covers(one.id, shift) for one in team if one.holds(KEY_HOLDER, shift.day))
        model.charge("key_holder", model.above(1 - holders, 1), shift.day)


def _stays(model: Model, worker: Worker) -> None:
    """Charge each shift that somebody would lose who is held back: what was planned stays."""
    for shift in model.could[worker.id]:
        if shift.day in worker.held:
            model.charge("stays", 1 - model.works(worker.id, shift.id), shift.day)


def _agreed(model: Model, worker: Worker) -> None:
    taken = [(local(one.starts, model.problem.zone).date(), one.minutes) for one in worker.work_here]
    for monday, shifts in by_week(model.could[worker.id]).items():
        used = sum(minutes for day, minutes in taken if monday_of(day) == monday)
        agreed = max(0, worker.expected_in(monday) - used)
        minutes = sum(shift.minutes * model.works(worker.id, shift.id) for shift in shifts)
        over, under = model.new(sum(shift.minutes for shift in shifts)), model.new(agreed)
        model.cp.add(minutes - over + under == agreed)
        model.charge("agreed_over", over, monday)
        model.charge("agreed_under", under, monday)


def _routine(model: Model, worker: Worker) -> None:
    for shift in model.could[worker.id] if worker.usual else ():
        if (shift.day.weekday(), local(shift.during.starts, model.problem.zone).time()) not in worker.usual:
            model.charge("routine", model.works(worker.id, shift.id), shift.day)


def _wishes(model: Model, worker: Worker) -> None:
    for shift in model.could[worker.id]:
        if shift.id in worker.wants:
            model.charge("wants", 1 - model.works(worker.id, shift.id), shift.day)
        if shift.id in worker.rather_not:
            model.charge("rather_not", model.works(worker.id, shift.id), shift.day)


def _changed(model: Model) -> None:
    """Charge each day of a person on which she would not do just what she was told: the shifts, and as what."""
    places = {(one.person, one.shift): one.place for one in model.problem.published}
    if not places:
        return
    for worker in model.problem.workers:
        for day, shifts in groupby(model.could[worker.id], key=lambda shift: shift.day):
            there = [shift for shift in shifts if shift.id not in model.problem.frozen]
            if there:
                change = _change(model, worker, there, places)
                model.charge("changed", change, day)
                model.charge("notice", notice(model.problem, worker, day) * change, day)


def _change(model: Model, worker: Worker, shifts: list[Shift], places: Mapping[tuple[str, str], int]) -> Any:
    change = model.new()
    for there in at_once(model, worker, [one for one in shifts if (worker.id, one.id) not in places]):
        model.cp.add(change >= there)
    for shift in shifts:
        works, told = model.works(worker.id, shift.id), places.get((worker.id, shift.id))
        if told is not None:
            team = model.covers(worker.id, shift)
            model.cp.add(change >= 1 - (team if told < len(shift.places) else works - team))
    return change


def notice(problem: Problem, worker: Worker, day: date) -> int:
    """Return how dear a change of a day is beside another: the sooner the dearer, twice for who needs routine."""
    days = (day - problem.today).days if problem.today else NEAR + 1
    return (4 if days <= CLOSE else 2 if days <= NEAR else 1) * (2 if worker.needs_routine else 1)


def _beside(model: Model) -> None:
    """Charge each week in which a pair that is glad of it could have a shift together and has none."""
    for one, other in sorted(map(sorted, model.problem.beside)):
        theirs = {shift.id for shift in model.could[other]}
        both = [shift for shift in model.could[one] if shift.id in theirs]
        for shifts in by_week(both).values():
            together = [model.new() for _ in shifts]
            for shift, met in zip(shifts, together, strict=True):
                model.cp.add(met <= model.works(one, shift.id))
                model.cp.add(met <= model.works(other, shift.id))
            model.charge("beside", model.above(1 - sum(together), 1), shifts[0].day)


def _shared(model: Model, number: int, kind: Shared) -> None:
    """Charge days over the fair share of those had lately and now, each more than the one before."""
    theirs = [one for one in model.problem.shifts if kind.has(one.during.starts, model.problem.zone, one.job)]
    ids = {one.id for one in theirs}
    able = {worker: days for worker in model.problem.workers if (days := dict(_days_of(model, worker, ids)))}
    total = sum(worker.had(number) for worker in able) + sum(len(one.places) for one in theirs)
    fair = fair_shares(total, {worker.id: worker.weight for worker in able}) if able else {}
    for worker, days in able.items():
        share, had = fair[worker.id], worker.had(number)
        model.charge("shared", model.steps_above(had + sum(days.values()) - share, had + len(days) - share))


def _days_of(model: Model, worker: Worker, shifts: Collection[str]) -> Iterator[tuple[date, Any]]:
    there = [shift for shift in model.could[worker.id] if shift.id in shifts]
    for day, of_one_day in groupby(there, key=lambda shift: shift.day):
        of_day = list(of_one_day)
        if len(of_day) == 1:
            yield day, model.works(worker.id, of_day[0].id)
        else:
            works = model.new()
            for there in at_once(model, worker, of_day):
                model.cp.add(works >= there)
            yield day, works


def _learning(model: Model) -> None:
    """Charge chances under the fair share of those lately had and now to be given, each more than the last."""
    chances = {worker: found for worker in model.problem.workers if (found := list(_chances(model, worker)))}
    if not chances:
        return
    slots = sum(bool(model.able[shift.id]) * len(shift.learning) for shift in model.problem.shifts)
    total = sum(worker.chances for worker in chances) + slots
    fair = fair_shares(total, {worker.id: worker.weight for worker in chances})
    for worker, found in chances.items():
        share = fair[worker.id]
        hers = worker.chances + sum(found)
        model.charge("learning", model.steps_above(share - hers, share - worker.chances))


def _chances(model: Model, worker: Worker) -> Iterator[Any]:
    for shift in model.could[worker.id]:
        if (worker.id, shift.id) in model.fixed:
            if model.fixed[worker.id, shift.id] >= len(shift.places):
                yield 1
        else:
            places = model.x[worker.id, shift.id]
            yield from (one for n, one in places.items() if n >= len(shift.places))
