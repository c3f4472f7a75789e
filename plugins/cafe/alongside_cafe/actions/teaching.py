"""Who learns beside a team and from whom: somebody in the team who can do it, and has said that she shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from ..rota import KeptShift, Rota
from ..worker import Worker


def without_a_teacher(workers: Mapping[str, Worker], rota: Rota, shift: KeptShift) -> list[tuple[str, str]]:
    """Return who learns on a shift and what, where nobody in the team of it shows that."""
    there = [one for one in rota.assignments if one.shift == shift.id]
    team = [workers[one.person] for one in there if one.place < len(shift.places) and one.person in workers]
    learners = [(one.person, rota.learnt.get((shift.id, one.person), "")) for one in there]
    return [(who, skill) for who, skill in learners if skill and not teachers(team, skill, shift.day)]


def teacher_gone(workers: Collection[Worker], before: Rota, after: Rota) -> Iterator[tuple[KeptShift, str]]:
    """Yield each shift on which whoever stays has nobody to learn from now, and had somebody before."""
    known = {one.id: one for one in workers}
    for shift in after.shifts:
        old = before.by_id.get(shift.id)
        alone = without_a_teacher(known, after, shift) if old else []
        had = set(without_a_teacher(known, before, old)) if old and alone else set()
        stay = before.people_on[shift.id] if old else frozenset[str]()
        yield from ((shift, who) for who, skill in alone if who in stay and (who, skill) not in had)


def teachers(workers: Collection[Worker], skill: str, day: date) -> list[str]:
    """Return who of some people shows others a skill and can do it on a day."""
    return [one.id for one in workers if skill in one.teaches and one.holds(skill, day)]
