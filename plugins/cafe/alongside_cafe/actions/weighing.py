"""Reading what a search weighs and no rule forbids: wishes, usual times, fair shares, chances to learn, wages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import attrs

from alongside.api import placements
from alongside.api.store import Unit
from alongside.api.values import Period

from ..house_rules import HouseRules, usual_times
from ..problem import Problem
from ..rota import KeptShift, Rota
from ..shift import Shift
from ..tables import rota_of
from ..tables.bringing import BESIDE, BESIDES, ROUTINE, ROUTINES, WISH, WISHES
from ..wish import Wish, WishKind
from .had_lately import HadLately


def weighed(unit: Unit, business: str, period: Period, rules: HouseRules, problem: Problem) -> Problem:
    """Return the question of a period, which says what may be, with what would be better."""
    weighs = _Weighs(unit, business, period, rules, problem)
    return attrs.evolve(
        problem,
        workers=tuple(attrs.evolve(one, **weighs.of(one.id)) for one in problem.workers),
        beside=weighs.beside(),
        shares=rules.shares,
        shared=rules.shared,
    )


class _Weighs:
    """What people would rather have and lately had, each kind of row read once."""

    def __init__(self, unit: Unit, business: str, period: Period, rules: HouseRules, problem: Problem) -> None:
        self._unit, self._business, self._period, self._problem = unit, business, period, problem
        past = rota_of(unit, business, Period(period.first - rules.lately, period.first - timedelta(days=1)))
        self._past, self._had = _worked(past), HadLately(unit, business, period, rules, past)
        self._wishes = unit.find(WISHES, WISH.c.business == business)
        self._routine = {one.person for one in unit.find(ROUTINES, ROUTINE.c.business == business)}
        self._paid = paid_here(unit, business, period)

    def of(self, who: str) -> dict[str, Any]:
        """Return the fields of a worker that say it, by name."""
        hers = self._paid[who]
        return {
            **self._wished(who),
            "usual": usual_times(self._past[who], self._period.first),
            "shared": self._had.shared(who),
            "weight": self._had.agreed(who),
            "chances": self._had.chances(who),
            "needs_routine": who in self._routine,
            "pence": hers[0].rate or 0,
            "pay": tuple((one.first_day, one.rate or 0) for one in hers[1:]),
        }

    def beside(self) -> frozenset[frozenset[str]]:
        """Return the pairs of whom one likes to work with the other; one that is kept apart is none."""
        ids = {one.id for one in self._problem.workers}
        found = self._unit.find(BESIDES, BESIDE.c.business == self._business)
        pairs = {frozenset({one.person, one.other}) for one in found}
        return frozenset(one for one in pairs if one <= ids) - self._problem.apart

    def _wished(self, who: str) -> dict[str, frozenset[str]]:
        rather_not = self._meant(who, WishKind.RATHER_NOT)
        # “Saturdays, but not in the morning” is no contradiction: of the morning, the second counts.
        return {"wants": self._meant(who, WishKind.WANT) - rather_not, "rather_not": rather_not}

    def _meant(self, who: str, kind: WishKind) -> frozenset[str]:
        hers: list[Wish] = [one for one in self._wishes if one.person == who and one.kind is kind]
        shifts: Sequence[Shift] = self._problem.shifts
        return frozenset(one.id for one in shifts if any(wish.means(one, self._problem.zone) for wish in hers))


def paid_here(unit: Unit, business: str, period: Period) -> Mapping[str, list[placements.Placement]]:
    """Return the paid placements in a business that run in a period, by person, the oldest first.

    A new one may follow an old one within the period: each speaks for its own days.
    """
    there: dict[str, list[placements.Placement]] = defaultdict(list)
    for one in placements.placements_in(unit, period, business):
        if one.paid:
            there[one.person].append(one)
    return there


def _worked(rota: Rota) -> Mapping[str, list[KeptShift]]:
    found: dict[str, list[KeptShift]] = defaultdict(list)
    for one in rota.assignments:
        found[one.person].append(rota.by_id[one.shift])
    return found
