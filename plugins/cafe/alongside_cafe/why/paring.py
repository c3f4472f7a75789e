"""The question about a gap without the other gaps of its week: what the rota holds, and this place besides."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from ..problem import gaps_in
from ..shift import Assignment, Shift
from .conflict import Question


def answerable(question: Question) -> Question:
    """Return the question about the key of a shift that nobody is on as that about its first place.

    Without anybody there is nobody to have the key, and whoever came might.
    """
    on_it = any(one.shift == question.shift for one in question.rota)
    if question.person or question.place is not None or on_it:
        return question
    return attrs.evolve(question, place=0)


def pared(question: Question) -> Question:
    """Return the question with every other place left out that nobody has, so that what is left was reached.

    Places of a team are counted anew by it, and so are those that are pinned or were published.
    """
    missing: dict[str, set[int | None]] = {}
    for gap in gaps_in(question.problem, question.rota):
        if (gap.shift, gap.place) != (question.shift, question.place):
            missing.setdefault(gap.shift, set()).add(gap.place)
    shifts = {shift.id: shift for shift in question.problem.shifts}
    numbers = {one: _numbers(shifts[one], missing.get(one, set())) for one in shifts}
    left = tuple(_left(shift, numbers[shift.id], missing.get(shift.id, set())) for shift in shifts.values())
    place = None if question.place is None else numbers[question.shift][question.place]
    return attrs.evolve(
        question,
        problem=attrs.evolve(
            question.problem,
            shifts=left,
            pinned=_anew(question.problem.pinned, numbers),
            published=_anew(question.problem.published, numbers),
        ),
        rota=tuple(sorted(_anew(question.rota, numbers))),
        place=place,
    )


def _numbers(shift: Shift, missing: set[int | None]) -> dict[int, int]:
    there = [n for n in range(len(shift.places) + len(shift.learning)) if n not in missing]
    return {old: new for new, old in enumerate(there)}


def _left(shift: Shift, numbers: Mapping[int, int], missing: set[int | None]) -> Shift:
    return attrs.evolve(
        shift,
        places=tuple(asked for n, asked in enumerate(shift.places) if n in numbers),
        key_holder=shift.key_holder and None not in missing,
    )


def _anew(
    rota: frozenset[Assignment] | tuple[Assignment, ...], numbers: Mapping[str, Mapping[int, int]]
) -> frozenset[Assignment]:
    return frozenset(
        attrs.evolve(one, place=numbers[one.shift][one.place])
        for one in rota
        if one.place in numbers.get(one.shift, {})
    )
