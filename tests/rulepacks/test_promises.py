"""A promise beyond the law is held to, and none can make the law looser."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.refusal import BadInput
from alongside.rulepacks.offers import Bound, Looser, Promise, check_promise, kept, rule, shipped
from alongside.rulepacks.why import why

WAGE, REST, BREAK = "uk.minimum-wage", "uk.daily-rest", "uk.break-after"
MAY = date(2026, 5, 1)


def promise(**terms) -> Promise:
    usual = {"rule": WAGE, "value": 1345, "first_day": date(2026, 4, 1), "age_from": 18}
    return Promise(by="Tideline", source="minutes of the members' meeting", **{**usual, **terms})


def test_real_living_wage_is_held_to_and_tells_who_promised_it_and_what_the_law_says() -> None:
    floor = kept(rule(WAGE, MAY, 19), [promise()], MAY, 19)
    assert floor.pence == 1345
    assert why(floor, MAY) == (
        "The minimum wage (“uk.minimum-wage”) is £13.45 an hour for people aged 18 to 20, from 1 April 2026. It "
        "counts for pay periods that start on one of these days. It is a promise; the law itself says £10.85 an "
        "hour. Source: promised by Tideline, written down in minutes of the members' meeting."
    )


@pytest.mark.parametrize(("day", "age"), [(date(2026, 3, 31), 19), (MAY, 17)])
def test_promise_speaks_only_of_its_days_and_ages(day: date, age: int) -> None:
    assert kept(rule(WAGE, day, age), [promise()], day, age) == rule(WAGE, day, age)


def test_of_two_promises_the_stricter_counts() -> None:
    both = [promise(value=1345), promise(value=1400), promise(value=1350)]
    assert kept(rule(WAGE, MAY, 30), both, MAY, 30).pence == 1400


def test_ceiling_is_made_stricter_by_less() -> None:
    shorter = promise(rule=BREAK, value=4, age_from=18)
    assert rule(BREAK, MAY, 30).bound is Bound.AT_MOST
    assert kept(rule(BREAK, MAY, 30), [shorter], MAY, 30).value == 4
    check_promise(shorter)
    with pytest.raises(Looser):
        check_promise(promise(rule=BREAK, value=8, age_from=18))


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"value": 1271}, "the law says £12.71 an hour since 1 April 2026, which is as strict or stricter"),
        ({"value": 1240, "first_day": date(2025, 4, 1)}, "since 1 April 2026"),
        ({"rule": REST, "value": 10}, "the law says 11 hours"),
        ({"rule": "uk.night-starts", "value": 20}, "nobody can promise more of it"),
        ({"rule": "uk.tea"}, "there is no rule “uk.tea”"),
        ({"rule": "uk.minimum-wage-apprentice", "value": 900}, "is the same for every age, .* Leave the age out"),
    ],
)
def test_promise_that_is_no_promise_is_refused(terms: dict[str, object], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        check_promise(promise(**terms))


@given(
    st.sampled_from([value.id for value in shipped().values if value.bound is not Bound.EXACTLY]),
    st.lists(st.integers(1, 5000), max_size=4),
    st.dates(date(2024, 4, 1), date(2027, 3, 31)),
    st.integers(16, 80),
)
def test_nothing_that_is_promised_makes_a_rule_looser(name: str, promised: list[int], day: date, age: int) -> None:
    steps = [one for one in shipped().of(name) if one.covers(day, age)]
    made = [promise(rule=name, value=one, first_day=day - timedelta(days=9), age_from=0) for one in promised]
    for law in steps:
        now = kept(law, made, day, age)
        assert now.value >= law.value if law.bound is Bound.AT_LEAST else now.value <= law.value
