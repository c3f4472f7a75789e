"""Why a place is open: what keeps each person from it, given the rota as it is.

Each reason is found with the checker's own clauses, by putting the person on the place and looking at what breaks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from .checker import adds_to, alone, together
from .checker.alone import meet
from .problem import Answer, Problem
from .rules import RULES, public
from .sentences import SHOWN, by_rule, kept_away, nobody
from .shift import KEY_HOLDER, Assignment, Gap, Shift
from .worker import Worker


@attrs.frozen
class Hindrance:
    """One person and every rule that keeps her from a place, the plainest first; none if she could have it."""

    person: str
    rules: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Reason:
    """Why one place is open; ``manager`` and ``colleagues`` are the sentences that each may read."""

    gap: Gap
    hindrances: tuple[Hindrance, ...]
    manager: str
    colleagues: str

    @property
    def counts(self) -> Mapping[str, int]:
        """How many people each rule keeps away, each person counted once, by the first rule."""
        return Counter(one.rules[0] for one in self.hindrances if one.rules)


def reasons(problem: Problem, answer: Answer, names: Mapping[str, str]) -> tuple[Reason, ...]:
    """Return the reason of each gap of an answer; ``names`` says what ids of people and skills are called."""
    shifts = {shift.id: shift for shift in problem.shifts}
    return tuple(_reason(problem, answer.assignments, gap, shifts[gap.shift], names) for gap in answer.gaps)


def chief(reason: Reason) -> str:
    """Return the rule, as it is told, that keeps most people who have the skill from a gap; empty for none."""
    able = Counter(public(one.rules[0]) for one in reason.hindrances if one.rules and "skill" not in one.rules)
    return min(able, key=lambda rule: (-able[rule], rule)) if able else ""


def hindrance(problem: Problem, rota: Sequence[Assignment], worker: Worker, shift: Shift, gap: Gap) -> Hindrance:
    """Return what would break if this worker took this gap, the rest of the rota being as it is."""
    shifts = {one.id: one for one in problem.shifts}
    hers = [shifts[one.shift] for one in rota if one.person == worker.id]
    place = _place(shift, worker) if gap.place is None else gap.place
    before = set(together(problem, worker, hers))
    after = together(problem, worker, [*hers, shift])
    broken = {rule for rule, where in after if (rule, where) not in before or adds_to(rule, shifts[where], shift)}
    broken |= set(alone(problem, worker, shift, place))
    if any(frozenset({worker.id, other}) in problem.apart for other in _at_work(shifts, rota, shift)):
        broken.add("apart")
    if gap.place is None and not worker.holds(KEY_HOLDER, shift.day):
        broken.add("certificate" if any(held.skill == KEY_HOLDER for held in worker.skills) else "skill")
    return Hindrance(worker.id, tuple(rule for rule in RULES if rule in broken))


def _at_work(shifts: Mapping[str, Shift], rota: Sequence[Assignment], shift: Shift) -> Iterator[str]:
    """Who is at work at the time of a shift, on it or on another one."""
    return (one.person for one in rota if meet(shifts[one.shift].during, shift.during))


def _place(shift: Shift, worker: Worker) -> int:
    """Return the place of a shift that fits a key-holder best; which one does not matter to the key."""
    lacking = [sum(not worker.holds(skill, shift.day) for skill in skills) for skills in shift.places]
    return lacking.index(min(lacking))


def _reason(
    problem: Problem, rota: Sequence[Assignment], gap: Gap, shift: Shift, names: Mapping[str, str]
) -> Reason:
    found = tuple(hindrance(problem, rota, worker, shift, gap) for worker in problem.workers)
    wanted = {KEY_HOLDER} if gap.place is None else shift.places[gap.place]
    skills = sorted(names.get(skill, "the key" if skill == KEY_HOLDER else skill) for skill in wanted)
    return Reason(
        gap=gap,
        hindrances=found,
        manager=_to_the_manager(problem, found, skills, names, placed=gap.place is not None),
        colleagues="Nobody is free for this place yet." if gap.place is not None else "The key is still missing.",
    )


def _to_the_manager(
    problem: Problem,
    found: Sequence[Hindrance],
    skills: Sequence[str],
    names: Mapping[str, str],
    *,
    placed: bool,
) -> str:
    able = [one for one in found if "skill" not in one.rules]
    if not able:
        return f"{nobody(skills)} is on the rota yet."
    free = [names.get(one.person, one.person) for one in able if not one.rules]
    if free:
        names_of = ", ".join(free[:SHOWN])
        return f"{names_of} could {'take it' if placed else 'bring the key, if places change hands'}."
    groups = by_rule((one.rules[0], names.get(one.person, one.person)) for one in able)
    return f"{nobody(skills)} can: {kept_away(groups, problem.limits)}."
