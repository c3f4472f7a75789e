"""Gradual hours: what is agreed on a day comes from the plan, for the rota, the chapter and every page alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.instants import Period
from alongside.money import Pence
from alongside.placements import actions, offers
from alongside.placements.hours_plan import MOST_STEPS, HoursStep, with_steps
from alongside.placements.placement import Placement
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor, Store

DECEMBER, FEBRUARY, APRIL = date(2026, 12, 1), date(2027, 2, 1), date(2027, 4, 1)
Agree = Callable[..., Placement]


def step(day: date, hours: int, on: date = date(2026, 11, 23)) -> HoursStep:
    return HoursStep(first_day=day, minutes=60 * hours, agreed_on=on)


def placed(*plan: HoursStep, **more: Any) -> Placement:
    facts = {"kind": "volunteering", "first_day": date(2026, 11, 2), "agreed_minutes": 180, "plan": plan}
    return Placement(id="p", person="amy", business="cafe", **{**facts, **more})


def test_minutes_of_a_day_are_those_of_the_last_step_that_has_come() -> None:
    here = placed(step(DECEMBER, 6), step(FEBRUARY, 9), step(APRIL, 12))
    days = (date(2026, 11, 30), DECEMBER, date(2027, 1, 31), FEBRUARY, date(2027, 3, 31), APRIL, date(2029, 1, 1))
    assert [here.minutes_on(day) // 60 for day in days] == [3, 6, 6, 9, 9, 12, 12]


@given(st.lists(st.integers(1, 900), max_size=MOST_STEPS, unique=True), st.integers(0, 1000))
def test_minutes_of_any_day_are_the_first_day_s_until_a_step_comes(offsets: list[int], after: int) -> None:
    first = date(2026, 11, 2)
    plan = tuple(
        HoursStep(first_day=first + timedelta(days=one), minutes=one, agreed_on=first) for one in sorted(offsets)
    )
    come = [one for one in offsets if one <= after]
    assert placed(*plan).minutes_on(first + timedelta(days=after)) == max(come, default=180)


@pytest.mark.parametrize("plan", [(step(FEBRUARY, 6), step(DECEMBER, 9)), (step(DECEMBER, 6), step(DECEMBER, 9))])
def test_steps_that_are_not_in_the_order_of_their_days_are_refused(plan: tuple[HoursStep, ...]) -> None:
    with pytest.raises(BadInput, match="begins on a later day"):
        placed(*plan)
    with pytest.raises(BadInput, match="0 hours a week cannot be agreed"):
        step(DECEMBER, 0)


def test_steps_that_have_begun_stay_and_no_new_one_begins_today() -> None:
    plan = (step(DECEMBER, 6), step(FEBRUARY, 9))
    assert with_steps(plan, [step(APRIL, 8)], date(2026, 12, 15)) == (plan[0], step(APRIL, 8))
    with pytest.raises(BadInput, match="begins tomorrow or later"):
        with_steps(plan, [step(DECEMBER, 8)], DECEMBER)


def test_every_way_of_asking_gives_the_minutes_of_the_day(tideline: Store, keyboard: Actor, agree: Agree) -> None:
    with tideline.unit(keyboard) as unit:
        here = agree(unit, agreed_minutes=180)
        actions.agree_hours(unit, here.id, [(FEBRUARY, 540), (DECEMBER, 360)])
    with tideline.unit(keyboard) as unit:
        kept = offers.placement(unit, here.id)
        assert [(one.first_day, one.minutes) for one in kept.plan] == [(DECEMBER, 360), (FEBRUARY, 540)]
        for day, minutes in ((date(2026, 11, 30), 180), (DECEMBER, 360), (FEBRUARY, 540)):
            assert offers.agreed_minutes(unit, ["amy"], day) == {"amy": minutes}
        told = offers.work_in(unit, Period(date(2026, 10, 1), date(2026, 12, 31)))
        assert [line.agreed for line in told.by_business().values()] == [kept.minutes_on(told.day)]


def test_new_rate_takes_the_rest_of_the_plan_along(tideline: Store, keyboard: Actor, agree: Agree) -> None:
    with tideline.unit(keyboard) as unit:
        old = agree(unit, agreed_minutes=180)
        old = actions.agree_hours(unit, old.id, [(DECEMBER, 360), (FEBRUARY, 540)])
        new = actions.change_rate(unit, old.id, Pence(1500), date(2026, 12, 15))
        assert (new.agreed_minutes, [one.minutes for one in new.plan]) == (360, [540])
        assert offers.agreed_minutes(unit, ["amy"], FEBRUARY) == {"amy": 540}


def test_hours_to_come_are_agreed_by_whoever_may_agree_work_and_nobody_else(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    with tideline.unit(keyboard) as unit:
        here = agree(unit)
    with pytest.raises(NotAllowed), tideline.unit(Actor.person("ben", "Ben Roe")) as unit:
        actions.agree_hours(unit, here.id, [(DECEMBER, 360)])
