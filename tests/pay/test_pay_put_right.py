"""What is changed for days that are paid already: nothing is lost or paid twice, and no run stands still."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose
from alongside.instants import LONDON, Interval, at
from alongside.money import Pence
from alongside.pay import offers
from alongside.pay.matter import Kind
from alongside.pay.terms import HolidayBy, Terms
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


def test_weekdays_that_become_others_change_no_leave_that_was_paid(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, agreed_minutes=240)
        works_on(unit, 2)
        leave = on_leave(unit, date(2026, 6, 3))
    on(date(2026, 7, 3))
    june, advices = run_pay(tideline, nia)
    assert lines(advices["amy"]) == [("holiday", 240, 5200)]
    agree_run(tideline, nia, june)
    for terms in ({}, {"holiday": HolidayBy.ROLLED_UP}):
        with tideline.unit(keyboard) as unit:
            works_on(unit, 0, 1, **terms)
        on(date(2026, 8, 3))
        july = run_pay(tideline, nia)[1].get("amy")
        assert july is None or lines(july) == []
    with tideline.unit(keyboard) as unit:
        diary.release(unit, leave.id)
    assert lines(run_pay(tideline, nia)[1]["amy"]) == [("holiday", -240, -5200)]


def test_rate_that_was_raised_for_leave_that_was_paid_is_made_up_for(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        there = agree(unit, agreed_minutes=240)
        works_on(unit, 2)
        on_leave(unit, date(2026, 6, 3))
    on(date(2026, 7, 3))
    agree_run(tideline, nia, run_pay(tideline, nia)[0])
    with tideline.unit(keyboard) as unit:
        placements.change_rate(unit, there.id, Pence(1350), date(2026, 6, 1))
        works_on(unit, 0, 1)
    on(date(2026, 8, 3))
    july = run_pay(tideline, nia)[1]["amy"]
    assert sorted(lines(july)) == [("holiday", -240, -5200), ("holiday", 240, 5400)]


@pytest.mark.parametrize(
    ("then", "now", "more"),
    [
        # An hour more of June is £13; 12.07 % of it are £1.5691, rounded up.
        (HolidayBy.ROLLED_UP, HolidayBy.REGULAR, [("rolled_up", 0, 157), ("work", 60, 1300)]),
        (HolidayBy.REGULAR, HolidayBy.ROLLED_UP, [("work", 60, 1300)]),
    ],
)
def test_holiday_with_the_wages_of_earlier_days_follows_what_was_paid_then(
    tideline: Store,
    keyboard: Actor,
    nia: Actor,
    agree: Any,
    worked: Any,
    on: Any,
    then: HolidayBy,
    now: HolidayBy,
    more: list[tuple[str, int, int]],
) -> None:
    on(date(2026, 6, 20))
    with tideline.unit(keyboard) as unit:
        agree(unit)
        works_on(unit, holiday=then)
        shift = worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
    on(date(2026, 7, 3))
    agree_run(tideline, nia, run_pay(tideline, nia)[0])
    on(date(2026, 7, 8))
    with tideline.unit(keyboard) as unit:
        works_on(unit, holiday=now)
        note(unit, shift, date(2026, 6, 2), Interval(shift.starts, shift.ends + timedelta(hours=1)), 2)
    on(date(2026, 8, 3))
    assert sorted(lines(run_pay(tideline, nia)[1]["amy"])) == more


def test_leave_in_a_month_that_holiday_was_paid_with_is_not_paid_again(
    tideline: Store, keyboard: Actor, nia: Actor, agree: Any, worked: Any, on: Any
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        works_on(unit, 2, holiday=HolidayBy.ROLLED_UP)
        worked(unit, "amy", date(2026, 6, 2), time(9), time(12))
        on_leave(unit, date(2026, 6, 10))
    on(date(2026, 7, 3))
    agree_run(tideline, nia, run_pay(tideline, nia)[0])
    with tideline.unit(keyboard) as unit:
        works_on(unit, 2)
    on(date(2026, 8, 3))
    assert "holiday" not in [one[0] for one in lines(run_pay(tideline, nia)[1]["amy"])]
