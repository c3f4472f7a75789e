"""Filling the rota in three steps: read in one unit, think with none open, write in a second.

A unit held while the solver thinks would keep every other writer waiting. What changed meanwhile is found when
the second unit reads again, and by the claims themselves; such a place stays open with its reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import attrs

from alongside.api import diary, enterprise, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, Refusal

from ..checker import check
from ..offers import unflag
from ..pattern import OnDate, shifts_of
from ..problem import Answer, Ending, Problem, gaps_in
from ..reasons import Reason, chief, reasons
from ..rota import KeptAssignment, KeptGap, KeptShift, Rota, changed, kept_shift, pattern_of, with_names
from ..shift import Assignment, Gap, Shift
from ..solving import fill
from ..tables import ASSIGNMENTS, GAPS, SHIFT, SHIFTS, pattern_lines, rota_where
from ..tables.needs import closures_in, one_offs_in
from . import telling_shifts
from .asking import problem_of

MEANWHILE = "busy"
NOT_ANY_MORE = "{{{}}} was free when this was planned, and is not any more."
NOBODY_YET = "Nobody is free for this place yet."
NO_KEY = "The key is still missing."


class BrokenRota(Refusal):
    """A rota that breaks a hard rule; nothing of it was written."""

    status = 409

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = tuple(sentences)
        more = f" And {len(sentences) - 1} more." if len(sentences) > 1 else ""
        super().__init__(f"The rota breaks a rule, so nothing was changed. {sentences[0]}{more}")


@attrs.frozen(kw_only=True)
class Asked:
    """The question of a fill: for which business and days, and the problem as it was read."""

    business: str
    period: Period
    problem: Problem


@attrs.frozen(kw_only=True)
class Thought:
    """An answer with the reason of each gap."""

    answer: Answer
    reasons: tuple[Reason, ...]


@attrs.frozen(kw_only=True)
class Filled:
    """What a fill has done: the rota as it stands, how the search ended, and how many shifts changed hands.

    ``distance`` is how far the rota may be from the best possible one, as a share of its cost.
    """

    period: Period
    rota: Rota
    ending: Ending
    distance: float
    changed: int

    @property
    def filled(self) -> int:
        """How many places somebody has."""
        return len(self.rota.assignments)


def ask(unit: Unit, business: str, first_day: date, weeks: int) -> Asked:
    """Read the question of so many weeks: every shift that has not begun yet.

    Raises:
        BadInput: without a pattern, or where all shifts have begun.
    """
    unit.need("cafe.plan", business)
    lines = pattern_lines(unit, business)
    zone = enterprise.the_enterprise(unit).zone
    period = Period(first_day, first_day + timedelta(days=7 * max(weeks, 1) - 1))
    dated = shifts_of(
        pattern_of(lines),
        first_day,
        weeks,
        zone,
        closures={one.day for one in closures_in(unit, business, period)},
        one_offs=[OnDate(day=one.day, template=one.template) for one in one_offs_in(unit, business, period)],
    )
    shifts = [shift for shift in dated if shift.during.starts > unit.now]
    if not shifts:
        raise BadInput(f"All shifts up to {period.last} have begun", remedy="Fill from a later day.")
    own = {one.claim for one in _to_come(unit, business, period).assignments}
    return Asked(business=business, period=period, problem=problem_of(unit, business, period, shifts, own))


def think(asked: Asked, solve: Callable[[Problem], Answer] = fill) -> Thought:
    """Return the best rota found and why what is open is open; no unit is open meanwhile."""
    answer = solve(asked.problem)
    return Thought(answer=answer, reasons=reasons(asked.problem, answer, _stand_ins(asked.problem)))


def settle(unit: Unit, asked: Asked, thought: Thought) -> Filled:
    """Write a rota: the same assignments keep their claims, others are released or claimed.

    Raises:
        BrokenRota: where it breaks a hard rule; then nothing is written.
    """
    unit.need("cafe.plan", asked.business)
    rota = thought.answer.assignments
    _refuse_broken(unit, asked.problem, rota)
    problem = ask(unit, asked.business, asked.period.first, len(asked.period.days()) // 7).problem
    wanted = list(rota) if problem == asked.problem else _still_possible(problem, rota)
    before = _to_come(unit, asked.business, asked.period)
    writing = _Writing(unit, asked.business, before, problem)
    taken = writing.assign(wanted)
    standing = [one for one in wanted if one not in taken]
    writing.explain(thought.reasons, standing, [one for one in rota if one not in standing])
    after = _to_come(unit, asked.business, asked.period)
    telling_shifts.changed(unit, asked.business, before, after)
    return Filled(
        period=asked.period,
        rota=after,
        ending=thought.answer.ending,
        distance=thought.answer.distance,
        changed=changed(before.planned, after.planned),
    )


def _to_come(unit: Unit, business: str, period: Period) -> Rota:
    """What of a period's rota has not begun yet; what was worked stays as it was."""
    days = SHIFT.c.day.between(period.first, period.last)
    return rota_where(unit, SHIFT.c.business == business, days, SHIFT.c.starts > unit.now)


