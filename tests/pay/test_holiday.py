"""Leave earned, against sums written out by hand and a second way of working it out."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.money import Pence
from alongside.pay.holiday import earned_by_hours, of_a_year, rolled_up
from alongside.refusal import BadInput
from alongside.rulepacks.offers import NoValue

YEAR = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("hours", "leave"),
    [
        ("68", 8),  # 68 × 12.07 % = 8.2076 hours
        ("70", 8),  # 8.449
        ("71", 9),  # 8.5697: half an hour and more goes up
        ("4", 0),  # 0.4828
        ("4.25", 1),  # 0.512975
        ("0", 0),
    ],
)
def test_hours_that_differ_earn_a_share_to_the_nearest_hour(hours: str, leave: int) -> None:
    assert earned_by_hours(int(Decimal(hours) * 60), YEAR) == leave * 60


def test_pair_in_which_the_two_sources_differ_follows_the_calculator() -> None:
    # 8.2076 hours: the calculator says 8, a law firm's page says 9.
    assert earned_by_hours(68 * 60, YEAR) == 480


@pytest.mark.parametrize(
    ("hours", "days", "leave"),
    [
        (40, 5, "224"),  # 5.6 × 5 = 28 days of 8 hours
        (40, 6, "186.67"),  # 5.6 × 6 = 33.6 days, capped at 28 of 6 h 40: 186.666… hours
        (16, 2, "89.6"),  # 5.6 × 16
        (7, 1, "39.2"),
    ],
)
def test_same_hours_each_week_have_5_6_weeks_and_at_most_28_days(hours: int, days: int, leave: str) -> None:
    found = Decimal(of_a_year(hours * 60, days, YEAR)) / 60
    assert found.quantize(Decimal("0.01")) == Decimal(leave).quantize(Decimal("0.01"))


@pytest.mark.parametrize("days", [0, 8])
def test_week_that_is_none_is_refused(days: int) -> None:
    with pytest.raises(BadInput, match="no working week"):
        of_a_year(600, days, YEAR)


def test_leave_year_before_these_rules_has_none() -> None:
    with pytest.raises(NoValue):
        earned_by_hours(600, date(2024, 3, 31))


def test_rolled_up_pay_is_its_share_of_the_wages() -> None:
    assert rolled_up(Pence(100_000), YEAR) == 12_070
    assert rolled_up(Pence(1), YEAR) == 1  # never less than the share


# --- a second way, in decimals


@settings(max_examples=2000, deadline=None)
@given(st.integers(0, 20_000), st.integers(1, 10_080), st.integers(1, 7), st.integers(0, 10**7))
def test_random_cases_equal_a_second_way_of_working_it_out(worked: int, week: int, days: int, pay: int) -> None:
    hours = (Decimal(worked) / 60 * Decimal("0.1207")).quantize(Decimal(1), ROUND_HALF_UP)
    assert earned_by_hours(worked, YEAR) == 60 * hours
    in_weeks, in_days = Decimal("5.6") * week, Decimal(28 * week) / days
    assert of_a_year(week, days, YEAR) == min(in_weeks, in_days).quantize(Decimal(1), ROUND_CEILING)
    assert rolled_up(Pence(pay), YEAR) == (pay * Decimal("0.1207")).quantize(Decimal(1), ROUND_CEILING)
