"""What of a question will not go well, named in a sentence before anything is searched.

A doubt stops nothing: there is a rota all the same. What contradicts itself is refused where it is said
(``problem``, ``worker``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from .checker import alone, check
from .problem import Problem
from .rules import said
from .shift import KEY_HOLDER, Shift


@attrs.frozen(kw_only=True)
class Doubt:
    """One thing that will not go well: of which shift or person, and the sentence that a manager reads."""

    shift: str = ""
    person: str = ""
    sentence: str


def doubts(problem: Problem, names: Mapping[str, str]) -> tuple[Doubt, ...]:
    """Return every doubt about a question; ``names`` says what ids of people and skills are called."""
    return (*_nobody(problem, names), *_hours(problem, names), *_pins(problem, names))


def _nobody(problem: Problem, names: Mapping[str, str]) -> Iterator[Doubt]:
    """Places that nobody could have whatever else she works."""
    for shift in (shift for shift in problem.shifts if shift.id not in problem.frozen):
        told = set[frozenset[str]]()
        for place, skills in enumerate(shift.places):
            if skills not in told and not _somebody(problem, shift, place):
                told.add(skills)
                yield Doubt(
                    shift=shift.id, sentence=f"{_who(skills, names)} can have a place of shift {shift.id}."
                )
        if shift.key_holder and not _key(problem, shift):
            yield Doubt(shift=shift.id, sentence=f"Nobody with the key can be on shift {shift.id}.")


def _somebody(problem: Problem, shift: Shift, place: int) -> bool:
    return any(not alone(problem, worker, shift, place) for worker in problem.workers)


def _key(problem: Problem, shift: Shift) -> bool:
    holders = [worker for worker in problem.workers if worker.holds(KEY_HOLDER, shift.day)]
    return any(not alone(problem, one, shift, n) for one in holders for n in range(len(shift.places)))


def _who(skills: frozenset[str], names: Mapping[str, str]) -> str:
    called = sorted(names.get(skill, skill.replace("_", " ")) for skill in skills)
    return f"Nobody with {' and '.join(called)}" if called else "Nobody"


def _hours(problem: Problem, names: Mapping[str, str]) -> Iterator[Doubt]:
    """People whose hours contradict each other: why there is a limit is nobody's business here."""
    for worker in problem.workers:
        most = max([worker.agreed_minutes, *(minutes for _, minutes in worker.plan)])
        who = names.get(worker.id, worker.id)
        if most > worker.most_minutes:
            sentence = f"{who} has {most / 60:g} hours a week agreed, and {worker.most_minutes / 60:g} at most."
            yield Doubt(person=worker.id, sentence=sentence)
        elif most and not worker.availability.hours:
            yield Doubt(person=worker.id, sentence=f"{who} has agreed hours, and no time at which to work them.")


def _pins(problem: Problem, names: Mapping[str, str]) -> Iterator[Doubt]:
    """Rules that are broken by what was placed by hand, before anybody else is placed."""
    for breach in check(attrs.evolve(problem, published=frozenset(), frozen=frozenset()), sorted(problem.pinned)):
        # Coaches and teachers may still come to the shift.
        if breach.rule not in ("coach", "coached_at_once", "teacher"):
            told = said(breach.rule, [names.get(breach.person, breach.person)], problem.limits)
            yield Doubt(shift=breach.shift, person=breach.person, sentence=f"{breach.shift}, by hand: {told}.")
