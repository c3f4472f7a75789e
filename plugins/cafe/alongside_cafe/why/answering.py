"""Finding the answer to a question: a set of rules in conflict, then the smallest, then what would mend it."""

from __future__ import annotations

import time as clock

from ..shift import KEY_HOLDER
from . import repair
from .conflict import ONE_MORE, Bar, Change, Finding, Question
from .minimal import smallest
from .oracle import Oracle
from .paring import answerable
from .stages import stages


def answer(question: Question) -> Finding:
    """Return the smallest set of rules that keep the place from being had, and the smallest repair."""
    begun = clock.monotonic()
    question = answerable(question)
    if not question.person and _nobody_knows_it(question):
        return Finding(
            known=True,
            conflict=(Bar(rule="skill"),),
            minimal=True,
            repair=(Change(rule=ONE_MORE, shift=question.shift),),
        )
    oracle = Oracle(question)
    for stage in stages(oracle.question, oracle.fine):
        core = oracle.core(stage)
        if core is not None:
            return _conflict(oracle, core, begun)
    return Finding(known=oracle.can_hold(oracle.stage.bars) is True)


def _nobody_knows_it(question: Question) -> bool:
    """True where no search is needed: nobody on the rota has the key, or there is nobody."""
    day = next(shift.day for shift in question.problem.shifts if shift.id == question.shift)
    workers = question.problem.workers
    return not (workers if question.place is not None else [one for one in workers if one.holds(KEY_HOLDER, day)])


def _conflict(oracle: Oracle, core: tuple[Bar, ...], begun: float) -> Finding:
    told = clock.monotonic() - begun
    rules, proven = smallest(core, oracle.can_hold)
    took = clock.monotonic() - begun
    *_, oracle.stage = stages(oracle.question, oracle.fine)
    return Finding(
        known=True,
        conflict=tuple(reversed(rules)),
        minimal=proven,
        repair=repair.smallest(oracle),
        told=round(told, 4),
        proven=round(took, 4),
    )
