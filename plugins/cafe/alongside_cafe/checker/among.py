"""What a rota breaks between people: coaches, those who keep apart, teachers, and what was to stay as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from ..problem import Problem
from ..shift import Assignment, Shift
from ..worker import Worker
from .alone import meet

Found = Iterator[tuple[str, str, str]]
"""A person, a shift, and the rule that is broken."""


def among(problem: Problem, rota: Sequence[Assignment]) -> Found:
    """Yield what is broken between people, or between a rota and what it had to keep."""
    workers = {worker.id: worker for worker in problem.workers}
    shifts = {shift.id: shift for shift in problem.shifts}
    known = [one for one in rota if one.person in workers and one.shift in shifts]
    on: dict[str, list[Assignment]] = {shift: [] for shift in shifts}
    for one in known:
        on[one.shift].append(one)
    for shift in (shift for shift in problem.shifts if on[shift.id]):
        there = on[shift.id]
        yield from _coaching(problem, shift, [workers[one.person] for one in there])
        yield from _teaching(problem, shift, there, workers)
    yield from _apart(problem, known, shifts)
    yield from _moved(problem, known, workers, shifts)


def _coaching(problem: Problem, shift: Shift, there: Sequence[Worker]) -> Found:
    waived = {(one.rule, one.person) for one in problem.waived if one.shift == shift.id}
    ids, by_hand = {one.id for one in there}, {one.person for one in problem.pinned if one.shift == shift.id}
    coaches = {one.id: _coaches_then(one, shift.day) for one in there}
    asking = [one for one in there if coaches[one.id]]
    for one in asking:
        if not coaches[one.id] & ids:
            yield one.id, shift.id, "coach"
    # Who was put there by hand comes last, so that it is she who is named where there are too many.
    matching = [one for one in asking if coaches[one.id] & ids and ("coached_at_once", one.id) not in waived]
    matching.sort(key=lambda one: one.id in by_hand)
    with_whom: dict[str, list[str]] = {coach: [] for coach in sorted(ids)}
    for one in matching:
        if not _finds_a_coach(one.id, coaches, with_whom, problem.coached_at_once, set()):
            yield one.id, shift.id, "coached_at_once"


def _coaches_then(one: Worker, day: date) -> set[str]:
    """Who was chosen for the day: from its first day to its last, each of which may be open."""
    return {c.id for c in one.coaches if (c.since or day) <= day <= (c.until or day)}


def _finds_a_coach(
    one: str,
    coaches: Mapping[str, Collection[str]],
    with_whom: dict[str, list[str]],
    most: int,
    asked: set[str],
) -> bool:
    """Give somebody a coach, if need be by giving others another; True if that can be done."""
    for coach in sorted(set(coaches[one]) & set(with_whom)):
        if coach in asked:
            continue
        asked.add(coach)
        hers = with_whom[coach]
        if len(hers) < most:
            hers.append(one)
            return True
        for other in hers:
            if _finds_a_coach(other, coaches, with_whom, most, asked):
                hers.remove(other)
                hers.append(one)
                return True
    return False


def _teaching(problem: Problem, shift: Shift, there: Sequence[Assignment], workers: Mapping[str, Worker]) -> Found:
    on_it_before = {(one.shift, one.person) for one in problem.published}
    team = [workers[one.person] for one in there if one.place < len(shift.places)]
    for learner in (one for one in there if one.place >= len(shift.places) and shift.has(one.place)):
        skill = shift.learning[learner.place - len(shift.places)]
        teachers = [one for one in team if skill in one.teaches and one.holds(skill, shift.day)]
        if (shift.id, learner.person) not in on_it_before:
            # What was planned stays; beside who is held back since, nobody new is put to learn.
            teachers = [one for one in teachers if shift.day not in one.held]
        if not teachers:
            yield learner.person, shift.id, "teacher"


def _apart(problem: Problem, rota: Sequence[Assignment], shifts: Mapping[str, Shift]) -> Found:
    for one in rota:
        others = {other for pair in problem.apart if one.person in pair for other in pair if other != one.person}
        if others and any(
            other.person in others and meet(shifts[one.shift].during, shifts[other.shift].during) for other in rota
        ):
            yield one.person, one.shift, "apart"


def _moved(
    problem: Problem, rota: Sequence[Assignment], workers: Mapping[str, Worker], shifts: Mapping[str, Shift]
) -> Found:
    now = set(rota)
    for one in sorted(problem.pinned - now):
        yield one.person, one.shift, "pinned"
    told = {
        one
        for one in problem.published
        if one.person in workers and one.shift in shifts and shifts[one.shift].has(one.place)
    }
    for one in sorted(one for one in told ^ now if one.shift in problem.frozen):
        yield one.person, one.shift, "frozen"
