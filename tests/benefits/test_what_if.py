"""What a shift changes: hours and pay of a week and a month, without it and with it."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.benefits import actions
from alongside.benefits.numbers import RULES, numbers_on
from alongside.benefits.own_choice import OwnChoice, Question
from alongside.benefits.what_if import Stretch, compared, periods, week_of
from alongside.instants import LONDON, Interval, at
from alongside.money import Pence
from alongside.refusal import BadInput, NotFound
from alongside.rulepacks.offers import Status, shipped

from .acting import AMY, BEN, MORNING

MONDAY = date(2026, 11, 23)


def look(cafe, day, starts, ends):
    with cafe.unit(writing=False) as unit:
        shift = actions.a_shift(unit, cafe.business, at(day, starts, LONDON), at(day, ends, LONDON))
        return actions.look(unit, shift)


def test_shift_that_somebody_thinks_of_is_added_to_what_is_planned(cafe):
    cafe.work(MONDAY, *MORNING)
    (week,) = look(cafe, date(2026, 11, 25), *MORNING).compared
    assert (week.without.minutes, week.taken.minutes) == (240, 480)
    assert (week.without.pay, week.taken.pay) == (5200, 10400)
    assert week.is_week


def test_shift_that_is_planned_is_taken_off_to_say_what_is_without_it(cafe):
    cafe.work(MONDAY, *MORNING)
    planned = cafe.work(date(2026, 11, 25), *MORNING)
    with cafe.unit(writing=False) as unit:
        (week,) = actions.look(unit, actions.own_shift(unit, planned.id)).compared
    assert (week.without.minutes, week.taken.minutes) == (240, 480)


def test_month_is_compared_where_she_asks_for_what_goes_by_months(cafe):
    cafe.work(date(2026, 11, 3), *MORNING)
    with cafe.unit() as unit:
        actions.choose(unit, (Question.UC_WITH_HOUSING,))
    week, month = look(cafe, date(2026, 11, 25), *MORNING).compared
    assert (week.without.minutes, month.without.minutes) == (0, 240)
    assert (month.period.first, month.period.last) == (date(2026, 11, 1), date(2026, 11, 30))


def test_night_over_the_clock_change_in_october_has_the_hours_that_pass(cafe):
    day = date(2026, 10, 24)
    with cafe.unit(writing=False) as unit:
        shift = actions.a_shift(
            unit, cafe.business, at(day, time(23), LONDON), at(day + timedelta(days=1), time(6), LONDON)
        )
        (week,) = actions.look(unit, shift).compared
    assert week.taken.minutes == 8 * 60


def test_time_that_is_taken_by_something_else_is_told(cafe):
    cafe.work(MONDAY, *MORNING)
    assert look(cafe, MONDAY, time(12), time(15)).meets
    assert not look(cafe, MONDAY, time(13), time(15)).meets


def test_shift_of_somebody_else_is_not_found(cafe):
    planned = cafe.work(MONDAY, *MORNING)
    with cafe.unit(BEN, writing=False) as unit, pytest.raises(NotFound):
        actions.own_shift(unit, planned.id)


def test_numbers_come_with_their_source_and_say_where_they_are_not_confirmed(cafe):
    hours, earnings = numbers_on((Question.PERMITTED_WORK,), MONDAY)
    assert (hours.value, hours.status) == (16, Status.IN_FORCE)
    assert (earnings.value, earnings.status) == (20350, Status.DERIVED)
    assert hours.source
    assert earnings.place


def test_every_number_that_can_be_asked_for_stands_in_the_rule_packs():
    assert {one for ids in RULES.values() for one in ids} <= set(shipped().ids)


def test_day_that_no_pack_knows_has_no_number_and_no_mistake():
    assert numbers_on(tuple(Question), date(1990, 1, 1)) == ()


def test_both_kinds_of_universal_credit_at_once_are_refused():
    with pytest.raises(BadInput, match="not both"):
        OwnChoice(id="1", person="amy", asks=(Question.UC_WITH_HOUSING, Question.UC_WITHOUT_HOUSING))


STARTS = datetime(2026, 11, 23, tzinfo=at(MONDAY, time(), LONDON).tzinfo)
RATES = st.sampled_from([None, Pence(1271), Pence(1345)])


@st.composite
def stretches(draw):
    """Work without overlap in one week, each begun on a whole hour."""
    hours = draw(st.lists(st.integers(0, 160), unique=True, max_size=8))
    return [
        Stretch(time=Interval(start, start + timedelta(minutes=45)), business="b", rate=draw(RATES))
        for start in (STARTS + timedelta(hours=hour) for hour in hours)
    ]


@given(stretches(), RATES)
def test_with_it_is_never_less_than_without_it_and_the_hours_differ_by_the_shift(others, rate):
    shift = Stretch(
        time=Interval(STARTS + timedelta(hours=162), STARTS + timedelta(hours=164)), business="b", rate=rate
    )
    found = compared(others, shift, week_of(MONDAY), LONDON)
    assert found.taken.minutes - found.without.minutes == 120
    assert found.taken.pay >= found.without.pay
    assert (found.taken.pay == found.without.pay) == (rate is None)


def test_week_and_month_of_a_day():
    week, month = periods(date(2026, 12, 1), by_week=True, by_month=True)
    assert (week.first, week.last) == (date(2026, 11, 30), date(2026, 12, 6))
    assert (month.first, month.last) == (date(2026, 12, 1), date(2026, 12, 31))


def test_shifts_to_come_are_her_own(cafe):
    cafe.work(date(2099, 1, 5), *MORNING)
    with cafe.unit(AMY, writing=False) as unit:
        assert actions.coming_shifts(unit) == []  # too far off
