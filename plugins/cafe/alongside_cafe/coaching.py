"""Who is with whom: the coach whom each person who needs one has on a shift of a rota."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from .problem import Problem
from .shift import Assignment
from .worker import Worker


@attrs.frozen(kw_only=True, order=True)
class Coached:
    """A person on a shift, and the coach who is there for her."""

    shift: str
    person: str
    coach: str


def coached(problem: Problem, rota: Iterable[Assignment]) -> tuple[Coached, ...]:
    """Return who coaches whom, shift by shift: nobody has more people than at once, and usual coaches go first.

    Who has no coach that is free is not among them; in a rota that may be published everybody is, who was not
    let off.
    """
    there: dict[str, list[Worker]] = {}
    days = {shift.id: shift.day for shift in problem.shifts}
    workers = {worker.id: worker for worker in problem.workers}
    for one in sorted(rota):
        if one.person in workers and one.shift in days:
            there.setdefault(one.shift, []).append(workers[one.person])
    return tuple(
        Coached(shift=shift, person=person, coach=coach)
        for shift, people in there.items()
        for person, coach in sorted(matched(wished(people, days[shift]), problem.coached_at_once).items())
    )


def wished(people: Sequence[Worker], day: date) -> dict[str, list[str]]:
    """Return whom of some people on a shift each would have as her coach, the usual ones first."""
    ids = {one.id for one in people}
    return {
        one.id: sorted(one.coaches_on(day) & ids, key=lambda c: (c not in one.usual_coaches, c)) for one in people
    }


def matched(wished: Mapping[str, Sequence[str]], places: int) -> dict[str, str]:
    """Return the coach of each on one shift, by whom of those there each would have, the first the rather.

    Nobody coaches more people than there are ``places`` with a coach.
    """
    coach_of: dict[str, str] = {}
    for who in sorted(wished):
        _give(who, wished, coach_of, places, set())
    return coach_of


def _give(
    who: str, wished: Mapping[str, Sequence[str]], coach_of: dict[str, str], places: int, asked: set[str]
) -> bool:
    """Give somebody a coach, moving others to another one of theirs where that makes room."""
    for coach in wished[who]:
        if coach in asked:
            continue
        asked.add(coach)
        hers = sorted(one for one, other in coach_of.items() if other == coach)
        if len(hers) < places or any(_give(one, wished, coach_of, places, asked) for one in hers):
            coach_of[who] = coach
            return True
    return False
