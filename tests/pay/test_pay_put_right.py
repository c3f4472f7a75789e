"""What is changed for days that are paid already: nothing is lost, nothing is paid twice, and no run stands still."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose
from alongside.instants import LONDON, at
from alongside.money import Pence
from alongside.pay import offers
from alongside.pay.terms import Terms
from alongside.placements import actions as placements
from alongside.store import Actor, Store, Unit

from .conftest import place
from .test_pay_runs import agree_run, lines, run_pay


def on_leave(unit: Unit, day: date) -> diary.Claim:
    there = at(day, time(9), LONDON), at(day, time(17), LONDON)
    return diary.claim(unit, "amy", *there, Purpose.LEAVE, "Leave")


def works_on(unit: Unit, *weekdays: int, **terms: Any) -> None:
    days = frozenset(weekdays)
    offers.keep_terms(unit, Terms(id=unit.new_id(), person="amy", business=place(unit), weekdays=days, **terms))


def test_rate_that_was_changed_from_the_first_day_of_the_first_run_is_made_up_for(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        there = agree(unit, first_day=date(2026, 3, 2))
        worked(unit, "amy", date(2026, 4, 7), time(9), time(12))
    on(date(2026, 5, 3))
    agree_run(tideline, nia, run_pay(tideline, nia, date(2026, 4, 1))[0])
    with tideline.unit(keyboard) as unit:
        placements.change_rate(unit, there.id, Pence(1350), date(2026, 4, 1))
    on(date(2026, 6, 3))
    amy = run_pay(tideline, nia)[1]["amy"]
    assert sorted(lines(amy)) == [("work", -180, -3900), ("work", 180, 4050)]


def test_holiday_of_a_placement_that_had_ended_before_is_taken_back(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        there = agree(unit, first_day=date(2026, 3, 2))
        works_on(unit, 1, 3)
        on_leave(unit, date(2026, 4, 7))
    on(date(2026, 5, 3))
    april, advices = run_pay(tideline, nia, date(2026, 4, 1))
    assert lines(advices["amy"]) == [("holiday", 360, 7800)]
    agree_run(tideline, nia, april)
    with tideline.unit(keyboard) as unit:
        placements.end_placement(unit, there.id, date(2026, 3, 31))
    on(date(2026, 6, 3))
    assert lines(run_pay(tideline, nia)[1]["amy"]) == [("holiday", -360, -7800)]
