"""Whether a change of a rota that stands may be made: what it would break that is not broken already.

Only the checker is asked. What was broken before the change is left aside: a place that waits for a certificate
keeps nobody from giving another place away.
"""

from __future__ import annotations

from collections.abc import Sequence

from .checker import Breach, adds_to, alone, check
from .one_of_two import told_of_one
from .problem import Problem
from .shift import KEY_HOLDER, Assignment, Shift
from .worker import Worker


def broken_by(
    problem: Problem, before: Sequence[Assignment], after: Sequence[Assignment], now: Problem | None = None
) -> tuple[Breach, ...]:
    """Return every hard rule that ``after`` breaks and ``before`` does not; none if the change may be made.

    ``now`` is the question after the change, where shifts get other times. All that those work who come, go or get
    other times is looked at, and all of those who are never at work with one of them; of those who stay beside
    them that shift alone.
    """
    then = now or problem
    look = _Look(problem, then, before, after)
    known = check(problem, look.of(before))
    broken = not_known(then, known, check(then, look.of(after)), before, after)
    return told_of_one(then, broken, comes={one.person for one in {*after} - {*before}})


def not_known(
    problem: Problem,
    known: Sequence[Breach],
    found: Sequence[Breach],
    before: Sequence[Assignment],
    after: Sequence[Assignment],
) -> list[Breach]:
    """Return what is found and was not known before, and hours that were too many and become more."""
    there, keys = {one.id: one for one in problem.shifts}, {_key(one) for one in known}

    def among(breach: Breach, shift: str) -> bool:
        return {breach.shift, shift} <= set(there) and adds_to(breach.rule, there[breach.shift], there[shift])

    def minutes(breach: Breach, rota: Sequence[Assignment]) -> int:
        hers = (one.shift for one in rota if one.person == breach.person and among(breach, one.shift))
        return sum(there[one].minutes for one in hers)

    def was(one: Breach) -> bool:
        # Hours are told of the last shift that has them, which another day makes another one.
        same = (other for other in known if (other.rule, other.person) == (one.rule, one.person))
        return _key(one) in keys or any(among(other, one.shift) for other in same)

    return [one for one in found if not was(one) or minutes(one, after) > minutes(one, before)]


def can_take(
    problem: Problem, rota: Sequence[Assignment], worker: Worker, shift: Shift, place: int
) -> tuple[Breach, ...]:
    """Return what breaks if a worker takes an open place, the rest of the rota being as it is."""
    return broken_by(problem, rota, [*rota, Assignment(shift=shift.id, place=place, person=worker.id)])


def may_at_all(problem: Problem, worker: Worker, shift: Shift, place: int) -> bool:
    """True unless a worker could not have this place whatever else she works: a quick look first."""
    needed = shift.places[place] if place < len(shift.places) else frozenset()
    if not all(worker.holds(skill, shift.day) for skill in needed):
        return False
    return not alone(problem, worker, shift, place)


def brings_the_key(worker: Worker, shift: Shift) -> bool:
    """True if she could open the door on the day of a shift that needs somebody who can."""
    return shift.key_holder and worker.holds(KEY_HOLDER, shift.day)


class _Look:
    """What of a rota has to be looked at for one change."""

    def __init__(
        self, problem: Problem, then: Problem, before: Sequence[Assignment], after: Sequence[Assignment]
    ) -> None:
        old, new = ({one.id: one for one in of.shifts} for of in (problem, then))
        others = {name for name in {*old, *new} if old.get(name) != new.get(name)}
        moved = {*before} ^ {*after}
        self._shifts = frozenset(others | {one.shift for one in moved})
        there = {one.person for one in (*before, *after) if one.shift in others}
        concerned = there | {one.person for one in moved}
        # Somebody may be at work at that time on a shift that nothing else has to do with.
        partners = {who for pair in problem.apart if pair & concerned for who in pair}
        self._people = frozenset(concerned | partners)

    def of(self, rota: Sequence[Assignment]) -> list[Assignment]:
        return [one for one in rota if one.person in self._people or one.shift in self._shifts]


def _key(one: Breach) -> tuple[str, str, str]:
    return one.rule, one.person, one.shift
