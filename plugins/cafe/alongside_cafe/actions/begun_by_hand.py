"""Beginning a draft by hand: what is published, to be changed place by place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alongside.api.store import Unit

from ..draft import Draft, Searched, ToldGap, meets, weeks_from
from ..problem import Answer, Ending, Problem, gaps_in
from ..reasons import reasons
from ..shift import Assignment
from ..tables import rota_of
from ..tables.drafts import drafts_of, last_number
from ..tables.house import house_rules_of
from .drafting import put_down, question, still_set_aside, told
from .giving_way import possible, stand_ins
from .needed import refuse_nothing_to_come


def begin(unit: Unit, business: str, first_day: date, weeks: int) -> Draft:
    """Begin a draft from what is published, to be changed by hand; one of these days that is there goes on.

    Raises:
        BadInput: without a pattern, or where no shift is to come.
    """
    unit.need("cafe.plan", business)
    days = weeks_from(first_day, weeks)
    there = [one for one in drafts_of(unit, business) if meets(one.period, days)]
    return there[0] if there else put_down(unit, begun(unit, business, first_day, weeks))


def begun(unit: Unit, business: str, first_day: date, weeks: int) -> Draft:
    """Return what is published as a draft that is not kept yet.

    Raises:
        BadInput: without a pattern, or where no shift is to come.
    """
    unit.need("cafe.plan", business)
    aside = still_set_aside(unit, business, weeks_from(first_day, weeks))
    problem = question(unit, business, first_day, weeks, aside)
    refuse_nothing_to_come(unit, business, weeks_from(first_day, weeks), problem)
    rota = possible(problem, sorted(problem.published))
    there = rota_of(unit, business, weeks_from(first_day, weeks))
    return Draft(
        id=unit.new_id(),
        business=business,
        first_day=first_day,
        weeks=weeks,
        assignments=tuple(rota),
        base=tuple(sorted(problem.published)),
        pinned=tuple(one for one in there.pinned if one in rota),
        overrides=(),
        gaps=why_open(problem, rota),
        searched=Searched(ending=Ending.NOTHING, cost=0, bound=0),
        by_hand=True,
        based_on=last_number(unit, business),
        made_at=unit.now,
        rules=house_rules_of(unit, business),
    )


def why_open(problem: Problem, rota: Sequence[Assignment]) -> tuple[ToldGap, ...]:
    """Return why what is open in a rota that was made by hand is open."""
    answer = Answer(
        assignments=tuple(rota), gaps=gaps_in(problem, rota), ending=Ending.NOTHING, cost=0, bound=0, work=0.0
    )
    return told(reasons(problem, answer, stand_ins(problem)))
