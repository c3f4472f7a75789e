"""The question about a gap without the other gaps of its week: what the rota holds, and this place besides."""

from __future__ import annotations

import attrs

from ..problem import gaps_in
from ..shift import Gap
from .conflict import Question


def answerable(question: Question) -> Question:
    """Return the question about the key of a shift that nobody is on as that about its first place.

    Without anybody there is nobody to have the key, and whoever came might.
    """
    on_it = any(one.shift == question.shift for one in question.rota)
    if question.person or question.place is not None or on_it:
        return question
    return attrs.evolve(question, place=0)


def not_asked(question: Question) -> frozenset[Gap]:
    """Return every other gap of the week: nobody has to fill it, so that what is left was reached.

    Each stays a place that somebody could have: one who is coached may come with her coach on the place beside.
    """
    if question.person:
        return frozenset()
    asked = Gap(shift=question.shift, place=question.place)
    return frozenset(gaps_in(question.problem, question.rota)) - {asked}
