"""How the cafés shared out, over a period, what their houses share out, and chances to learn; nobody is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from alongside.api.store import Unit
from alongside.api.values import Period

from ..rota import Rota
from ..sharing import Had, Shared, Spread, chances_of, days_of, spread
from ..tables.house import house_rules_of
from .had import agreed_over, had_of

FEWEST = 10
"""People who must have worked before how something was shared is told: fewer would be known one by one."""


def shared_out(unit: Unit, rotas: Sequence[Rota], period: Period) -> tuple[Spread, ...]:
    """Return the spread of each kind of shifts that a café shares out now, and of learning: of work that is over.

    A kind that several cafés share out is told once, of all of them together.
    """
    cafes = [_Worked(unit, rota, period) for rota in rotas if rota.shifts]
    every: dict[Shared, list[_Worked]] = {}
    for cafe in cafes:
        for kind in cafe.kinds:
            every.setdefault(kind, []).append(cafe)
    found = [_told(kind, those) for kind, those in every.items()]
    return tuple(one for one in (*found, _learning(cafes)) if one is not None)


class _Worked:
    """What was worked in one café, by whom, and how much was agreed with her."""

    def __init__(self, unit: Unit, rota: Rota, period: Period) -> None:
        business = rota.shifts[0].business
        over = {one.id for one in rota.shifts if one.ends <= unit.now}
        done = attrs.evolve(rota, assignments=tuple(one for one in rota.assignments if one.shift in over))
        self.kinds = house_rules_of(unit, business).shared
        self.had: Sequence[Had] = tuple(had_of(unit, done, period))
        agreed = agreed_over(unit, business, period)
        self.agreed: Mapping[str, int] = {one.person: agreed[one.person] for one in self.had}


def _told(kind: Shared, cafes: Sequence[_Worked]) -> Spread | None:
    """Of all who worked; a fair share is reckoned among those who had any: who never can has none."""
    agreed = _sum(one.agreed for one in cafes)
    days = _sum(days_of(kind, one.had) for one in cafes)
    found = spread(kind, days, {who: agreed[who] for who in days})
    return attrs.evolve(found, every=len(agreed)) if found and len(agreed) >= FEWEST else None


def _learning(cafes: Sequence[_Worked]) -> Spread | None:
    """Of who had a chance: who of the others wanted one stands in no record of the past."""
    agreed = _sum(one.agreed for one in cafes)
    chances = _sum(chances_of(one.had) for one in cafes)
    learned = {who: agreed[who] for who in chances}
    return spread(None, chances, learned) if len(agreed) >= FEWEST else None


def _sum(counts: Iterator[Mapping[str, int]]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for one in counts:
        for who, count in one.items():
            found[who] += count
    return dict(found)
