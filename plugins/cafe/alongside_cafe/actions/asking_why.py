"""Asking why: of an open place for who plans, of a shift that somebody cannot have for her and for who plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import attrs
from sqlalchemy import or_

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import Audience, BadInput, NotFound, Period, monday_of, worded

from ..pattern import day_in
from ..problem import Problem
from ..rota import KeptAssignment, KeptGap, KeptShift, Rota, first_names, with_names
from ..tables import GAPS, SHIFT, SHIFTS
from ..weeks import of_week
from ..why.asking import ask
from ..why.conflict import Finding, Question
from ..why.paring import answerable
from . import drafting, looking_again, publishing
from .changed import without_those_away


@attrs.frozen(kw_only=True)
class Asked:
    """What is asked about a shift, who will read the answer, and what the rota says of it already.

    ``gap`` is the open place, ``first`` its reason as it was first told; both are empty where it is asked of a
    person. ``has`` is true where she has the shift.
    """

    shift: KeptShift
    question: Question
    audience: Audience
    names: Mapping[str, str]
    gap: KeptGap | None = None
    first: str = ""
    has: bool = False

    @property
    def to_think_about(self) -> bool:
        """True if there is a reason to look for, and somebody who may read it."""
        return not self.has and self.audience is not Audience.COLLEAGUES


def of_place(unit: Unit, business: str, shift: str, gap: str = "", draft: date | None = None) -> Asked:
    """Read why a place of a shift is open, the first open one where none is named.

    With ``draft``, the Monday of a week, it is asked of the draft of that week.

    Raises:
        NotFound: for a shift or an open place that is not there.
    """
    there = [one for one in of_places(unit, business, shift, draft) if one.gap and gap in ("", one.gap.id)]
    if not there:
        raise NotFound(GAPS.called, gap)
    return there[0]


def of_places(unit: Unit, business: str, shift: str, draft: date | None = None) -> list[Asked]:
    """Read why the places of a shift are open, each for itself.

    Raises:
        NotFound: for a shift that is not there or has no open place.
    """
    unit.need("cafe.plan", business)
    kept, problem, rota = _read(unit, business, shift, draft)
    names = _names(unit, problem)
    there = open_places(rota, kept)
    if not there:
        raise NotFound(GAPS.called, kept.called)
    question = Question(problem=problem, rota=rota.planned, shift=kept.called)
    return [
        Asked(
            shift=kept,
            question=answerable(attrs.evolve(question, place=one.place)),
            audience=Audience.MANAGER,
            names=names,
            gap=one,
            first=with_names(one.manager, names),
        )
        for one in there
    ]


def of_person(unit: Unit, business: str, shift: str, person: str, draft: date | None = None) -> Asked:
    """Read why somebody cannot have a shift: she herself may ask, and who plans.

    Raises:
        NotFound: for a shift that is not there.
        BadInput: for somebody who has no paid work here in that week.
    """
    unit.need("cafe.plan", business, own=person)
    kept, problem, rota = _read(unit, business, shift, draft)
    if person not in {worker.id for worker in problem.workers}:
        raise BadInput(worded("cafe", "This person has no paid work here in that week."))
    places = [one.place for one in open_places(rota, kept) if one.place is not None]
    return Asked(
        shift=kept,
        question=Question(
            problem=problem,
            rota=rota.planned,
            shift=kept.called,
            place=places[0] if places else None,
            person=person,
        ),
        audience=unit.audience(person, "cafe.plan", business),
        names=_names(unit, problem),
        has=person in rota.on(kept),
    )


def think(asked: Asked, solve: Callable[[Question], Finding] = ask) -> Finding:
    """Return what is found; no unit is open meanwhile."""
    return solve(asked.question) if asked.to_think_about else Finding(known=False)


def drafted(unit: Unit, business: str, shift: str) -> date | None:
    """Return the Monday of the week in which a draft has a shift by that name in planning; None elsewhere."""
    day = day_in(shift)
    if day is None:
        return None
    monday = monday_of(day)
    draft = drafting.draft_for(unit, business, Period(monday, monday + timedelta(days=6)))
    there = publishing.stand(unit, draft).problem.shifts if draft else ()
    return monday if shift in {one.id for one in there} else None


def found(unit: Unit, business: str, shift: str) -> KeptShift:
    """Return a shift by its id or by what it is called in planning.

    Raises:
        NotFound: where it is not there.
    """
    where = (SHIFT.c.business == business, or_(SHIFT.c.id == shift, SHIFT.c.called == shift))
    rows = unit.find(SHIFTS, *where)
    if not rows:
        raise NotFound(SHIFTS.called, shift)
    return rows[0]


def open_places(rota: Rota, shift: KeptShift) -> list[KeptGap]:
    """Return what is open of a shift."""
    return [one for one in rota.gaps if one.shift == shift.id]


def _read(unit: Unit, business: str, shift: str, draft: date | None) -> tuple[KeptShift, Problem, Rota]:
    """Return a shift with the question of its week and its rota, as published or as drafted."""
    if draft is not None:
        return _drafted(unit, business, shift, Period(draft, draft + timedelta(days=6)))
    kept = found(unit, business, shift)
    monday = monday_of(kept.day)
    problem, rota = looking_again.as_it_stands(unit, business, Period(monday, monday + timedelta(days=6)))
    problem = without_those_away(unit, business, Period(monday, monday + timedelta(days=6)), problem, rota)
    # What has begun stays as it is.
    begun = frozenset(one.called for one in rota.shifts if one.starts <= unit.now)
    problem = attrs.evolve(problem, frozen=problem.frozen | begun, published=frozenset(rota.planned))
    return kept, problem, rota


def _drafted(unit: Unit, business: str, shift: str, week: Period) -> tuple[KeptShift, Problem, Rota]:
    unit.need("cafe.plan", business)
    draft = drafting.draft_for(unit, business, week)
    standing = publishing.stand(unit, draft) if draft else None
    rota = publishing.as_rota(unit, standing, week) if standing else Rota(shifts=(), assignments=(), gaps=())
    kept = next((one for one in rota.shifts if one.called == shift), None)
    if standing is None or kept is None or kept.starts <= unit.now:
        raise NotFound(SHIFTS.called, shift)
    asked = of_week(standing.problem, week.first, standing.wanted, tied=True)
    there = {one.id for one in asked.shifts}
    to_come = tuple(one for one in rota.shifts if one.called in there)
    return kept, asked, attrs.evolve(rota, shifts=to_come, assignments=_of(rota, there))


def _of(rota: Rota, shifts: set[str]) -> tuple[KeptAssignment, ...]:
    return tuple(one for one in rota.assignments if one.shift in shifts)


def _names(unit: Unit, problem: Problem) -> dict[str, str]:
    return first_names(people.names_of(unit, {worker.id for worker in problem.workers}))
