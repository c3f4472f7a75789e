"""The smallest repair: the few things, the least weighty ones, that would have to be otherwise.

Nothing that the law asks, that somebody is owed or that is private to her is ever offered to be otherwise: not
rest, days off, leave, what she is held to by her age, her plan or her own wish, nor whom she works with. Of what
limits a week only the house's margin is offered: her own guards beside it still hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from alongside.api.values import monday_of

from ..house_rules import MARGIN
from ..model import Guard, Model
from ..model.working_time import elsewhere
from ..problem import Problem
from ..worker import Worker
from .conflict import KEPT, ONE_MORE, Change, Question
from .oracle import Oracle, rule_of

WEIGHTS = {
    "margin": 60,
    "pinned": 90,
    "certificate": 120,
    "held": 120,
    "pay_floor": 120,
    KEPT: 150,
    "available": 180,
    "skill": 270,
    "coach": 290,
    ONE_MORE: 300,
}
"""How much it is to ask, in minutes of one person's week: an hour more of it weighs 60 on top."""


@attrs.frozen
class _Slack:
    """One rule that may be let go: its literal, what that weighs, and the minutes that go over by it."""

    change: Change
    literal: Any
    over: Any = 0

    @property
    def weight(self) -> Any:
        return WEIGHTS[self.change.rule] * (1 - self.literal) + self.over


def smallest(oracle: Oracle) -> tuple[Change, ...]:
    """Return the changes of least weight with which all else can hold; none where none is to be offered."""
    model, question = oracle.model, oracle.question
    oracle.hold(oracle.stage.bars)
    cp = model.cp.clone()
    slack = list(_slack(oracle, cp))
    for one in slack:
        oracle.loosen(cp, one.literal)
    cp.minimize(sum(one.weight for one in slack))
    values = oracle.least(cp)
    if values is None:
        return ()
    let_go = [one for one in slack if not values[one.literal.index]]
    return tuple(attrs.evolve(one.change, minutes=_minutes(model, question, one.change, values)) for one in let_go)


def _slack(oracle: Oracle, cp: Any) -> Iterator[_Slack]:
    model, question = oracle.model, oracle.question
    counts = {one for bar in oracle.stage.bars for one in oracle.stage.finer[bar]}
    for guard, literal in model.guards.items():
        if rule_of(guard) in oracle.asked:
            yield _Slack(Change(rule=ONE_MORE, shift=question.shift), literal)
        elif rule_of(guard) in counts and _may_be_offered(question, guard):
            over = _over(model, guard, literal, cp) if guard.rule == "margin" else 0
            yield _Slack(Change(rule=guard.rule, person=guard.person, shift=guard.shift), literal, over)


def _may_be_offered(question: Question, guard: Guard) -> bool:
    if guard.rule == "pinned":
        # Who is never with somebody is not offered to be moved: it would tell of the two.
        return not any(guard.person in pair for pair in question.problem.apart)
    if guard.rule == KEPT:
        return guard.person == question.person
    return guard.rule in WEIGHTS


def _over(model: Model, guard: Guard, literal: Any, cp: Any) -> Any:
    """Return minutes over the house's limit of a week, up to the usual margin once more, which count if let go."""
    worker = _worker(model.problem, guard.person)
    over = cp.new_int_var(0, MARGIN, "")
    cp.add(_planned(model, worker, guard) - over <= worker.most_minutes - _elsewhere(model, worker, guard))
    cp.add(over <= MARGIN * (1 - literal))
    return over


def _planned(model: Model, worker: Worker, guard: Guard) -> Any:
    return sum(
        shift.minutes * model.works(worker.id, shift.id)
        for shift in model.could[worker.id]
        if monday_of(shift.day) == guard.week
    )


def _elsewhere(model: Model, worker: Worker, guard: Guard) -> int:
    return sum(minutes for day, minutes in elsewhere(model.problem, worker) if monday_of(day) == guard.week)


def _minutes(model: Model, question: Question, change: Change, values: tuple[int, ...]) -> int:
    """Return how much more than agreed she would work in the week."""
    if change.rule != "margin":
        return 0
    worker = _worker(question.problem, change.person)
    guard = next(one for one in model.guards if one.rule == "margin" and one.person == worker.id)
    worked = sum(
        shift.minutes
        for shift in model.could[worker.id]
        if any(values[one.index] for one in model.x[worker.id, shift.id].values())
    )
    agreed = worker.agreed_in(guard.week) if guard.week else worker.agreed_minutes
    return worked + _elsewhere(model, worker, guard) - agreed


def _worker(problem: Problem, who: str) -> Worker:
    return next(worker for worker in problem.workers if worker.id == who)
