"""The whole question of a rota as one frozen value, and the answer to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum

import attrs

from alongside.api.values import BadInput

from .rules import Limits
from .shift import KEY_HOLDER, Assignment, Gap, Shift
from .worker import Worker


class Ending(Enum):
    """How the search for a rota ended."""

    BEST = "best"
    WORK_DONE = "work_done"
    CLOCK = "clock"
    NOTHING = "nothing"


@attrs.frozen(kw_only=True)
class Problem:
    """Who could work which shifts, and within which limits; ``zone`` is the café's.

    Raises:
        BadInput: for two shifts or two workers of one id.
    """

    zone: str
    shifts: tuple[Shift, ...]
    workers: tuple[Worker, ...]
    limits: Limits

    def __attrs_post_init__(self) -> None:
        """Refuse ids that name two things."""
        for what, ids in (("Shift", [s.id for s in self.shifts]), ("Worker", [w.id for w in self.workers])):
            twice = [name for name, times in Counter(ids).items() if times > 1]
            if twice:
                raise BadInput(f"{what} {twice[0]} is there twice", remedy="Give each an id of its own.")


@attrs.frozen(kw_only=True)
class Answer:
    """A rota: who has which place, what stays open, and how good it is known to be.

    ``cost`` is the weighted sum of broken soft rules, ``bound`` a proven least cost: no rota is better than that.
    ``work`` is what the search took, in the solver's own deterministic units (some seconds each).
    """

    assignments: tuple[Assignment, ...]
    gaps: tuple[Gap, ...]
    ending: Ending
    cost: int
    bound: int
    work: float

    @property
    def distance(self) -> float:
        """How far the rota can be from the best possible one, as a share of its cost: 0.03 is 3 %."""
        return (self.cost - self.bound) / self.cost if self.cost else 0.0


def gaps_in(problem: Problem, assignments: Iterable[Assignment]) -> tuple[Gap, ...]:
    """Return every place that nobody has, then the missing key-holder, shift by shift."""
    people: dict[str, dict[int, str]] = {}
    for one in assignments:
        people.setdefault(one.shift, {})[one.place] = one.person
    keys = {worker.id: worker for worker in problem.workers}
    gaps: list[Gap] = []
    for shift in problem.shifts:
        there = people.get(shift.id, {})
        gaps += [Gap(shift=shift.id, place=n) for n in range(len(shift.places)) if n not in there]
        if shift.key_holder and not any(keys[who].holds(KEY_HOLDER, shift.day) for who in there.values()):
            gaps.append(Gap(shift=shift.id, place=None))
    return tuple(gaps)
