"""Keeping the open places of the rota that stands, each with its reason as it is now."""

from __future__ import annotations

from collections.abc import Collection

from alongside.api.store import Unit

from ..problem import Answer, Ending, Problem, gaps_in
from ..reasons import Reason, chief, reasons
from ..rota import KeptGap, Rota
from ..tables import GAPS


def renew(unit: Unit, problem: Problem, rota: Rota, shifts: Collection[str]) -> None:
    """Note which places of some shifts (ids) are open and why, in the place of what was noted before."""
    for gap in rota.gaps:
        if gap.shift in shifts:
            unit.remove(GAPS, gap)
    ids = {one.called: one for one in rota.shifts if one.id in shifts}
    answer = Answer(
        assignments=rota.planned,
        gaps=tuple(gap for gap in gaps_in(problem, rota.planned) if gap.shift in ids),
        ending=Ending.BEST,
        cost=0,
        bound=0,
        work=0,
    )
    for reason in reasons(problem, answer, stand_ins(problem)):
        unit.add(GAPS, _kept(unit.new_id(), reason, ids[reason.gap.shift].business, ids[reason.gap.shift].id))


def stand_ins(problem: Problem) -> dict[str, str]:
    """Return what stands in a kept sentence for each person and skill: ids for names, so that none is copied."""
    ids = {worker.id: f"{{{worker.id}}}" for worker in problem.workers}
    skills = {skill for shift in problem.shifts for place in shift.places for skill in place}
    return {**{skill: skill.replace("_", " ") for skill in skills - {"key_holder"}}, **ids}


def _kept(row: str, reason: Reason, business: str, shift: str) -> KeptGap:
    return KeptGap(
        id=row,
        business=business,
        shift=shift,
        place=reason.gap.place,
        manager=reason.manager,
        colleagues=reason.colleagues,
        rule=chief(reason),
    )
