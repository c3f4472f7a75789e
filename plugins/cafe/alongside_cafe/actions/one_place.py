"""One place of a draft as who plans looks at it: who has it, and everybody else with what stands against it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import NotFound, monday_of

from ..draft import Draft, Override
from ..problem import Problem, Waiver
from ..reasons import hindrance
from ..rules import HER_YES, RULES, said
from ..shift import Assignment, Gap, Shift
from .publishing import Standing, stand


@attrs.frozen(kw_only=True)
class Candidate:
    """Somebody who could be asked for a place: what stands against it, as who plans may read it.

    ``rules`` are what it would break, none where she could simply have it; ``minutes`` is what she works in the
    week as the draft stands, of what is ``agreed`` here for the days on which she is not away.
    """

    person: str
    name: str
    face: people.Face | None
    rules: tuple[str, ...]
    sentence: str
    minutes: int
    agreed: int

    @property
    def waivable(self) -> bool:
        """True if nothing but rules of the house stand against it."""
        return bool(self.rules) and all(RULES[rule].waivable for rule in self.rules)

    @property
    def asked_for_her_yes(self) -> bool:
        """True if what stands against it is hers to set aside."""
        return bool(HER_YES & set(self.rules))


@attrs.frozen(kw_only=True)
class Place:
    """One place of a draft as it is looked at: who has it, and everybody else with what stands against it."""

    draft: Draft
    shift: Shift
    place: int
    holder: str | None
    name: str
    pinned: bool
    override: Override | None
    candidates: tuple[Candidate, ...]

    @property
    def learnt(self) -> str:
        """What is learnt here; empty for a place of the team."""
        return self.shift.learnt_on(self.place)

    @property
    def skills(self) -> frozenset[str]:
        """What a place of the team asks for."""
        return frozenset() if self.learnt else self.shift.places[self.place]


def place(unit: Unit, draft: Draft, called: str, number: int) -> Place:
    """Look at a place of a draft, and at who could take it.

    Raises:
        NotFound: where there is no such place, or its shift has begun.
    """
    standing = stand(unit, draft, weighed=False)
    problem, shift = standing.problem, shift_of(standing.problem, called, number)
    holder = _holder(standing, called, number)
    others = [one for one in standing.wanted if (one.shift, one.place) != (called, number)]
    here = {one.person for one in others if one.shift == called}
    ids = [one.id for one in problem.workers if one.id not in here | {holder}]
    names, faces = people.names_of(unit, {*ids, *([holder] if holder else [])}), people.faces_of(unit, ids)
    return Place(
        draft=draft,
        shift=shift,
        place=number,
        holder=holder,
        name=names.get(holder or "", ""),
        pinned=any((one.shift, one.place) == (called, number) for one in draft.pinned),
        override=next((one for one in draft.overrides if (one.shift, one.person) == (called, holder)), None),
        candidates=tuple(
            sorted(
                (_candidate(problem, others, shift, number, who, names[who], faces.get(who)) for who in ids),
                key=lambda one: (bool(one.rules), not one.waivable, one.minutes - one.agreed, one.name.casefold()),
            )
        ),
    )


def shift_of(problem: Problem, called: str, number: int) -> Shift:
    """Return the shift of a place.

    Raises:
        NotFound: where there is no such place.
    """
    for shift in problem.shifts:
        if shift.id == called and shift.has(number):
            return shift
    raise NotFound("place on a shift", f"{called}/{number}")


def _holder(standing: Standing, called: str, number: int) -> str | None:
    return next((one.person for one in standing.wanted if (one.shift, one.place) == (called, number)), None)


def _candidate(
    problem: Problem,
    others: Sequence[Assignment],
    shift: Shift,
    number: int,
    who: str,
    name: str,
    face: people.Face | None,
) -> Candidate:
    worker = next(one for one in problem.workers if one.id == who)
    against = hindrance(problem, others, worker, shift, Gap(shift=shift.id, place=number)).rules
    rules = tuple(rule for rule in against if not _waived(problem, rule, shift.id, who))
    week = monday_of(shift.day)
    lengths = {one.id: one.minutes for one in problem.shifts if monday_of(one.day) == week}
    return Candidate(
        person=who,
        name=name,
        face=face,
        rules=rules,
        sentence=f"{said(rules[0], [name], problem.limits)}." if rules else "",
        minutes=sum(lengths.get(one.shift, 0) for one in others if one.person == who),
        agreed=worker.expected_in(week),
    )


def _waived(problem: Problem, rule: str, shift: str, person: str) -> bool:
    return RULES[rule].waivable and Waiver(rule=rule, shift=shift, person=person) in problem.waived
