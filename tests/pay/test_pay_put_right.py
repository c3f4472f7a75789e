"""What is changed for days that are paid already: nothing is lost or paid twice, and no run stands still."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose
from alongside.instants import LONDON, Interval, at
from alongside.money import Pence
from alongside.pay import offers
from alongside.pay.matter import Kind
from alongside.pay.terms import Terms
from alongside.placements import actions as placements
from alongside.store import Actor, Store, Unit

from .conftest import note, place
from .test_pay_runs import agree_run, kinds, lines, run_pay


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


def test_rest_of_a_night_is_paid_once_it_is_agreed_what_it_pays(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    on(date(2026, 6, 20))
    with tideline.unit(keyboard) as unit:
        agree(unit, last_day=date(2026, 6, 2))
        worked(unit, "amy", date(2026, 6, 2), time(22), time(6))
    on(date(2026, 7, 3))
    june, advices = run_pay(tideline, nia)
    assert lines(advices["amy"]) == [("work", 120, 2600)]
    assert Kind.NOTHING_AGREED in kinds(advices["amy"])
    agree_run(tideline, nia, june)
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=date(2026, 6, 3))
    on(date(2026, 8, 3))
    july, advices = run_pay(tideline, nia)
    assert lines(advices["amy"]) == [("work", 360, 7800)]
    agree_run(tideline, nia, july)
    on(date(2026, 9, 3))
    assert "amy" not in run_pay(tideline, nia)[1]


def test_correction_that_began_before_a_run_was_read_and_was_kept_after_is_not_lost(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    on(date(2026, 6, 20))
    with tideline.unit(keyboard) as unit:
        there = agree(unit)
        placements.change_rate(unit, there.id, Pence(1350), date(2026, 6, 15))
        evening = worked(unit, "amy", date(2026, 6, 14), time(22), time(0))
    on(date(2026, 7, 3))
    run, advices = run_pay(tideline, nia)
    assert lines(advices["amy"]) == [("work", 120, 2600)]
    # As long as before, so that only the instant of the note tells that it is another: from midnight, at £13.50.
    on(date(2026, 7, 3), time(11, 40))
    later = at(date(2026, 6, 15), time(0), LONDON), at(date(2026, 6, 15), time(2), LONDON)
    with tideline.unit(keyboard) as unit:
        note(unit, evening, date(2026, 6, 14), Interval(*later), 2)
    on(date(2026, 7, 3), time(12, 30))
    agree_run(tideline, nia, run)
    on(date(2026, 8, 3))
    july, advices = run_pay(tideline, nia)
    assert sorted(lines(advices["amy"])) == [("work", -120, -2600), ("work", 120, 2700)]
    agree_run(tideline, nia, july)
    on(date(2026, 9, 3))
    assert "amy" not in run_pay(tideline, nia)[1]
