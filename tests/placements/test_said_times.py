"""Times on a clock are real time on every night; which of two is meant is said and never guessed."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.instants import LONDON, Interval, at, local
from alongside.placements.attendance import NotThen
from alongside.placements.said_times import CameTwice, SaidTime, between
from alongside.refusal import BadInput

BACK, FORWARD = date(2026, 10, 24), date(2026, 3, 28)
"""The Saturdays on whose nights the clocks of London go back and forward."""


def minutes(day, since, until, second=None, ends_by=None):
    said = SaidTime(time.fromisoformat(since)), SaidTime(time.fromisoformat(until), second)
    return between("claim", day, *said, LONDON, ends_by=ends_by).minutes


@pytest.mark.parametrize(("second", "worked"), [(False, 210), (True, 270)])
def test_which_of_two_is_meant_makes_an_hour(second, worked):
    assert minutes(BACK, "22:00", "01:30", second) == worked


def test_which_of_two_is_meant_is_never_guessed():
    with pytest.raises(CameTwice, match="01:30 came twice") as refused:
        minutes(BACK, "22:00", "01:30")
    assert refused.value.asked.clock == time(1, 30)
    assert minutes(BACK, "22:00", "02:30") == 330


def test_time_that_the_clocks_left_out_is_refused():
    with pytest.raises(NotThen, match="left out"):
        minutes(FORWARD + timedelta(days=1), "01:30", "02:15")


def test_time_before_the_end_of_a_night_is_of_the_next_morning():
    six = at(date(2026, 11, 3), time(6), LONDON)
    during = between("claim", date(2026, 11, 2), SaidTime(time(1)), SaidTime(time(5)), LONDON, ends_by=six)
    assert local(during.starts, LONDON).date() == date(2026, 11, 3)
    assert minutes(date(2026, 11, 2), "01:00", "05:00") == 240


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.times(), st.times(), st.booleans(), st.booleans())
def test_what_is_read_is_what_a_clock_on_the_wall_shows(day, since, until, first, second):
    since, until = (one.replace(second=0, microsecond=0) for one in (since, until))
    try:
        during = between("claim", day, SaidTime(since, first), SaidTime(until, second), LONDON)
    except BadInput:
        return
    shown = [local(one, LONDON) for one in (during.starts, during.ends)]
    assert isinstance(during, Interval)
    assert during.ends - during.starts <= timedelta(hours=25)
    for moment, said in zip(shown, (since, until), strict=True):
        # A time that the clocks left out is shown an hour later.
        assert moment.time() in (said, (datetime.combine(day, said) + timedelta(hours=1)).time())
