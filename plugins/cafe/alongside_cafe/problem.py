"""The whole question of a rota as one frozen value, and the answer to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

import attrs

from alongside.api.values import BadInput

from .rules import RULES, Limits
from .sharing import SATURDAYS, Shared
from .shift import KEY_HOLDER, Assignment, Gap, Shift
from .worker import Worker


class Ending(Enum):
    """How the search for a rota ended."""

    BEST = "best"
    WORK_DONE = "work_done"
    CLOCK = "clock"
    NOTHING = "nothing"


@attrs.frozen(kw_only=True, order=True)
class Waiver:
    """A rule of the house that a manager, for a reason that is kept elsewhere, lets one person on a shift break.

    Raises:
        BadInput: for a rule that nobody may waive.
    """

    rule: str = attrs.field()
    shift: str
    person: str

    @rule.validator
    def _of_the_house(self, _: object, rule: str) -> None:
        if rule not in RULES or not RULES[rule].waivable:
            raise BadInput(f"Nobody may waive the rule {rule}", remedy="Only rules of the house can be waived.")


def _in_order(shifts: Iterable[Shift]) -> tuple[Shift, ...]:
    return tuple(sorted(shifts, key=lambda shift: shift.during.starts))


@attrs.frozen(kw_only=True)
class Problem:
    """Who could work which shifts, and within which limits; ``zone`` is the café's.

    Shifts stand in the order of their starts, in whichever order they are given: a shift may have got other times.

    ``apart`` are pairs of people who are never at work at one time, ``beside`` pairs who are glad of a shift
    together. A coach looks after ``coached_at_once`` people on a shift at most. Who is to learn a skill has a
    teacher of it in the team.

    ``pinned`` was placed by hand and stays. ``published`` is what people were told: a search changes as few
    days of people as it can, the sooner (seen from ``today``) the dearer; it may name people and places that
    are gone. Of the shifts that are ``frozen`` nothing may change at all. ``waived`` are rules of the house
    that do not count for somebody on a shift; of rules of a whole week, such a shift is on top.
    ``shares`` are soft rules that count less or more here than everywhere, in hundredths.
    ``shared`` are kinds of shifts that are shared out fairly, each for itself.
    ``over_plan`` are minutes by which a week may go over hours that grow step by step.

    Raises:
        BadInput: for two shifts or workers of one id, and for what names something that is not there.
    """

    zone: str
    shifts: tuple[Shift, ...] = attrs.field(converter=_in_order)
    workers: tuple[Worker, ...]
    limits: Limits
    coached_at_once: int = attrs.field(default=1, validator=attrs.validators.ge(1))
    apart: frozenset[frozenset[str]] = frozenset()
    beside: frozenset[frozenset[str]] = frozenset()
    pinned: frozenset[Assignment] = frozenset()
    published: frozenset[Assignment] = frozenset()
    frozen: frozenset[str] = frozenset()
    waived: frozenset[Waiver] = frozenset()
    today: date | None = None
    shares: tuple[tuple[str, int], ...] = ()
    shared: tuple[Shared, ...] = (SATURDAYS,)
    over_plan: int = attrs.field(default=60, validator=attrs.validators.ge(0))

    def __attrs_post_init__(self) -> None:
        """Refuse what names two things or nothing, before anything is searched."""
        for found, remedy in _troubles(self):
            raise BadInput(found, remedy=remedy)


_NOBODY = "Name people who are paid to work here in these weeks."


def _troubles(problem: Problem) -> Iterator[tuple[str, str]]:
    for what, ids in (("Shift", [s.id for s in problem.shifts]), ("Worker", [w.id for w in problem.workers])):
        for name in (name for name, times in Counter(ids).items() if times > 1):
            yield f"{what} {name} is there twice", "Give each an id of its own."
    yield from _unknown_people(problem, {worker.id for worker in problem.workers})
    yield from _unknown_places(problem, {shift.id: shift for shift in problem.shifts})
    yield from _taken_twice(problem)


def _unknown_people(problem: Problem, there: set[str]) -> Iterator[tuple[str, str]]:
    for worker in problem.workers:
        for coach in sorted(({one.id for one in worker.coaches} | worker.usual_coaches) - there):
            yield f"Coach {coach} of {worker.id} is nobody on this rota", _NOBODY
    for what, pairs in (("never together", problem.apart), ("glad together", problem.beside)):
        for pair in sorted(map(sorted, pairs)):
            if len(pair) != 2 or not there.issuperset(pair):
                yield f"The pair {' and '.join(pair)} ({what}) does not name two people on this rota", _NOBODY
    for pair in sorted(map(sorted, problem.apart & problem.beside)):
        yield f"{' and '.join(pair)} are never and gladly together", "Keep one of the two."
    for one in sorted(problem.pinned):
        if one.person not in there:
            yield f"{one.person}, pinned on shift {one.shift}, is nobody on this rota", _NOBODY


def _unknown_places(problem: Problem, shifts: dict[str, Shift]) -> Iterator[tuple[str, str]]:
    for one in sorted(problem.pinned):
        if one.shift not in shifts or not shifts[one.shift].has(one.place):
            yield (
                f"Place {one.place} of shift {one.shift}, where {one.person} is pinned, is not there",
                "Name a place of a shift of these weeks.",
            )
    for shift in sorted(problem.frozen - set(shifts)):
        yield f"Shift {shift} is to stay as it is and is not there", "Name shifts of these weeks."


def _taken_twice(problem: Problem) -> Iterator[tuple[str, str]]:
    for what, rota in (("pinned", problem.pinned), ("published", problem.published)):
        for shift, place in (one for one, times in Counter((r.shift, r.place) for r in rota).items() if times > 1):
            yield f"Place {place} of shift {shift} is {what} for two people", "Keep one of the two."
        for shift, who in (one for one, times in Counter((r.shift, r.person) for r in rota).items() if times > 1):
            yield f"{who} is {what} on two places of shift {shift}", "Keep one of the two."
    for one in sorted(problem.pinned - problem.published):
        if one.shift in problem.frozen:
            yield f"{one.person} is pinned on shift {one.shift}, which may not change", "Take the pin away."


@attrs.frozen(kw_only=True)
class Layer:
    """One layer of a search: what the rota costs in it, and a proven least cost given the layers before it."""

    name: str
    cost: int
    bound: int

    @property
    def proven(self) -> bool:
        """True if no rota that is as good in the layers before it is better in this one."""
        return self.cost <= self.bound


@attrs.frozen(kw_only=True)
class Answer:
    """A rota: who has which place, what stays open, and how good it is known to be.

    ``cost`` is the weighted sum of broken soft rules, ``bound`` a proven least cost: no rota is better than that.
    ``layers`` say the same of each layer, the weightiest first. ``wages`` is what its hours cost, in pence.
    ``work`` is what the search took, in the solver's own deterministic units (some seconds each).
    """

    assignments: tuple[Assignment, ...]
    gaps: tuple[Gap, ...]
    ending: Ending
    cost: int
    bound: int
    work: float
    wages: int = 0
    layers: tuple[Layer, ...] = ()


def gaps_in(problem: Problem, assignments: Iterable[Assignment]) -> tuple[Gap, ...]:
    """Return every place of the team that nobody has, then the missing key-holder, shift by shift."""
    people: dict[str, dict[int, str]] = {}
    sizes = {shift.id: len(shift.places) for shift in problem.shifts}
    for one in assignments:
        if one.place < sizes.get(one.shift, 0):
            people.setdefault(one.shift, {})[one.place] = one.person
    keys = {worker.id: worker for worker in problem.workers}
    gaps: list[Gap] = []
    for shift in problem.shifts:
        there = people.get(shift.id, {})
        gaps += [Gap(shift=shift.id, place=n) for n in range(len(shift.places)) if n not in there]
        if shift.key_holder and not any(keys[who].holds(KEY_HOLDER, shift.day) for who in there.values()):
            gaps.append(Gap(shift=shift.id, place=None))
    return tuple(gaps)