def _stand_ins(problem: Problem) -> dict[str, str]:
    ids = {worker.id: f"{{{worker.id}}}" for worker in problem.workers}
    skills = {skill for shift in problem.shifts for place in shift.places for skill in place}
    return {**{skill: skill.replace("_", " ") for skill in skills - {"key_holder"}}, **ids}


def _still_possible(problem: Problem, rota: Sequence[Assignment]) -> list[Assignment]:
    """Return a rota without what has become impossible since it was thought of."""
    standing = list(rota)
    while late := {(one.shift, one.person) for one in check(problem, standing)}:
        standing = [one for one in standing if (one.shift, one.person) not in late]
    return standing


def _refuse_broken(unit: Unit, problem: Problem, rota: Sequence[Assignment]) -> None:
    breaches = check(problem, rota, _stand_ins(problem))
    if breaches:
        names = people.names_of(unit, {one.person for one in breaches})
        raise BrokenRota([with_names(one.sentence, names) for one in breaches])


class _Writing:
    """The second step while it is done: shifts are brought up to date, then who is on them, then reasons."""

    def __init__(self, unit: Unit, business: str, before: Rota, problem: Problem) -> None:
        self._unit, self._business, self._problem = unit, business, problem
        for gap in before.gaps:
            unit.remove(GAPS, gap)
        # A rota that may be written breaks no rule, so nothing of it waits for a certificate.
        unflag(unit, before.assignments)
        there = {one.called: one for one in before.shifts}
        same = {shift.id for shift in problem.shifts if shift.id in there and there[shift.id].shift == shift}
        kept = {there[called].id for called in same}
        for one in before.assignments:
            if one.shift not in kept:
                self._free(one)
        for old in before.shifts:
            if old.called not in same:
                unit.remove(SHIFTS, old)
        self._shifts = {one.id: there[one.id] if one.id in same else self._new(one) for one in problem.shifts}
        self._there = [one for one in before.assignments if one.shift in kept]

    def _new(self, shift: Shift) -> KeptShift:
        row = kept_shift(shift, self._unit.new_id(), self._business, self._problem.zone)
        return self._unit.add(SHIFTS, row)

    def _free(self, one: KeptAssignment) -> None:
        self._unit.remove(ASSIGNMENTS, one)
        diary.release(self._unit, one.claim)

    def assign(self, wanted: Sequence[Assignment]) -> list[Assignment]:
        """Bring who is on the shifts to what is wanted; return those whose time was taken meanwhile."""
        places = {(self._shifts[one.shift].id, one.person): one.place for one in wanted}
        claims: dict[tuple[str, str], str] = {}
        for one in self._there:
            place = places.get((one.shift, one.person))
            if place is None:
                self._free(one)
            elif place == one.place:
                del places[one.shift, one.person]
            else:
                self._unit.remove(ASSIGNMENTS, one)
                claims[one.shift, one.person] = one.claim
        # In the order of people, so that two fills at one moment cannot wait for each other in a ring.
        new = [one for one in wanted if (self._shifts[one.shift].id, one.person) in places]
        return [one for one in sorted(new, key=lambda one: one.person) if not self._put(one, claims)]

    def _put(self, one: Assignment, claims: Mapping[tuple[str, str], str]) -> bool:
        shift = self._shifts[one.shift]
        try:
            claim = claims.get((shift.id, one.person)) or self._claim(shift, one.person)
        except diary.Taken:
            return False
        row = KeptAssignment(
            id=self._unit.new_id(),
            business=self._business,
            shift=shift.id,
            place=one.place,
            person=one.person,
            claim=claim,
        )
        self._unit.add(ASSIGNMENTS, row)
        return True

    def _claim(self, shift: KeptShift, person: str) -> str:
        diary.ensure_person(self._unit, person)
        claimed = diary.claim(
            self._unit,
            person,
            shift.starts,
            shift.ends,
            diary.Purpose.WORK,
            shift.job,
            business=self._business,
            source=f"cafe:shift:{shift.id}",
            zone=shift.zone,
        )
        return claimed.id

    def explain(self, known: Sequence[Reason], rota: Sequence[Assignment], late: Sequence[Assignment]) -> None:
        """Note each gap of the rota with its reason: as it was thought, or who is not free any more."""
        thought = {reason.gap: reason for reason in known}
        gone = {Gap(shift=one.shift, place=one.place): one.person for one in late}
        for gap in gaps_in(self._problem, rota):
            if gap in thought:
                reason = thought[gap]
                words = (reason.manager, reason.colleagues, chief(reason))
            elif gap in gone:
                words = (NOT_ANY_MORE.format(gone[gap]), NOBODY_YET, MEANWHILE)
            else:
                words = (NO_KEY, NO_KEY, MEANWHILE)
            self._note(gap, *words)

    def _note(self, gap: Gap, manager: str, colleagues: str, rule: str) -> None:
        row = KeptGap(
            id=self._unit.new_id(),
            business=self._business,
            shift=self._shifts[gap.shift].id,
            place=gap.place,
            manager=manager,
            colleagues=colleagues,
            rule=rule,
        )
        self._unit.add(GAPS, row)
