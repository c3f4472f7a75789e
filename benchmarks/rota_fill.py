"""Filling a café month of 16, 40 and 60 people with all its rules, and filling it again after two are ill.

Run with ``python benchmarks/rota_fill.py [SECONDS [SIZE ...]]``. Five invented cafés of each size are filled in
its goal, to a proof or to the bound that the search stopped at; then until all is proven, or SECONDS are over; and
again after two are ill, where one that is not proven counts as never. Of the first, the layers are told: timed in
this process, and through the solver's own beside. The peer has the same model, one sum of all layers and the
solver's own default settings on two workers; the naive re-fill does not know what people were told.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time as clock
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from math import inf

import attrs
from ortools.sat.python import cp_model

from alongside.instants import LONDON, Interval
from alongside_cafe.availability import Availability, FreeHours
from alongside_cafe.checker import check
from alongside_cafe.layers import Budget
from alongside_cafe.model import build
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate, shifts_of
from alongside_cafe.problem import Answer, Problem
from alongside_cafe.rules import LAYERS, Limits, WorkingTime
from alongside_cafe.search import search, searched
from alongside_cafe.shift import KEY_HOLDER, Assignment, Shift
from alongside_cafe.solving import WORK, fill
from alongside_cafe.usual_break import usual_break
from alongside_cafe.worker import Coach, Held, Worker

MONDAY = date(2026, 11, 30)
ANY, FOOD, TILL = frozenset[str](), frozenset({"food_safety"}), frozenset({"till"})
GOALS = {16: 3.0, 40: 6.0, 60: 12.0}
"""Seconds in which all layers are to be proven best, or to end with a bound, by how many people there are."""
CAFES = 5
"""How many invented cafés of a size are filled within its goal; the first of them is looked at closely."""
AGAIN = 1.0
"""Seconds in which a re-fill should be proven to change the fewest days."""
ABOVE = ("kept", "cover", "skills", "change")
"""The layers of a re-fill that are to be proven."""
# The limits of the rule pack for adults and for people of 16 and 17, repeated here so that nothing is read.
LIMITS = Limits(
    adults=WorkingTime(rest=660, days_off=1, break_after=360, break_length=20, average=2880),
    under_18=WorkingTime(
        rest=720, days_off=2, day=480, week=2400, break_after=270, break_length=30, night=(time(22), time(6))
    ),
)
USUAL = usual_break(LIMITS)
DAY = (
    (time(8), time(13), "kitchen", (FOOD, ANY, ANY), True),
    (time(9), time(13), "front", (ANY, ANY), False),
    (time(9, 30), time(13, 30), "till", (TILL,), False),
    (time(12), time(16, 30), "kitchen", (FOOD, ANY, ANY), False),
    (time(13), time(17), "front", (ANY, ANY), True),
    (time(13, 30), time(17), "till", (TILL,), False),
)
EVENTS = (time(10), time(15), "events", (ANY, ANY, TILL, FOOD), False)


def month(people: int, seed: int = 1) -> Problem:
    """Return four weeks of a café that is open six days, with as many workers as asked."""
    dice = random.Random(seed)  # noqa: S311 invented people need no secret numbers
    day = DAY if people <= 20 else (*DAY, EVENTS)
    templates = [
        USUAL.into(ShiftTemplate(weekday=weekday, starts=a, ends=b, job=job, places=places, key_holder=key))
        for weekday in range(6)
        for a, b, job, places, key in day
    ]
    dated = shifts_of(OpeningPattern(tuple(templates)), MONDAY, 4, LONDON)
    shifts = tuple(_with_learners(shift) for shift in dated)
    workers = [_worker(n, people, dice) for n in range(people)]
    return Problem(
        zone=LONDON,
        shifts=shifts,
        workers=tuple(_asking(n, worker, workers, shifts, dice) for n, worker in enumerate(workers)),
        limits=LIMITS,
        coached_at_once=2,
        apart=frozenset(frozenset({f"p{n:02}", f"p{n + 1:02}"}) for n in range(1, people, 16)),
        beside=frozenset(frozenset({f"p{n:02}", f"p{n + 3:02}"}) for n in range(2, people - 3, 10)),
        today=MONDAY - timedelta(days=14),
    )


def _with_learners(shift: Shift) -> Shift:
    learning = {"till": ("till",), "kitchen": ("food_safety",)}.get(shift.job, ())
    return attrs.evolve(shift, learning=learning if shift.day.weekday() in (1, 3) else (), break_minutes=20)


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
        shared=(dice.randrange(9),),
        weight=agreed,
        pence=1271,
        needs_routine=n % 5 == 0,
    )


def _asking(
    n: int, worker: Worker, workers: list[Worker], shifts: tuple[Shift, ...], dice: random.Random
) -> Worker:
    """The same person with what she brings besides: a coach, wishes, something to learn or to teach, a plan."""
    known = {held.skill for held in worker.skills}
    coaches = [other.id for other in workers[:4] + workers[8:12] if other.id != worker.id]
    ids = [shift.id for shift in shifts]
    wants = frozenset(dice.sample(ids, 2))
    growing = ((MONDAY, worker.agreed_minutes - 120), (MONDAY + timedelta(weeks=2), worker.agreed_minutes))
    return attrs.evolve(
        worker,
        coaches=frozenset(map(Coach, coaches)) if n % 6 == 5 else frozenset(),
        usual_coaches=frozenset(sorted(coaches)[:2]) if n % 6 == 5 else frozenset(),
        learns=frozenset({"till", "food_safety"} - known) if n % 3 == 1 else frozenset(),
        teaches=frozenset(known & {"till", "food_safety"}) if n % 2 == 0 else frozenset(),
        chances=dice.randrange(4),
        wants=wants,
        rather_not=frozenset(dice.sample(ids, 4)) - wants,
        plan=growing if n % 8 == 3 else (),
    )


def timed(ask: Callable[[], Answer]) -> tuple[float, str, Answer]:
    """Return how long an answer took, how to say it (beside what of it was the processor's), and the answer."""
    began, busy = clock.perf_counter(), clock.process_time()
    answer = ask()
    took = clock.perf_counter() - began
    return took, f"{took:6.2f} s ({clock.process_time() - busy:5.2f} s of processor)", answer


def layered(answer: Answer, budget: Budget) -> None:
    """Print how each layer ended, and what its search took; the rest of the time goes into writing models."""
    for layer in answer.layers:
        wall, processor = budget.took.get(layer.name, (0.0, 0.0))
        proven = "proven" if layer.proven else "not proven"
        print(
            f"    {layer.name:8} cost {layer.cost:>12,}  bound {layer.bound:>12,}  {proven:10}"
            f" {wall:6.2f} s ({processor:5.2f} s of processor)"
        )


def in_time(people: int, problems: Sequence[Problem]) -> bool:
    """Fill cafés within the goal of their size, print what is proven of each, and say if the goal is reached."""
    taken, goal = list[float](), GOALS[people]
    for n, problem in enumerate(problems, 1):
        # What is stopped still writes down its rota.
        took, said, answer = timed(partial(search, problem, WORK, 0.9 * goal))
        taken.append(took)
        print(f"  café {n} within the goal {said}, {_unproven(answer)}; {_sound(problem, answer)}")
    return _median(taken, goal)


def whole(problems: Sequence[Problem], seconds: float) -> list[Answer]:
    """Fill cafés until all is proven, or the seconds or the work are over, and print what was proven of each."""
    answers, taken = list[Answer](), list[float]()
    for n, problem in enumerate(problems, 1):
        took, said, answer = timed(partial(search, problem, WORK, seconds))
        taken.append(took)
        answers.append(answer)
        print(f"  café {n} to the end {said}, {_unproven(answer)}")
    print(f"  median {statistics.median(taken):.2f} s")
    return answers


def again(problems: Sequence[Problem], before: Sequence[Answer], seconds: float) -> bool:
    """Fill each café again after two are ill, and print how many days change; say if the goal is reached."""
    taken = list[float]()
    for n, (problem, was) in enumerate(zip(problems, before, strict=True), 1):
        asked = ill(problem, was.assignments)
        took, said, answer = timed(partial(search, asked, WORK, seconds))
        days, people = moved(asked, was.assignments, answer.assignments)
        fewest = all(one.proven for one in answer.layers if one.name in ABOVE)
        taken.append(took if fewest else inf)
        proven = "proven fewest" if fewest else "not proven fewest"
        print(f"  two ill in café {n} {said}, {days} days of {people} people, {proven}; {_sound(asked, answer)}")
    return _median(taken, AGAIN)


def _median(taken: Sequence[float], goal: float) -> bool:
    middle = statistics.median(taken)
    print(f"  median {middle:.2f} s, goal {goal:g} s {'met' if middle <= goal else 'missed'}")
    return middle <= goal


def _unproven(answer: Answer) -> str:
    apart = [f"{one.name} {one.cost:,}, at least {one.bound:,}" for one in answer.layers if not one.proven]
    return ", ".join(apart) or "all proven"


def _sound(problem: Problem, answer: Answer) -> str:
    return f"gaps {len(answer.gaps)}, broken rules {len(check(problem, answer.assignments))}"


def filled(problem: Problem, seconds: float) -> tuple[float, Answer]:
    """Fill until all is proven, print how each layer ended, and return how long it took and the rota."""
    budget = Budget(WORK, clock.monotonic() + seconds)
    took, said, answer = timed(lambda: searched(problem, budget))
    print(f"  to the end of the proof {said}, {answer.ending.value}")
    layered(answer, budget)
    print(f"    {_sound(problem, answer)}, work {answer.work}")
    whole, _, twice = timed(lambda: fill(problem, work=WORK, seconds=seconds))
    same = "same rota" if twice.assignments == answer.assignments else "another rota"
    print(f"  through its own process {whole:6.2f} s, {same}")
    return took, answer


def beside(problem: Problem, ours: float, seconds: float) -> None:
    """Solve one sum of all layers with default settings, and print the ratio of the times to the optimum."""
    model, solver = build(problem), cp_model.CpSolver()
    # Each layer outweighs what the next could cost, as far as the solver's numbers go.
    weights = {"kept": 10**6, "cover": 10**6, "skills": 10**5, "agreed": 10**4, "change": 1, "wishes": 1}
    model.cp.minimize(sum(weights[name] * model.cost(name) for name in LAYERS))
    solver.parameters.num_workers, solver.parameters.max_time_in_seconds = 2, seconds
    status = solver.solve(model.cp)
    proven, took = status == cp_model.OPTIMAL, solver.wall_time
    ratio = f"{took / ours:.1f}" if proven else f"more than {took / ours:.1f}"
    gap = abs(solver.objective_value - solver.best_objective_bound) / max(1.0, abs(solver.objective_value))
    state = (
        "proven" if proven else f"not proven, {gap:.3%} apart" if status == cp_model.FEASIBLE else "nothing found"
    )
    print(f"  default, 2 workers {took:6.2f} s, {state}; ratio of times {ratio}")


def ill(problem: Problem, rota: tuple[Assignment, ...]) -> Problem:
    """Return the question after two people who work on the second Tuesday are ill till its week's end."""
    today = MONDAY + timedelta(days=8)
    near = {shift.id for shift in problem.shifts if shift.day < today}
    on = {one.person for one in rota if one.shift.startswith(str(today))}
    sick = sorted(on)[:2]
    days = frozenset(today + timedelta(days=n) for n in range(5))
    return attrs.evolve(
        problem,
        workers=tuple(_away(worker, days) if worker.id in sick else worker for worker in problem.workers),
        published=frozenset(rota),
        frozen=frozenset(near),
        today=today,
    )


def _away(worker: Worker, days: frozenset[date]) -> Worker:
    free = worker.availability
    return attrs.evolve(worker, availability=Availability(free.hours, free.away | days))


def moved(problem: Problem, before: tuple[Assignment, ...], after: tuple[Assignment, ...]) -> tuple[int, int]:
    """Return how many days of people differ, and of how many people."""
    days = {shift.id: shift.day for shift in problem.shifts}
    was, now = ({(one.shift, one.person) for one in rota} for rota in (before, after))
    changed = {(who, days[shift]) for shift, who in was ^ now}
    return len(changed), len({who for who, _ in changed})


def refilled(problem: Problem, before: tuple[Assignment, ...], seconds: float) -> None:
    """Fill the first café again layer by layer, beside a fill that knows only what is frozen."""
    asked, budget = ill(problem, before), Budget(WORK, clock.monotonic() + seconds)
    _, said, answer = timed(lambda: searched(asked, budget))
    naive_asked = attrs.evolve(asked, published=frozenset(one for one in before if one.shift in asked.frozen))
    _, naive_said, naive = timed(lambda: search(naive_asked, WORK, seconds))
    days, people = moved(asked, before, answer.assignments)
    more, others = moved(asked, before, naive.assignments)
    print(f"  two ill in café 1 {said}")
    layered(answer, budget)
    print(f"    {days} person-days of {people} people changed; {_sound(asked, answer)}")
    print(f"    naive {naive_said}, {more} person-days of {others} people; ratio {more / max(days, 1):.1f}")


def main() -> None:
    """Print one block for each size; the first argument is the wall time for each search.

    The command fails where a goal is missed, when everything has been measured.
    """
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    sizes = [int(size) for size in sys.argv[2:]] or [16, 40, 60]
    reached = []
    for people in sizes:
        problems = [month(people, seed) for seed in range(1, CAFES + 1)]
        shifts = problems[0].shifts
        places = sum(len(shift.places) for shift in shifts)
        load = os.getloadavg()[0]
        print(f"{people} people, {len(shifts)} shifts, {places} places in 4 weeks; load {load:.1f}")
        met = in_time(people, problems)
        reached += [met, again(problems, whole(problems, seconds), seconds)]
        took, answer = filled(problems[0], seconds)
        refilled(problems[0], answer.assignments, seconds)
        beside(problems[0], took, seconds)
    raise SystemExit(not all(reached))


if __name__ == "__main__":
    main()
