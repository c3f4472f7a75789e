"""Whether a change of a rota that stands may be made: what it would break that is not broken already.

Only the checker is asked. What was broken before the change is left aside: a place that waits for a certificate
keeps nobody from giving another place away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from .checker import Breach, Found, adds_to, alone, among, misplaced, together, told
from .one_of_two import told_of_one
from .problem import Problem
from .shift import KEY_HOLDER, Assignment, Shift
from .worker import Worker


def broken_by(
    problem: Problem, before: Sequence[Assignment], after: Sequence[Assignment], now: Problem | None = None
) -> tuple[Breach, ...]:
    """Return every hard rule that ``after`` breaks and ``before`` does not; none if the change may be made.

    ``now`` is the question after the change, where shifts get other times.
    """
    return AsItStands(problem, before).broken_by(after, now)


class AsItStands:
    """A rota that stands, for one change of it after the other: the same shifts of somebody are looked at once.

    Of a change, all that those work is looked at who come, go or get other times; between people also who stays
    beside them, and who is never at work with one of them. By themselves these break what they broke before, and
    so does everybody on a place that stays as it is.
    """

    def __init__(self, problem: Problem, rota: Sequence[Assignment]) -> None:
        self._problem, self._rota, self._alone = problem, tuple(rota), _ByThemselves(problem)

    def broken_by(self, after: Sequence[Assignment], now: Problem | None = None) -> tuple[Breach, ...]:
        """Return every hard rule that the rota breaks after a change and does not break as it stands."""
        then = now or self._problem
        broken = [one for some in self._new(after, then) for one in some]
        return told_of_one(then, broken, comes={one.person for one in {*after} - {*self._rota}})

    def lets(self, after: Sequence[Assignment]) -> bool:
        """True if a change breaks nothing; it is looked at no further than to the first rule that it breaks."""
        return not any(self._new(after, self._problem))

    def _new(self, after: Sequence[Assignment], then: Problem) -> Iterator[list[Breach]]:
        """Yield what is broken newly: on places, by each person alone, and between people."""
        for before, now in self._looks(after, then):
            # What was broken is looked for only where something is broken now: most changes break nothing.
            if broken := told(then, now):
                yield not_known(then, told(self._problem, before), broken, self._rota, after)

    def _looks(self, after: Sequence[Assignment], then: Problem) -> Iterator[tuple[Found, Found]]:
        touched = _touched(self._problem, then, self._rota, after)
        old, new = touched.of(self._rota), touched.of(after)
        alone_then = self._alone if then is self._problem else _ByThemselves(then)
        yield misplaced(self._problem, old), misplaced(then, new)
        for one in (worker.id for worker in then.workers if worker.id in touched.people):
            yield self._alone.of(one, old, touched.places), alone_then.of(one, new, touched.places)
        yield among(self._problem, old), among(then, new)


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


class _ByThemselves:
    """What people break each by herself under one question."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._workers = {worker.id: worker for worker in problem.workers}
        self._shifts = {shift.id: shift for shift in problem.shifts}
        self._together: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}

    def of(self, person: str, rota: Sequence[Assignment], places: frozenset[Assignment]) -> Found:
        """Yield what somebody breaks: alone on those of her places that count, and by all her shifts together."""
        worker = self._workers[person]
        hers = [one for one in rota if one.person == person and one.shift in self._shifts]
        for one in (one for one in hers if one in places):
            found = alone(self._problem, worker, self._shifts[one.shift], one.place)
            yield from ((person, one.shift, rule) for rule in found)
        for rule, shift in self._all(worker, [one.shift for one in hers]):
            yield person, shift, rule

    def _all(self, worker: Worker, hers: Sequence[str]) -> tuple[tuple[str, str], ...]:
        which = (worker.id, *sorted(hers))
        if which not in self._together:
            self._together[which] = together(self._problem, worker, [self._shifts[one] for one in hers])
        return self._together[which]


@attrs.frozen(kw_only=True)
class _Touched:
    """What of a rota has to be looked at for one change: shifts, whose all, and the places that are another's."""

    shifts: frozenset[str]
    people: frozenset[str]
    partners: frozenset[str]
    places: frozenset[Assignment]

    def of(self, rota: Sequence[Assignment]) -> list[Assignment]:
        """Return what of a rota it is."""
        whose = self.people | self.partners
        return [one for one in rota if one.person in whose or one.shift in self.shifts]


def _touched(
    problem: Problem, then: Problem, before: Sequence[Assignment], after: Sequence[Assignment]
) -> _Touched:
    others, moved = _with_other_times(problem, then), {*before} ^ {*after}
    places = moved | {one for one in (*before, *after) if one.shift in others}
    people = frozenset(one.person for one in places)
    return _Touched(
        shifts=frozenset(others | {one.shift for one in moved}),
        people=people,
        # Somebody may be at work at that time on a shift that nothing else has to do with.
        partners=frozenset(who for pair in problem.apart if pair & people for who in pair),
        places=frozenset(places),
    )


def _with_other_times(problem: Problem, then: Problem) -> set[str]:
    if problem is then:
        return set()
    old, new = ({one.id: one for one in of.shifts} for of in (problem, then))
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}


def _key(one: Breach) -> tuple[str, str, str]:
    return one.rule, one.person, one.shift
