"""The question of a rota: what contradicts itself is refused, and the rest goes to the solver and back."""

from datetime import date, time, timedelta

import pytest

from alongside.api.values import LONDON, BadInput, Interval, at
from alongside_cafe.availability import Availability, FreeHours
from alongside_cafe.problem import Problem, Waiver, gaps_in
from alongside_cafe.rules import Limits, WorkingTime
from alongside_cafe.shift import Assignment, Gap, Shift
from alongside_cafe.wire import read, written
from alongside_cafe.worker import Coach, Held, Worker

MONDAY = date(2026, 10, 19)
ADULTS = WorkingTime(rest=660, days_off=1, break_after=360, break_length=20, average=2880)
YOUNG = WorkingTime(rest=720, days_off=2, day=480, week=2400, night=(time(22), time(6)))
EVER = Availability(tuple(FreeHours(day, time(), time()) for day in range(7)))


def shift(name: str = "a", **more) -> Shift:
    begins = at(MONDAY, time(9), LONDON)
    during = Interval(begins, begins + timedelta(hours=4))
    facts = {"places": (frozenset(), frozenset({"till"})), "learning": ("till",), "break_minutes": 20} | more
    return Shift(id=name, day=MONDAY, job="front", during=during, **facts)


def worker(name: str, **more) -> Worker:
    return Worker(id=name, **{"availability": EVER, "agreed_minutes": 480, "most_minutes": 720} | more)


def problem(*workers: Worker, shifts=None, **more) -> Problem:
    limits = Limits(adults=ADULTS, under_18=YOUNG)
    there = workers or (worker("Ana"), worker("Ben"))
    return Problem(zone=LONDON, shifts=shifts or (shift(),), workers=there, limits=limits, **more)


def on(person: str, place: int = 0, name: str = "a") -> Assignment:
    return Assignment(shift=name, place=place, person=person)


def pair(*names: str) -> frozenset[frozenset[str]]:
    return frozenset({frozenset(names)})


CONTRADICTIONS = {
    "is nobody on this rota": lambda: problem(worker("Ana", coaches=frozenset({Coach("Zoe")}))),
    "Ana and Zoe (never together) does not name": lambda: problem(apart=pair("Ana", "Zoe")),
    "The pair Ana (glad together) does not name": lambda: problem(beside=pair("Ana")),
    "are never and gladly together": lambda: problem(apart=pair("Ana", "Ben"), beside=pair("Ben", "Ana")),
    "Place 3 of shift a, where Ana is pinned, is not there": lambda: problem(pinned=frozenset({on("Ana", 3)})),
    "Place 0 of shift z, where Ana": lambda: problem(pinned=frozenset({on("Ana", name="z")})),
    "Zoe, pinned on shift a, is nobody": lambda: problem(pinned=frozenset({on("Zoe")})),
    "is pinned for two people": lambda: problem(pinned=frozenset({on("Ana"), on("Ben")})),
    "Ana is pinned on two places": lambda: problem(pinned=frozenset({on("Ana"), on("Ana", 1)})),
    "pinned on shift a, which may not change": lambda: problem(
        pinned=frozenset({on("Ana")}), frozen=frozenset({"a"})
    ),
    "Shift z is to stay as it is and is not there": lambda: problem(frozen=frozenset({"z"})),
    "Shift a is there twice": lambda: problem(shifts=(shift(), shift())),
    "plan from 2026-10-20 begin on no Monday": lambda: worker("Ana", plan=((date(2026, 10, 20), 60),)),
    "The hours of plan from 2026-10-19 are said twice": lambda: worker("Ana", plan=((MONDAY, 60), (MONDAY, 90))),
    "The hours of earlier from 2026-10-19 are fewer than none": lambda: worker("Ana", earlier=((MONDAY, -1),)),
    "Shift a is wanted and not wanted": lambda: worker("Ana", wants=frozenset("a"), rather_not=frozenset("a")),
    "Till is learnt and taught": lambda: worker("Ana", learns=frozenset({"till"}), teaches=frozenset({"till"})),
    "Somebody is to coach herself": lambda: worker("Ana", coaches=frozenset({Coach("Ana")})),
    "Nobody may waive the rule rest": lambda: Waiver(rule="rest", shift="a", person="Ana"),
    "Nobody may waive the rule no such": lambda: Waiver(rule="no such", shift="a", person="Ana"),
}  # fmt: skip


@pytest.mark.parametrize("words", CONTRADICTIONS)
def test_what_contradicts_itself_is_named_in_a_sentence_before_anything_is_searched(words: str) -> None:
    with pytest.raises(BadInput) as refused:
        CONTRADICTIONS[words]()
    assert words in str(refused.value)


def full() -> Problem:
    ana = worker(
        "Ana",
        skills=(Held("till", MONDAY),),
        teaches=frozenset({"till"}),
        plan=((MONDAY, 480), (MONDAY + timedelta(days=7), 720)),
        earlier=((MONDAY - timedelta(days=7), 2000),),
        wants=frozenset({"a"}),
        underpaid=frozenset({MONDAY}),
        pence=1271,
    )
    ben = worker(
        "Ben", coaches=frozenset({Coach("Ana", MONDAY)}), learns=frozenset({"till"}), chances=2, needs_routine=True
    )
    return problem(
        ana, ben, worker("Cy"),
        coached_at_once=2,
        apart=pair("Ana", "Cy"),
        beside=pair("Ana", "Ben"),
        pinned=frozenset({on("Ben", 2), on("Cy", 0)}),
        published=frozenset({on("Gone", 9, "was")}),
        waived=frozenset({Waiver(rule="available", shift="a", person="Cy")}),
        today=MONDAY,
    )  # fmt: skip


def test_a_whole_question_comes_back_from_the_wire_equal_and_in_the_same_bytes() -> None:
    assert read(Problem, written(full())) == full()
    assert written(read(Problem, written(full()))) == written(full())


def test_agreed_hours_follow_the_plan_week_by_week_and_begin_with_what_was_agreed() -> None:
    week = timedelta(days=7)
    ana = worker("Ana", agreed_minutes=300, plan=((MONDAY + week, 720), (MONDAY, 480)))
    asked = [ana.agreed_in(MONDAY + n * week) for n in (-1, 0, 1, 9)]
    assert asked == [300, 480, 720, 720]


def test_a_learner_s_place_is_beside_the_team_and_never_a_gap() -> None:
    asked = full()
    assert [asked.shifts[0].has(n) for n in (-1, 0, 2, 3)] == [False, True, True, False]
    assert [asked.shifts[0].learnt_on(n) for n in (1, 2)] == ["", "till"]
    assert gaps_in(asked, [on("Cy", 0), on("Ben", 2)]) == (Gap(shift="a", place=1),)
