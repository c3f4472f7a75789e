"""The pay floor by age, apprenticeship and the first day of the pay period."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.money import Pence
from alongside.placements.age import age_on
from alongside.placements.pay_floor import PayTooLow, check_rate, pay_floor
from alongside.refusal import BadInput
from alongside.rulepacks.offers import NoValue

BORN = date(2005, 2, 14)  # 21 since February 2026
APRIL, MARCH = date(2026, 4, 2), date(2026, 3, 2)


def test_rate_a_penny_under_the_floor_is_refused_with_rule_days_and_source() -> None:
    with pytest.raises(PayTooLow) as refused:
        check_rate(Pence(1270), BORN, APRIL)
    assert refused.value.sentence == (
        "£12.70 an hour is too low for a pay period that starts on 2 April 2026: the least is £12.71 an hour. "
        "Agree at least £12.71. Rule uk.minimum-wage, from 1 April 2026. "
        "Source: GOV.UK, minimum wage calculator, its table of rates by date, read on 21 November 2026."
    )


def test_rate_at_the_floor_is_accepted_in_april_and_in_the_march_before() -> None:
    assert check_rate(Pence(1271), BORN, APRIL).id == "uk.minimum-wage"
    assert check_rate(Pence(1221), BORN, MARCH).pence == 1221


def test_pay_period_that_straddles_the_change_keeps_the_rate_of_its_first_day() -> None:
    assert [pay_floor(BORN, day).pence for day in (date(2026, 3, 31), date(2026, 4, 1))] == [1221, 1271]


@pytest.mark.parametrize(("years", "before", "after"), [(18, 800, 1085), (21, 1085, 1271)])
def test_birthday_counts_from_the_first_pay_period_that_starts_on_or_after_it(
    years: int, before: int, after: int
) -> None:
    born = date(2026 - years, 6, 15)
    starts = (date(2026, 6, 14), date(2026, 6, 15), date(2026, 7, 1))
    assert [pay_floor(born, day).pence for day in starts] == [before, after, after]


def test_refusal_of_a_floor_that_is_not_confirmed_says_so() -> None:
    with pytest.raises(PayTooLow, match="from 1 April 2023 to 31 March 2024, not confirmed"):
        check_rate(Pence(1000), date(1990, 1, 1), date(2023, 5, 1))


def test_apprentice_of_19_leaves_the_apprentice_rate_after_the_first_year() -> None:
    since, born = date(2025, 5, 12), date(2006, 1, 1)
    starts = (date(2025, 5, 1), date(2025, 6, 1), date(2026, 5, 11), date(2026, 5, 12))
    assert [pay_floor(born, day, apprentice_since=since).pence for day in starts] == [1000, 755, 800, 1085]


def test_apprentice_under_19_keeps_the_apprentice_rate_in_the_second_year() -> None:
    since, born = date(2024, 9, 1), date(2007, 10, 1)
    starts = (date(2026, 9, 1), date(2026, 10, 1))
    assert [pay_floor(born, day, apprentice_since=since).pence for day in starts] == [800, 1085]


def test_child_under_16_has_no_floor_and_is_refused() -> None:
    with pytest.raises(NoValue):
        pay_floor(date(2011, 1, 1), date(2026, 4, 1))


@given(
    born=st.dates(date(1950, 1, 1), date(2007, 4, 1)),
    starts=st.dates(date(2023, 4, 1), date(2027, 12, 31)),
    rate=st.integers(1, 3000),
)
def test_rate_is_accepted_exactly_from_the_floor_on(born: date, starts: date, rate: int) -> None:
    floor = pay_floor(born, starts)
    accepted = True
    try:
        check_rate(Pence(rate), born, starts)
    except PayTooLow:
        accepted = False
    assert accepted == (rate >= floor.pence)
    assert floor.age_from <= age_on(born, starts) <= floor.age_to


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2025, 2, 28), 20),
        (date(2025, 3, 1), 21),  # a common year: the birthday is 1 March
        (date(2028, 2, 28), 23),
        (date(2028, 2, 29), 24),
    ],
)
def test_age_of_somebody_born_on_29_february_rises_on_1_march_in_a_common_year(day: date, age: int) -> None:
    assert age_on(date(2004, 2, 29), day) == age


def test_age_before_the_birth_is_refused() -> None:
    with pytest.raises(BadInput, match="2004-02-28 is before the date of birth 2004-02-29. Check both dates."):
        age_on(date(2004, 2, 29), date(2004, 2, 28))
