"""What is to be another way on the rota that stands, and that rota with its question: both begin a change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import attrs

from alongside.api.values import Interval, Period

from ..problem import Problem
from ..rota import KeptAssignment, KeptShift, Rota
from ..shift import Shift


@attrs.frozen(kw_only=True)
class New:
    """Somebody who is to have a place."""

    shift: KeptShift
    place: int
    person: str


@attrs.frozen(kw_only=True)
class Wanted:
    """What is to be another way: who leaves her place, who gets one, and which shifts get other times.

    A shift that gets None is called off: nobody is needed on it. ``back`` are shifts with what they are to be
    again: their times, and their places where they were called off.
    """

    off: tuple[KeptAssignment, ...] = ()
    on: tuple[New, ...] = ()
    times: tuple[tuple[KeptShift, Interval | None], ...] = ()
    back: tuple[tuple[KeptShift, KeptShift], ...] = ()

    @property
    def moved(self) -> tuple[tuple[KeptShift, Interval], ...]:
        """The shifts that get other times and take place, with these."""
        shorter = [(shift, during) for shift, during in self.times if during is not None]
        return (*shorter, *((shift, then.shift.during) for shift, then in self.back))


@attrs.frozen(kw_only=True)
class Standing:
    """The rota that stands in the weeks of a change, with its question: what everything else is held against.

    ``able`` is the same question for who could be asked to come: who has called something off is away then.
    """

    business: str
    period: Period
    problem: Problem
    able: Problem
    rota: Rota

    def shift(self, kept: KeptShift) -> Shift:
        """Return a kept shift as it is planned with."""
        return self._planned[kept.called]

    @cached_property
    def _planned(self) -> Mapping[str, Shift]:
        return {one.id: one for one in self.problem.shifts}
