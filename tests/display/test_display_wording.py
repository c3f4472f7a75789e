"""Times, days, lengths and money in words."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.display import Edition
from alongside.display.wording import (
    clock,
    clock_words,
    day,
    duration,
    money,
    part_of_day,
    period,
    season,
    span,
    span_short,
)
from alongside.instants import Period


def spaced(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (10, 0, "10 o’clock"),
        (9, 30, "half past 9"),
        (13, 15, "quarter past 1"),
        (15, 45, "quarter to 4"),
        (12, 45, "quarter to 1"),
        (23, 45, "quarter to 12"),
        (6, 52, "8 minutes to 7"),
        (6, 59, "1 minute to 7"),
        (13, 20, "20 past 1"),
        (0, 0, "12 o’clock"),
    ],
)
def test_clock_face_in_words(hour, minute, said):
    assert spaced(clock_words(time(hour, minute))) == said


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (10, 0, "10 o’clock in the morning"),
        (13, 30, "half past 1 in the afternoon"),
        (18, 0, "6 o’clock in the evening"),
        (22, 30, "half past 10 at night"),
        (4, 0, "4 o’clock at night"),
        (12, 0, "12 o’clock in the middle of the day"),
        (0, 0, "midnight"),
    ],
)
def test_time_in_an_easy_sentence(hour, minute, said):
    assert spaced(clock(time(hour, minute), Edition.EASY)) == said


def test_time_in_standard_stands_in_figures():
    assert clock(time(9, 30)) == "9:30"
    assert spaced(span(time(9, 30), time(14, 0))) == "9:30 to 14:00"
    assert span_short(time(9, 0), time(14, 0)) == "9–2"
    assert span_short(time(17, 0), time(22, 30)) == "5–10:30"


def test_shift_block_in_easy_is_in_words():
    assert spaced(span_short(time(9, 30), time(14, 0), Edition.EASY)) == "half past 9 to 2 o’clock"


@pytest.mark.parametrize(
    ("minutes", "said", "easy"),
    [
        (0, "0 minutes", "0 minutes"),
        (1, "1 minute", "1 minute"),
        (30, "30 minutes", "30 minutes"),
        (60, "1 hour", "1 hour"),
        (80, "1 hour 20 minutes", "1 hour 20 minutes"),
        (90, "1½ hours", "1 and a half hours"),
        (300, "5 hours", "5 hours"),
        (1410, "23½ hours", "23 and a half hours"),
        (315, "5¼ hours", "5 and a quarter hours"),
        (345, "5¾ hours", "5 and three quarters hours"),
        (176760, "2,946 hours", "2,946 hours"),
    ],
)
def test_length_in_words(minutes, said, easy):
    assert spaced(duration(minutes)) == said
    assert spaced(duration(minutes, Edition.EASY)) == easy


def test_length_below_nothing_is_refused():
    with pytest.raises(ValueError, match="-5 minutes"):
        duration(-5)


@given(st.times())
def test_words_of_a_time_are_never_broken_apart(moment):
    assert " " not in clock_words(moment)
    assert " " not in part_of_day(moment)


@given(st.integers(0, 23), st.integers(0, 59))
def test_words_of_a_clock_tell_every_minute_of_a_half_day_apart(hour, minute):
    others = {clock_words(time(hour % 12, other)) for other in range(60) if other != minute}
    assert clock_words(time(hour, minute)) not in others


def test_days_and_periods_in_words():
    assert spaced(day(date(2026, 6, 5))) == "Friday 5 June"
    assert spaced(day(date(2026, 6, 5), year=True, weekday=False)) == "5 June 2026"
    assert spaced(period(Period.quarter(date(2026, 8, 1)))) == "July to September 2026"
    assert spaced(period(Period(date(2026, 11, 30), date(2026, 12, 6)))) == "30 November to 6 December 2026"
    assert spaced(period(Period(date(2025, 12, 29), date(2026, 1, 4)))) == "29 December 2025 to 4 January 2026"
    assert spaced(period(Period(date(2026, 2, 1), date(2026, 2, 28)))) == "February 2026"
    assert spaced(period(Period(date(2025, 12, 1), date(2026, 2, 28)))) == "December 2025 to February 2026"
    assert spaced(period(Period(date(2026, 6, 5), date(2026, 6, 5)))) == "Friday 5 June 2026"
    assert season(Period.quarter(date(2026, 8, 1))) == "summer"


def test_money_shows_pence_where_there_are_some():
    assert [money(225994), money(431000), money(5), money(-81000)] == ["£2,259.94", "£4,310", "£0.05", "-£810"]
