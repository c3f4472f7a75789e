"""Soft rules one by one, each beside a control; and guards, by which a model can be asked for a reason."""

from datetime import time, timedelta

import attrs
import pytest
from ortools.sat.python import cp_model

from alongside_cafe.availability import Availability, DayHours, FreeHours
from alongside_cafe.checker import check
from alongside_cafe.model import Guard, build
from alongside_cafe.search import search
from alongside_cafe.shift import KEY_HOLDER
from alongside_cafe.worker import Coach, Held

from .test_rota_fill import ANY, EARLY, MONDAY, NEXT, PLANTED, on, problem, shift, worker

TWO = shift(0, 8, 6, ANY, ANY)


def placed(*asked, **more) -> set:
    return {(one.shift, one.person) for one in search(problem(*asked, **more), 1.0, 20.0).assignments}


def test_who_would_rather_not_is_spared_where_somebody_else_can() -> None:
    spared = worker("Ana", rather_not=frozenset({EARLY.id}))
    assert placed([EARLY], [spared, worker("Zoe")]) == {(EARLY.id, "Zoe")}
    assert placed([EARLY], [spared]) == {(EARLY.id, "Ana")}


def test_who_wants_a_shift_gets_it_where_nothing_weightier_is_in_the_way() -> None:
    wishing = worker("Zoe", wants=frozenset({EARLY.id}))
    assert placed([EARLY], [worker("Ana"), wishing]) == {(EARLY.id, "Zoe")}
    keyed = attrs.evolve(EARLY, key_holder=True)
    assert placed([keyed], [worker("Ana", Held(KEY_HOLDER)), wishing]) == {(EARLY.id, "Ana")}


def test_a_pair_that_is_glad_of_it_has_a_shift_together() -> None:
    days = [attrs.evolve(TWO, id=TWO.id), shift(2, 8, 6, ANY, ANY)]
    four = [worker(name, agreed_minutes=360, most_minutes=400) for name in ("Ana", "Ben", "Cy", "Zoe")]
    found = placed(days, four, beside=frozenset({frozenset({"Ana", "Zoe"})}))
    where = {person: shift for shift, person in found}
    assert len(found) == 4
    assert where["Ana"] == where["Zoe"]


def test_who_had_fewest_chances_to_learn_gets_the_next_beside_somebody_who_teaches() -> None:
    lesson = shift(0, 8, 6, learning=("food",))
    teacher = worker("Tea", Held("food"), teaches=frozenset({"food"}))
    learners = [worker(name, learns=frozenset({"food"}), chances=n) for name, n in (("Ana", 4), ("Zoe", 1))]
    both = [lesson], [*learners, teacher]
    assert on(lesson, "Zoe", 1) in search(problem(*both), 1.0, 20.0).assignments
    assert on(lesson, "Tea") in search(problem(*both), 1.0, 20.0).assignments


def test_who_is_held_back_keeps_her_shift_and_is_asked_to_teach_nobody_anew() -> None:
    lesson = shift(0, 8, 6, learning=("food",))
    held = worker(
        "Tea",
        Held("food"),
        teaches=frozenset({"food"}),
        held=frozenset({lesson.day}),
        keeps=frozenset({lesson.id}),
    )
    both = [lesson], [worker("Ana", learns=frozenset({"food"}), agreed_minutes=0), held]
    rota = [on(lesson, "Tea"), on(lesson, "Ana", 1)]
    new = problem(*both, published=frozenset(rota[:1]))
    assert [one.rule for one in check(new, rota)] == ["teacher"]
    assert set(search(new, 1.0, 20.0).assignments) == {rota[0]}
    planned = problem(*both, published=frozenset(rota))
    assert check(planned, rota) == ()
    assert set(search(planned, 1.0, 20.0).assignments) == set(rota)


def test_chances_to_learn_are_spread_over_the_weeks() -> None:
    lessons = [shift(7 * week, 8, 6, learning=("food",)) for week in range(4)]
    teacher = worker("Tea", Held("food"), teaches=frozenset({"food"}))
    learners = [worker(name, learns=frozenset({"food"})) for name in ("Ana", "Ben")]
    answer = search(problem(lessons, [*learners, teacher]), 1.0, 20.0)
    given = [one.person for one in answer.assignments if one.place == 1]
    assert sorted(given) == ["Ana", "Ana", "Ben", "Ben"]


def test_the_usual_coach_comes_along_where_there_is_a_choice() -> None:
    coaches = frozenset({Coach("Ana"), Coach("Zoe")})
    cared = worker("Sam", coaches=coaches, usual_coaches=frozenset({"Zoe"}))
    both = [worker(name, agreed_minutes=0) for name in ("Ana", "Zoe")]
    assert placed([TWO], [cared, *both]) == {(TWO.id, "Sam"), (TWO.id, "Zoe")}


def test_hours_of_days_away_are_not_crammed_into_the_days_that_are_left() -> None:
    ill = worker("Ana", agreed_minutes=700)
    away = attrs.evolve(ill.availability, away=frozenset(MONDAY + timedelta(days=n) for n in range(5)))
    assert ill.expected_in(MONDAY) == 700
    assert attrs.evolve(ill, availability=away).expected_in(MONDAY) == 200


def test_a_date_beside_the_usual_days_makes_up_for_one_away_and_asks_for_no_more_hours() -> None:
    usual, saturday = tuple(FreeHours(day, time(9), time(17)) for day in range(5)), MONDAY + timedelta(days=5)
    on_days = (DayHours(saturday, time(9), time(12)), DayHours(MONDAY, time(9), time(12)))
    said = worker("Ana", agreed_minutes=700, availability=Availability(usual, on_days=on_days))
    assert said.expected_in(MONDAY) == 700
    for away, minutes in ((1, 700), (2, 560)):
        gone = frozenset(MONDAY + timedelta(days=n) for n in range(away))
        free = attrs.evolve(said.availability, away=gone)
        assert attrs.evolve(said, availability=free).expected_in(MONDAY) == minutes


def test_a_change_that_is_soon_goes_to_who_needs_routine_last() -> None:
    told = frozenset({on(EARLY, "Gone")})
    steady = worker("Ana", needs_routine=True)
    asked = problem([EARLY, NEXT], [steady, worker("Zoe")], published=told, today=MONDAY)
    answer = search(asked, 1.0, 20.0)
    assert {(one.shift, one.person) for one in answer.assignments} >= {(EARLY.id, "Zoe")}


ALONE = ["skill", "certificate", "learner", "held", "pay_floor", "away", "available", "busy", "break", "night"]


@pytest.mark.parametrize(
    "rule", [*ALONE, "longer_break", "one_place", "apart", "rest", "long_week", "gradual", "average"]
)
def test_a_guarded_model_cannot_hold_with_the_guard_of_a_rule_and_can_without_it(rule: str) -> None:
    shifts, people, rota, more = PLANTED[rule]
    model = build(problem(shifts, people, **more), guarded=True)
    for one in rota:
        model.cp.add(_is_on(model, one) == 1)
    hers = [guard for guard in model.guards if guard.rule == rule]
    assert hers
    assert not _holds(model, hers)
    assert _holds(model, [])


def _is_on(model, one):
    kinds = {shift.id: shift.kinds for shift in model.problem.shifts}[one.shift]
    first = next(first for first, places in kinds.items() if one.place in places)
    return model.x[one.person, one.shift][first]


def _holds(model, guards: list[Guard]) -> bool:
    cp = model.cp.clone()
    for guard, literal in model.guards.items():
        cp.add(cp.get_bool_var_from_proto_index(literal.index) == int(guard in guards))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    return solver.solve(cp) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
