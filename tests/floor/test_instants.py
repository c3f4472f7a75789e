"""Time on nights when clocks change, intervals and quarters."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.instants import LONDON, Interval, Period, at, aware, local, moments, monday_of
from alongside.refusal import BadInput

DAYS = st.dates(date(1971, 1, 1), date(2199, 12, 31))
MINUTES = st.integers(1, 4000)
START = datetime(2026, 3, 28, tzinfo=UTC)
INTERVALS = st.builds(
    lambda begins, lasts: Interval(START + timedelta(minutes=begins), START + timedelta(minutes=begins + lasts)),
    MINUTES,
    MINUTES,
)
PERIODS = st.builds(
    lambda first, days: Period(first, first + timedelta(days=days)),
    st.dates(date(1971, 1, 1), date(2198, 11, 1)),
    st.integers(0, 400),
)


@pytest.mark.parametrize(
    ("night", "hours"), [(date(2026, 3, 29), 5), (date(2026, 10, 25), 7), (date(2026, 11, 22), 6)]
)
def test_night_shift_is_as_long_as_it_really_is(night, hours):
    shift = Interval(at(night, time(0, 30), LONDON), at(night, time(6, 30), LONDON))
    assert shift.minutes == 60 * hours


def test_wall_time_that_happens_twice_means_the_first():
    assert at(date(2026, 10, 25), time(1, 30), LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_wall_time_names_no_instant_in_march_and_two_in_october():
    assert moments(date(2026, 3, 29), time(1, 30), LONDON) == ()
    assert moments(date(2026, 3, 29), time(2), LONDON) == (datetime(2026, 3, 29, 1, tzinfo=UTC),)
    twice = tuple(datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert moments(date(2026, 10, 25), time(1, 30), LONDON) == twice


def test_wall_time_that_is_skipped_is_shown_an_hour_later():
    skipped = at(date(2026, 3, 29), time(1, 30), LONDON)
    assert local(skipped, LONDON).time() == time(2, 30)


def test_naive_moment_is_refused():
    with pytest.raises(ValueError, match="2026-11-23 12:00:00 has no time zone, so it names no instant"):
        aware(datetime(2026, 11, 23, 12))  # noqa: DTZ001 - the very thing that is refused


@given(one=INTERVALS, other=INTERVALS)
def test_overlap_is_the_same_from_both_sides_and_means_a_shared_minute(one, other):
    shared = (min(one.ends, other.ends) - max(one.starts, other.starts)) >= timedelta(minutes=1)
    assert one.overlaps(other) == other.overlaps(one) == shared


@given(one=INTERVALS, minutes=MINUTES)
def test_interval_that_begins_where_another_ends_does_not_overlap(one, minutes):
    assert not one.overlaps(Interval(one.ends, one.ends + timedelta(minutes=minutes)))


@given(one=INTERVALS)
def test_interval_that_does_not_go_forward_is_refused(one):
    for ends in (one.starts, one.starts - timedelta(minutes=1)):
        with pytest.raises(ValueError, match="is not later than"):
            Interval(one.starts, ends)


@given(day=DAYS)
def test_quarter_holds_its_day_and_three_months(day):
    quarter = Period.quarter(day)
    assert quarter.first <= day <= quarter.last
    assert (quarter.first.day, (quarter.last + timedelta(days=1)).day) == (1, 1)
    assert {one.month for one in quarter.days()} == {quarter.first.month + n for n in range(3)}
    assert quarter.first.month in (1, 4, 7, 10)


@given(period=PERIODS)
def test_period_before_ends_the_day_before_and_is_as_long(period):
    before = period.before
    assert before.last == period.first - timedelta(days=1)
    if period == Period.quarter(period.first):
        assert before == Period.quarter(before.first)
    else:
        assert len(before.days()) == len(period.days())


def test_quarter_before_the_first_of_a_year_is_the_last_of_the_year_before():
    assert Period.quarter(date(2026, 2, 14)).before == Period(date(2025, 10, 1), date(2025, 12, 31))


def test_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="2026-11-22 is before 2026-11-23"):
        Period(date(2026, 11, 23), date(2026, 11, 22))


def test_week_in_which_clocks_change_has_an_hour_less():
    assert Period(date(2026, 3, 23), date(2026, 3, 29)).interval(LONDON).minutes == (7 * 24 - 1) * 60


@given(day=DAYS)
def test_monday_of_a_day_is_the_monday_before_it_or_itself(day):
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 12, 31), date(2200, 1, 1), date.max])
def test_days_nobody_can_mean_are_refused_in_words(day):
    with pytest.raises(BadInput, match=f"The day {day} is too far off. Give one from 1900 to 2199."):
        monday_of(day)
    with pytest.raises(BadInput, match="is too far off"):
        Period(day, day)
