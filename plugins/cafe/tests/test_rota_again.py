"""Filling again: a week that was told stays, unless less is found to be open; no week is left without time."""

import time as clock
from datetime import timedelta
from threading import Event

import attrs
import pytest

import alongside_cafe.one_week as searching
import alongside_cafe.search as over_weeks
from alongside_cafe.as_values import hint_of
from alongside_cafe.layers import CHANGE, Budget, Descent, descend, priced
from alongside_cafe.model import build
from alongside_cafe.problem import Ending
from alongside_cafe.rules import GENTLE
from alongside_cafe.search import search, searched
from alongside_cafe.shift import Assignment
from alongside_cafe.worker import Held

from .test_rota_fill import on, problem, shift, worker

OPEN = [shift(0, 9, 6), shift(1, 9, 6), shift(2, 9, 6)]
WHO = [worker("Rosa", agreed_minutes=480, most_minutes=480), worker("Mei", agreed_minutes=480, most_minutes=480)]


def told(*assignments: Assignment):
    """A week of three shifts of which each of two people can have one, as it was told."""
    return problem(OPEN, WHO, published=frozenset(assignments))


ROSA, MEI = (Assignment(shift=OPEN[n].id, place=0, person=who) for n, who in ((0, "Rosa"), (1, "Mei")))


def test_week_in_which_no_less_can_be_open_stays_and_that_is_proven() -> None:
    answer = search(told(ROSA, MEI), 5.0, 20.0)
    assert set(answer.assignments) == {ROSA, MEI}
    assert (len(answer.gaps), answer.ending) == (1, Ending.BEST)


def test_week_in_which_less_can_be_open_changes() -> None:
    answer = search(told(ROSA), 5.0, 20.0)
    assert {one.person for one in answer.assignments} == {"Rosa", "Mei"}
    assert ROSA in answer.assignments


def test_week_stays_where_the_look_for_less_came_to_no_end_and_nothing_is_said_to_be_proven(monkeypatch) -> None:
    there = searching.descend

    def tired(model, order, budget, *more, **how):
        return there(model, order, budget, *more, **how) if CHANGE in order else Descent(None, ())

    monkeypatch.setattr(searching, "descend", tired)
    answer = search(told(ROSA), 5.0, 20.0)
    assert set(answer.assignments) == {ROSA}
    cover = next(one for one in answer.layers if one.name == "cover")
    assert (cover.bound, cover.proven, answer.ending) == (0, False, Ending.WORK_DONE)


def test_week_that_must_change_is_what_was_told_of_it_where_nothing_was_found_in_time(monkeypatch) -> None:
    there = searching.descend

    def tired(model, order, budget, *more, **how):
        told = len(model.x) <= 1
        return there(model, order, budget, *more, **how) if told else nothing

    nothing = Descent(None, ())
    ill = attrs.evolve(WHO[1], availability=attrs.evolve(WHO[1].availability, away=frozenset({OPEN[1].day})))
    asked = attrs.evolve(told(ROSA, MEI), workers=(WHO[0], ill))
    monkeypatch.setattr(searching, "descend", tired)
    assert set(search(asked, 5.0, 20.0).assignments) == {ROSA}


def weeks(count: int):
    """The same shifts in some weeks."""
    shifts = [
        attrs.evolve(
            one,
            id=f"{n}-{one.id}",
            day=one.day + timedelta(weeks=n),
            during=attrs.evolve(
                one.during,
                starts=one.during.starts + timedelta(weeks=n),
                ends=one.during.ends + timedelta(weeks=n),
            ),
        )
        for n in range(count)
        for one in OPEN
    ]
    return problem(shifts, WHO)


def one_week_ill(count: int):
    """Some weeks as they were told, in the second of which Rosa is away."""
    asked = weeks(count)
    ill = attrs.evolve(WHO[0].availability, away=frozenset(one.day for one in asked.shifts[3:6]))
    return attrs.evolve(
        asked,
        workers=(attrs.evolve(WHO[0], availability=ill), WHO[1]),
        published=frozenset(search(asked, 10.0, 60.0).assignments),
        today=asked.shifts[0].day,
    )


