"""What is missing before a rota is filled: shifts that nobody can have, and people whose hours contradict.

Each is one sentence with what to do about it, found without searching: by what the question itself says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from enum import Enum

import attrs

from alongside.api.values import Worded, local, worded

from .availability import MIDNIGHT, FreeHours, can_work
from .problem import Problem
from .rota import wanted
from .rules import WorkingTime
from .shift import KEY_HOLDER, Shift
from .worker import Worker


class About(Enum):
    """What something missing is about, and so where it is put right."""

    SHIFT = "shift"
    PERSON = "person"
    BIRTHDAY = "birthday"
    LEARNING = "learning"


@attrs.frozen(kw_only=True)
class Missing:
    """One thing that is missing, in a sentence, and ``again`` where it is so on more days.

    ``which`` is the person or the day that it is about.
    """

    about: About
    said: Worded
    again: Worded | None = None
    which: str = ""

    def __str__(self) -> str:
        return f"{self.said} {self.again}" if self.again else str(self.said)


def missing(problem: Problem, names: Mapping[str, str], said_most: Mapping[str, int]) -> tuple[Missing, ...]:
    """Return everything that is missing, shifts first, then people, then learning.

    ``names`` are those of the workers, ``said_most`` the minutes a week that people want at the most.
    """
    shifts = _same_each_week(problem, _shifts(problem))
    people = [one for worker in problem.workers for one in _person(problem, worker, names, said_most)]
    return (*shifts, *people, *_learning(problem))


def _with(said: Worded, **facts: str | int | date) -> Worded:
    return attrs.evolve(said, facts={**said.facts, **facts})


# --- shifts

Lack = tuple[Shift, Worded, frozenset[str]]
"""A shift, what is said of it, and the skills that are wanted."""

NOBODY_CAN = worded(
    "cafe", "{job}, {day} at {time}: nobody who works here can do this: {skills}. Add somebody, or ask for less."
)
NOBODY_FREE = worded("cafe", "{job}, {day} at {time}: everybody who can do this is away or has other hours.")
NO_KEY = worded("cafe", "{job}, {day} at {time}: nobody who works here has the key. Note who has it.")
KEY_AWAY = worded("cafe", "{job}, {day} at {time}: everybody with the key is away or has other hours.")
NO_BREAK = worded(
    "cafe",
    "{job}, {day} at {time}: it is longer than {hours} and has no break of {minutes} minutes. "
    "Nobody can have it. Write one in.",
)
NO_LONG_BREAK = worded(
    "cafe",
    "{job}, {day} at {time}: it is longer than {hours} and has no break of {minutes} minutes. "
    "People under 18 cannot have it. Write one in.",
)


def _shifts(problem: Problem) -> Iterator[Lack]:
    for shift in problem.shifts:
        for skills in dict.fromkeys(shift.places):
            if said := _nobody(problem, shift, skills, NOBODY_CAN, NOBODY_FREE):
                yield shift, said, skills
        if shift.key_holder and (said := _nobody(problem, shift, frozenset({KEY_HOLDER}), NO_KEY, KEY_AWAY)):
            yield shift, said, frozenset()
        # Said whoever works here: a sentence that hung on their ages would tell them.
        for limits, said in ((problem.limits.adults, NO_BREAK), (problem.limits.under_18, NO_LONG_BREAK)):
            if limits.break_after is not None and _lacks_a_break(shift, limits):
                long = hours(limits.break_after)
                yield shift, _with(said, hours=long, minutes=limits.break_length), frozenset()


def _nobody(
    problem: Problem, shift: Shift, skills: frozenset[str], cannot: Worded, not_free: Worded
) -> Worded | None:
    able = [one for one in problem.workers if all(one.holds(skill, shift.day) for skill in skills)]
    if not able:
        return cannot
    return None if any(_free(problem, worker, shift) for worker in able) else not_free


def _free(problem: Problem, worker: Worker, shift: Shift) -> bool:
    """True if nothing that stands before anything is planned keeps her from the shift."""
    if shift.day in worker.underpaid or (shift.day in worker.held and shift.id not in worker.keeps):
        return False
    taken = any(
        max(one.starts, shift.during.starts) < min(one.ends, shift.during.ends)
        for one in (*worker.busy, *worker.work)
    )
    return not taken and can_work(worker.availability, shift, problem.zone)


def _lacks_a_break(shift: Shift, limits: WorkingTime) -> bool:
    """True where a shift is too long for its break, so that nobody whose limits these are can have it."""
    return limits.break_after is not None and (
        shift.minutes > limits.break_after and shift.break_minutes < limits.break_length
    )


def _same_each_week(problem: Problem, found: Iterable[Lack]) -> list[Missing]:
    """The same of a weekday, start and job is said once, of its first day, with how many more there are."""
    groups: dict[tuple[int, time, str, str, frozenset[str]], list[Lack]] = {}
    for one in found:
        shift = one[0]
        starts = local(shift.during.starts, problem.zone)
        groups.setdefault((shift.day.weekday(), starts.time(), shift.job, one[1].key, one[2]), []).append(one)
    # Places that ask for other skills may lack the same: then the sentence is one.
    found_once = {str(one.said): one for one in (_said_of(problem, group) for group in groups.values())}
    return list(found_once.values())


def _said_of(problem: Problem, group: Sequence[Lack]) -> Missing:
    shift, said, skills = group[0]
    sentence = _with(
        said,
        job=shift.job,
        day=shift.day,
        time=f"{local(shift.during.starts, problem.zone):%H:%M}",
        skills=wanted(skills),
    )
    again = worded("cafe", "It is the same on more days: {n}.", n=len(group) - 1) if len(group) > 1 else None
    return Missing(about=About.SHIFT, said=sentence, again=again, which=str(shift.day))


# --- people

SILENT = worded("cafe", "{name} has not said when they can work. The rota gives them nothing until they do.")
FEWER = worded(
    "cafe",
    "{name} has agreed {agreed} a week, and can work {free} a week. Agree other hours, or ask when they can.",
)
LESS = worded("cafe", "{name} has agreed {agreed} a week, and wants {most} a week at the most. Talk about it.")
NO_COACH = worded(
    "cafe", "{name} works beside a job coach, and no coach of theirs works here. They get no new shifts."
)
NO_COACH_THEN = worded(
    "cafe",
    "{name} works beside a job coach. No coach of theirs counts on {day}. They get no new shifts on such days.",
)
NO_BIRTHDAY = worded(
    "cafe", "Nobody wrote down when {name} was born. The rota plans as for an adult until somebody does."
)
UNDERPAID = worded(
    "cafe", "The pay of {name} is under the least that counts on {day}. They get no shift until it is put right."
)


def _person(
    problem: Problem, worker: Worker, names: Mapping[str, str], said_most: Mapping[str, int]
) -> Iterator[Missing]:
    name, weeks = names[worker.id], _mondays(problem, worker)
    agreed, here = max(map(worker.agreed_in, weeks)), max(map(worker.agreed_here_in, weeks))
    free, most = free_minutes(worker.availability.hours), said_most.get(worker.id)
    found = (
        (SILENT, not worker.availability.hours and not worker.availability.on_days),
        (FEWER, 0 < free < here),
        (LESS, most is not None and most < agreed),
        (UNDERPAID, bool(worker.underpaid)),
    )
    for said in (words for words, so in found if so):
        sentence = _with(
            said,
            name=name,
            agreed=hours(here if said is FEWER else agreed),
            free=hours(free),
            most=hours(most or 0),
            day=min(worker.underpaid, default=date.min),
        )
        yield Missing(about=About.PERSON, said=sentence, which=worker.id)


def without_coach(worker: str, name: str, since: date | None = None) -> Missing:
    """Return what is said of somebody who needs a coach beside her and has none here, or none on a first day."""
    said = _with(NO_COACH, name=name) if since is None else _with(NO_COACH_THEN, name=name, day=since)
    return Missing(about=About.PERSON, said=said, which=worker)


def without_birthday(worker: str, name: str) -> Missing:
    """Return what is said of somebody who is planned as an adult because nobody knows when she was born."""
    return Missing(about=About.BIRTHDAY, said=_with(NO_BIRTHDAY, name=name), which=worker)


def _mondays(problem: Problem, worker: Worker) -> set[date]:
    """The weeks of the shifts, and any from which her hours are others."""
    weeks = {shift.day - timedelta(days=shift.day.weekday()) for shift in problem.shifts}
    return weeks | {day for day, _ in worker.plan} or {date.min}


def free_minutes(free: Iterable[FreeHours]) -> int:
    """Return the minutes of a week that free hours cover, each minute once, by clocks that nobody changes."""
    covered: set[int] = set()
    for one in free:
        until = 24 * 60 if one.until == MIDNIGHT else one.until.hour * 60 + one.until.minute
        start = one.since.hour * 60 + one.since.minute
        covered.update(range(one.weekday * 24 * 60 + start, one.weekday * 24 * 60 + until))
    return len(covered)


def hours(minutes: int) -> str:
    """Return minutes as people say them: “12 hours”, “12 hours 30 minutes”."""
    whole, rest = divmod(minutes, 60)
    said = [f"{whole} hour{'' if whole == 1 else 's'}"] if whole or not rest else []
    return " ".join([*said, *([f"{rest} minutes"] if rest else [])])


# --- learning

NO_PLACE = worded("cafe", "People who want to learn this: {n}. No shift has a place to learn it: {skill}.")
NO_TEACHER = worded(
    "cafe", "People who want to learn this: {n}. Nobody has said that they like to show it: {skill}."
)


def _learning(problem: Problem) -> Iterator[Missing]:
    offered = {skill for shift in problem.shifts for skill in shift.learning}
    shown = {skill for worker in problem.workers for skill in worker.teaches}
    for skill in sorted({skill for worker in problem.workers for skill in worker.learns}):
        many = sum(skill in worker.learns for worker in problem.workers)
        for said in ([] if skill in offered else [NO_PLACE]) + ([] if skill in shown else [NO_TEACHER]):
            yield Missing(about=About.LEARNING, said=_with(said, n=many, skill=wanted([skill])), which=skill)
