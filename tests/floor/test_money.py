"""Amounts: whole pence, and wages that are never under the rate."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.money import Pence, parse_pounds, pounds, wage

RATES, MINUTES = st.integers(1, 10_000), st.integers(0, 60_000)


@given(rate=RATES, minutes=MINUTES)
def test_wage_is_never_under_the_rate_and_less_than_a_penny_over(rate, minutes):
    exact = Fraction(rate * minutes, 60)
    assert exact <= wage(Pence(rate), minutes) < exact + 1


@given(rate=RATES, hours=st.integers(0, 200))
def test_wage_of_whole_hours_is_exact(rate, hours):
    assert wage(Pence(rate), 60 * hours) == rate * hours


def test_seven_minutes_at_the_rate_are_rounded_up():
    assert wage(Pence(1271), 7) == 149  # 148.28 pence


@given(pence=st.integers(-(10**9), 10**9))
def test_amount_said_and_read_again_is_the_same(pence):
    assert parse_pounds(pounds(abs(pence))) == abs(pence)
    assert pounds(-abs(pence)).startswith("-£" if pence else "£")


@pytest.mark.parametrize(
    ("text", "pence"), [("12.71", 1271), ("£12.71", 1271), (" 1,234.5 ", 123_450), ("7", 700), ("0.01", 1)]
)
def test_amount_is_read_as_people_write_it(text, pence):
    assert parse_pounds(text) == pence


@pytest.mark.parametrize("text", ["12.715", "twelve", "", "12.71.1", "£", "1/2", "1/0", "1e3", "££7"])
def test_text_that_is_no_whole_number_of_pence_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the edges put it into words
        parse_pounds(text)
