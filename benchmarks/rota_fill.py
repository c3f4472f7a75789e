"""Filling a café month: size, time, ending and proven distance, beside the solver's own default settings.

Run with ``python benchmarks/rota_fill.py``. Ours is timed the whole way through its own process, start included;
the peer has the same model and ten seconds in this process, so its start counts for nothing. People are invented.
"""

from __future__ import annotations

import random
import sys
import time as clock
from datetime import UTC, date, datetime, time, timedelta

from ortools.sat.python import cp_model

from alongside.instants import LONDON, Interval
from alongside_cafe.availability import Availability, FreeHours
from alongside_cafe.checker import check
from alongside_cafe.model import build
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate, shifts_of
from alongside_cafe.problem import Problem
from alongside_cafe.rules import Limits, WorkingTime
from alongside_cafe.shift import KEY_HOLDER
from alongside_cafe.solving import fill
from alongside_cafe.worker import Held, Worker

MONDAY = date(2026, 11, 30)
ANY, FOOD, TILL = frozenset[str](), frozenset({"food_safety"}), frozenset({"till"})
# The limits of the rule pack for adults and for people of 16 and 17, repeated here so that nothing is read.
LIMITS = Limits(
    adults=WorkingTime(rest=660, days_off=1), under_18=WorkingTime(rest=720, days_off=2, day=480, week=2400)
)
DAY = (
    (time(8), time(13), "kitchen", (FOOD, ANY, ANY), True),
    (time(9), time(13), "front", (ANY, ANY), False),
    (time(9, 30), time(13, 30), "till", (TILL,), False),
    (time(12), time(16, 30), "kitchen", (FOOD, ANY, ANY), False),
    (time(13), time(17), "front", (ANY, ANY), True),
    (time(13, 30), time(17), "till", (TILL,), False),
)


def month(people: int, seed: int = 1) -> Problem:
    """Return four weeks of a café that is open six days, with as many workers as asked."""
    dice = random.Random(seed)  # noqa: S311 invented people need no secret numbers
    templates = [
        ShiftTemplate(weekday=day, starts=a, ends=b, job=job, places=places, key_holder=key)
        for day in range(6)
        for a, b, job, places, key in DAY
    ]
    if people > 20:
        extra = (time(10), time(15), "events", (ANY, ANY, TILL, FOOD), False)
        a, b, job, places, key = extra
        templates += [
            ShiftTemplate(weekday=day, starts=a, ends=b, job=job, places=places, key_holder=key)
            for day in range(6)
        ]
    shifts = shifts_of(OpeningPattern(tuple(templates)), MONDAY, 4, LONDON)
    return Problem(
        zone=LONDON, shifts=shifts, workers=tuple(_worker(n, people, dice) for n in range(people)), limits=LIMITS
    )


def _worker(n: int, people: int, dice: random.Random) -> Worker:
    days = sorted(dice.sample(range(6), dice.choice((3, 4, 4, 5))))
    opens = [dice.choice((time(8), time(8), time(9), time(11))) for _ in days]
    skills = [Held(name) for name, share in (("till", 0.4), ("food_safety", 0.45)) if dice.random() < share]
    if n % 4 == 0:
        skills.append(Held(KEY_HOLDER, MONDAY + timedelta(days=365)))
    agreed = 60 * dice.choice((8, 12, 16, 20, 24)) * min(16, people) // 16
    away = frozenset(MONDAY + timedelta(days=dice.randrange(28)) for _ in range(dice.choice((0, 0, 1, 3))))
    busy = datetime(2026, 12, dice.randrange(1, 27), 10, tzinfo=UTC)
    return Worker(
        id=f"p{n:02}",
        skills=tuple(skills),
        availability=Availability(
            tuple(FreeHours(d, o, time(18)) for d, o in zip(days, opens, strict=True)), away
        ),
        agreed_minutes=agreed,
        most_minutes=agreed + 240,
        under_18=n % 8 == 7,
        busy=(Interval(busy, busy + timedelta(hours=2)),),
        usual=frozenset((day, time(9)) for day in days[:2]) if n % 3 == 0 else frozenset(),
        saturdays=dice.randrange(9),
    )


def plain(problem: Problem, seconds: float) -> str:
    """Solve the same model with the solver's default settings on two workers, and say how it went."""
    model, solver = build(problem), cp_model.CpSolver()
    solver.parameters.num_workers, solver.parameters.max_time_in_seconds = 2, seconds
    status = solver.solve(model.cp)
    ending = solver.status_name(status).lower()
    return _told(
        "default, 2 workers", solver.wall_time, ending, solver.objective_value, solver.best_objective_bound
    )


def ours(problem: Problem, seconds: float) -> str:
    """Ask the way the café does, through the solver's process, and say how it went."""
    began = clock.perf_counter()
    answer = fill(problem, seconds=seconds)
    took, broken = clock.perf_counter() - began, len(check(problem, answer.assignments))
    told = _told("café, 1 worker", took, answer.ending.value, answer.cost, answer.bound)
    return f"{told}  gaps {len(answer.gaps)}  work {answer.work}  breaches {broken}"


def _told(name: str, took: float, ending: str, cost: float, bound: float) -> str:
    gap = (cost - bound) / cost if cost else 0
    return f"{name:20}{took:6.2f} s  {ending:9} cost {cost:,.0f}  bound {bound:,.0f}  distance {gap:.3%}"


def main() -> None:
    """Print one block for each size; the first argument is the wall time for each search."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    for people in (16, 40):
        problem = month(people)
        places = sum(len(shift.places) for shift in problem.shifts)
        print(f"{people} people, {len(problem.shifts)} shifts, {places} places in 4 weeks")
        print("  " + ours(problem, seconds))
        print("  " + plain(problem, seconds))


if __name__ == "__main__":
    main()
