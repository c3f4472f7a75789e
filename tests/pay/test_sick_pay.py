"""Sick pay since April 2026, against sums written out by hand and a second way of working it out."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.instants import Period
from alongside.money import Pence
from alongside.pay.sickness import Sickness, amount, sickness
from alongside.placements.placement import Placement, PlacementType

MONDAY = date(2026, 6, 1)
JOB = Placement(
    id="job",
    person="amy",
    business="cafe",
    kind=PlacementType.PAID,
    first_day=date(2024, 1, 1),
    agreed_minutes=720,
    rate=Pence(1300),
)


def ill(first: date, last: date, working: set[int], usual: int) -> Sickness:
    """What comes of days of illness in a row, for somebody with such weekdays and such a usual week."""

    def earned_in(span: Period) -> Fraction:
        return Fraction(usual * ((span.last - span.first).days + 1), 7)

    days = set(Period(first, last).days())
    return sickness(days, lambda _: frozenset(working), [JOB], earned_in, since=JOB.first_day)


def paid(found: Sickness, period: Period | None = None) -> int:
    return amount(
        worth for day, worth in found.worth.items() if period is None or period.first <= day <= period.last
    )


@pytest.mark.parametrize(
    ("last", "working", "usual", "pence"),
    [
        # £300 a week: 80 % is £240, so the flat £123.25 counts; five days of a five-day week are all of it.
        (4, {0, 1, 2, 3, 4}, 30_000, 12_325),
        # £100 a week: 80 % is £80; two of four days are £40.
        (1, {0, 1, 2, 3}, 10_000, 4_000),
        # One day of three at the flat rate: 12325 / 3 = 4108.33…, rounded up.
        (0, {0, 2, 4}, 30_000, 4_109),
        # Off on a day that she would not have worked.
        (0, {1}, 30_000, 0),
        # £154.06 a week: 80 % is 12324.8 pence, a fifth of a penny under the flat rate; rounded up once.
        (6, {0}, 15_406, 12_325),
    ],
)
def test_sick_pay_is_paid_from_the_first_day(last: int, working: set[int], usual: int, pence: int) -> None:
    assert paid(ill(MONDAY, MONDAY + timedelta(days=last), working, usual)) == pence


def test_spell_over_two_pay_periods_is_paid_in_each_for_its_days() -> None:
    # Monday 29 June to Friday 3 July: two days in June, three in July, at 12325 / 5 = 2465 a day.
    one = ill(date(2026, 6, 29), date(2026, 7, 3), {0, 1, 2, 3, 4}, 50_000)
    months = Period(date(2026, 6, 1), date(2026, 6, 30)), Period(date(2026, 7, 1), date(2026, 7, 31))
    assert [paid(one, month) for month in months] == [4_930, 7_395]


def test_spell_that_began_before_the_rules_is_left_to_a_human() -> None:
    before = ill(date(2026, 4, 5), date(2026, 4, 9), {0, 1}, 30_000)
    assert (before.worth, before.old) == ({}, (Period(date(2026, 4, 5), date(2026, 4, 9)),))
    since = ill(date(2026, 4, 6), date(2026, 4, 9), {0, 1}, 30_000)
    assert (sorted(since.worth), since.old) == ([date(2026, 4, 6), date(2026, 4, 7)], ())


def test_nobody_is_paid_for_longer_than_28_weeks() -> None:
    one = ill(MONDAY, MONDAY + timedelta(weeks=40), {0, 3}, 30_000)
    assert len(one.worth) == 56
    assert max(one.worth) == MONDAY + timedelta(weeks=27, days=3)


def test_week_without_working_days_is_left_to_a_human() -> None:
    one = ill(MONDAY, MONDAY, set(), 30_000)
    assert (one.worth, one.unknown) == ({}, (Period(MONDAY, MONDAY),))


# --- a second way: week by week in tenths of a penny, without the days


@settings(max_examples=2000, deadline=None)
@given(
    st.dates(date(2026, 4, 6), date(2027, 3, 1)),
    st.integers(0, 60),
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(1, 80_000),
)
def test_random_cases_equal_a_second_way_of_working_it_out(
    first: date, length: int, working: set[int], usual: int
) -> None:
    weeks, rest = divmod(length + 1, 7)
    over = sum((first + timedelta(days=weeks * 7 + n)).weekday() in working for n in range(rest))
    days = weeks * len(working) + over
    in_tenths = min(123_250, 8 * usual)  # tenths of a penny a week
    exact = Fraction(in_tenths * days, 10 * len(working))
    found = ill(first, first + timedelta(days=length), working, usual)
    assert paid(found) == -(-exact.numerator // exact.denominator)