@pytest.mark.parametrize("count", [2, 3, 4])
def test_each_turn_of_weeks_has_its_time_and_wishes_have_theirs(count, monkeypatch) -> None:
    given = dict[object, float]()
    there = over_weeks.fresh

    def seen(asked, monday, order, budget):
        given[monday] = budget.until
        return there(asked, monday, order, budget)

    monkeypatch.setattr(over_weeks, "fresh", seen)
    began = clock.monotonic()
    searched(weeks(count), Budget(10.0, began + 60.0))
    turns = -(-count // 2)
    shares = [round((given[monday] - began) / 60.0, 1) for monday in sorted(given)]
    assert shares == [round(2 / 3 * (n // 2 + 1) / turns, 1) for n in range(count)]


def test_weeks_of_a_rota_that_was_told_are_looked_at_side_by_side_and_give_one_rota() -> None:
    asked = one_week_ill(3)
    answers = [search(asked, 10.0, 60.0) for _ in range(3)]
    assert answers[0].assignments == answers[1].assignments == answers[2].assignments
    gone = set(asked.published) - set(answers[0].assignments)
    assert {one.person for one in gone} == {"Rosa"}
    assert all(one.shift.startswith("1-") for one in gone)
    assert answers[0].ending is Ending.BEST


def test_last_layers_of_a_week_are_searched_while_a_later_one_is_still_looked_at(monkeypatch) -> None:
    asked, ended, waited = one_week_ill(2), Event(), list[bool]()
    again, last = over_weeks.again, over_weeks.last
    second = max(one.day for one in asked.shifts) - timedelta(days=2)

    def slow(of_week, monday, order, budget):
        if monday == second:
            # Were the last layers of the first week to wait for this one, both would wait.
            waited.append(ended.wait(20.0))
        return again(of_week, monday, order, budget)

    def seen(of_week, begun, order, budget):
        found = last(of_week, begun, order, budget)
        ended.set()
        return found

    monkeypatch.setattr(over_weeks, "again", slow)
    monkeypatch.setattr(over_weeks, "last", seen)
    assert search(asked, 10.0, 60.0).ending is Ending.BEST
    assert waited == [True]


def test_looks_that_spend_all_they_may_leave_work_for_the_last_layers_and_no_more_is_spent_than_there_is(
    monkeypatch,
) -> None:
    asked, spent, left = one_week_ill(4), list[float](), list[float]()
    again, last = over_weeks.again, over_weeks.last

    def looked(of_week, monday, order, budget):
        found = again(of_week, monday, order, budget)
        budget.spent = budget.work
        spent.append(budget.work)
        return found

    def seen(of_week, begun, order, budget):
        left.append(budget.work)
        found = last(of_week, begun, order, budget)
        budget.spent = budget.work
        return found

    monkeypatch.setattr(over_weeks, "again", looked)
    monkeypatch.setattr(over_weeks, "last", seen)
    search(asked, 10.0, 60.0)
    assert len(spent) == len(left) == 4
    assert min(left) > 0.1
    assert sum(spent) + sum(left) == pytest.approx(9.0)


def test_what_a_rota_costs_is_the_same_at_once_and_layer_by_layer() -> None:
    wishing = attrs.evolve(WHO[0], wants=frozenset({OPEN[1].id}), rather_not=frozenset({OPEN[0].id}))
    asked = attrs.evolve(told(ROSA), workers=(wishing, WHO[1]))
    model = build(asked)
    for index, value in hint_of(model, (ROSA,)).items():
        model.cp.add(model.cp.get_int_var_from_proto_index(index) == value)
    by_layers = descend(model, GENTLE, Budget(10.0, clock.monotonic() + 60.0)).layers
    assert priced(model, GENTLE) == priced(build(asked, settled=(ROSA,)), GENTLE) == by_layers
    assert len({one.cost for one in by_layers}) > 3


def test_week_that_stays_costs_what_those_miss_too_who_have_nothing_in_it() -> None:
    who = [*WHO, worker("Leah", agreed_minutes=480, most_minutes=480)]
    answer = search(problem(OPEN[:2], who, published=frozenset({ROSA, MEI})), 5.0, 20.0)
    assert set(answer.assignments) == {ROSA, MEI}
    agreed = next(one for one in answer.layers if one.name == "agreed")
    assert agreed.cost == agreed.bound >= 480


def test_told_day_that_cannot_be_worked_as_told_counts_and_is_not_said_to_be_proven() -> None:
    till = shift(0, 9, 6, frozenset({"till"}), frozenset())
    lapsed = worker("Rosa", Held("till", till.day - timedelta(days=1)))
    answer = search(
        problem([till], [lapsed, WHO[1]], published=frozenset({on(till), on(till, "Mei", 1)})), 5.0, 20.0
    )
    assert set(answer.assignments) == {on(till, "Mei", 1)}
    change = next(one for one in answer.layers if one.name == CHANGE)
    assert change.cost > change.bound == 0
    assert answer.ending is Ending.WORK_DONE
