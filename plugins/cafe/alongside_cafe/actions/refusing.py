"""Refusing a change that would break a rule, in the one sentence that the one who acts may read."""

from __future__ import annotations

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import Audience, Refusal, Worded

from ..checker import Breach
from ..problem import Problem
from ..rules import COLLEAGUES, RULES, said


class NotPossible(Refusal):
    """A change of the rota that would break a rule; nothing of it was done."""

    status = 409

    def __init__(self, unit: Unit, problem: Problem, broken: Breach, audience: Audience) -> None:
        self.rule = broken.rule
        super().__init__(sentence(unit, problem, broken, audience))


def sentence(unit: Unit, problem: Problem, broken: Breach, audience: Audience) -> Worded | str:
    """Return what an audience reads of a rule that would be broken."""
    if audience is Audience.PERSON:
        return Worded("cafe", RULES[broken.rule].person, {"rest": f"{problem.limits.adults.rest / 60:g}"})
    name = people.names_of(unit, [broken.person])[broken.person]
    if audience is Audience.MANAGER:
        return f"{said(broken.rule, [name], problem.limits)}."
    return Worded("cafe", COLLEAGUES, {"who": name})
