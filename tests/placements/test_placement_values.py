"""A placement's agreement, its hours, its wage, and what the law keeps of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.instants import LONDON, Interval, Period, at
from alongside.money import Pence, wage
from alongside.placements.hours import (
    Worked,
    calendar_month,
    following,
    minutes_by_month,
    minutes_by_person,
    minutes_within,
)
from alongside.placements.kept import KeptRecord, kept_of
from alongside.placements.placement import Placement, PlacementType
from alongside.refusal import BadInput


def agreed(**changes: Any) -> Placement:
    facts = {"kind": "paid", "first_day": date(2026, 4, 2), "agreed_minutes": 960, "rate": Pence(1271)}
    return Placement(id="p1", person="amy", business="cafe", **{**facts, **changes})


AMY: dict[str, Any] = {"id": "k1", "name": "Amy Lind", "born": date(1999, 5, 3)}


def shift(day: date, starts: int, ends: int) -> Interval:
    """A shift by the clocks of London; one that ends earlier than it starts ends on the next day."""
    last = day + timedelta(days=ends <= starts)
    return Interval(at(day, time(starts), LONDON), at(last, time(ends), LONDON))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rate": None}, "A paid placement has no rate. Give the rate in pounds an hour, such as 12.71."),
        (
            {"kind": "volunteering"},
            "Volunteering has no rate: pay makes the person a worker. Leave the rate out, or",
        ),
        (
            {"last_day": date(2026, 4, 1)},
            "The placement ends on 2026-04-01, before it begins on 2026-04-02. Give a",
        ),
        ({"agreed_minutes": 0}, "0 hours a week cannot be agreed. Give more than 0 and at most 168."),
        ({"agreed_minutes": 10081}, "168.017 hours a week cannot be agreed."),
        ({"rate": Pence(0)}, "A rate of £0.00 is no pay."),
        ({"kind": "trial", "rate": None, "apprentice_since": date(2026, 4, 2)}, "An apprentice is paid."),
    ],
)
def test_placement_that_does_not_fit_is_refused_in_words(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        agreed(**changes)
    assert refused.value.sentence.startswith(sentence)


def test_placement_of_each_unpaid_kind_needs_no_rate() -> None:
    unpaid = [kind for kind in PlacementType if kind is not PlacementType.PAID]
    assert [agreed(kind=kind, rate=None).kind for kind in unpaid] == unpaid


def test_placement_runs_from_its_first_to_its_last_day() -> None:
    placement = agreed(last_day=date(2026, 4, 3))
    assert [placement.runs_on(date(2026, 4, day)) for day in (1, 2, 3, 4)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("night", "hours"), [(date(2026, 3, 28), 5), (date(2026, 10, 24), 7), (date(2026, 6, 6), 6)]
)
def test_night_shift_over_a_clock_change_counts_the_hours_that_pass(night: date, hours: int) -> None:
    worked = [Worked("amy", shift(night, 0, 6)), Worked("ben", shift(night + timedelta(days=1), 0, 6))]
    minutes = minutes_by_person(worked, calendar_month(night), LONDON)
    assert minutes == {"amy": 360, "ben": hours * 60}
    assert wage(Pence(1271), minutes["ben"]) == 1271 * hours


def test_shift_over_the_end_of_a_month_is_split_at_local_midnight() -> None:
    worked = [Worked("amy", shift(date(2026, 4, 30), 22, 6))]
    assert minutes_by_month(worked, Period(date(2026, 4, 1), date(2026, 6, 30)), LONDON) == {
        Period(date(2026, 4, 1), date(2026, 4, 30)): 120,
        Period(date(2026, 5, 1), date(2026, 5, 31)): 360,
        Period(date(2026, 6, 1), date(2026, 6, 30)): 0,
    }


def test_person_without_work_in_the_period_is_left_out() -> None:
    worked = [Worked("amy", shift(date(2026, 5, 1), 9, 12)), Worked("ben", shift(date(2026, 4, 1), 9, 12))]
    assert minutes_by_person(worked, calendar_month(date(2026, 4, 9)), LONDON) == {"ben": 180}


NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 365 * 24 * 60).map(lambda minute: NEW_YEAR + timedelta(minutes=minute))
TIMES = st.builds(
    lambda starts, minutes: Interval(starts, starts + timedelta(minutes=minutes)), MOMENTS, st.integers(1, 1500)
)


@given(times=st.lists(TIMES, max_size=8), cut=st.dates(date(2025, 12, 31), date(2027, 1, 1)))
def test_hours_of_the_parts_add_up_to_the_whole(times: list[Interval], cut: date) -> None:
    first, last = date(2025, 12, 1), date(2027, 1, 31)
    whole = Period(first, last)
    parts = Period(first, cut), Period(cut + timedelta(days=1), last)
    total = sum(time.minutes for time in times)
    assert minutes_within(times, whole.interval(LONDON)) == total
    assert sum(minutes_within(times, part.interval(LONDON)) for part in parts) == total
    assert sum(minutes_by_month((Worked("amy", time) for time in times), whole, LONDON).values()) == total


@given(rate=st.integers(1, 5000), minutes=st.lists(st.integers(0, 10_000), min_size=1, max_size=6))
def test_wage_is_never_under_the_rate_nor_a_penny_over_and_of_full_hours_adds_up(
    rate: int, minutes: list[int]
) -> None:
    whole = wage(Pence(rate), sum(minutes))
    assert 0 <= whole * 60 - rate * sum(minutes) < 60
    assert wage(Pence(rate), sum(minutes) * 60) == sum(wage(Pence(rate), part * 60) for part in minutes)


def test_pay_period_after_a_month_is_a_month_and_after_four_weeks_four_weeks() -> None:
    assert following(calendar_month(date(2026, 12, 9))) == Period(date(2027, 1, 1), date(2027, 1, 31))
    assert following(Period(date(2026, 4, 6), date(2026, 5, 3))) == Period(date(2026, 5, 4), date(2026, 5, 31))


def test_kept_of_a_paid_placement_says_what_why_until_when_and_by_which_source() -> None:
    assert kept_of(agreed(), calendar_month(date(2026, 6, 9)), **AMY) == KeptRecord(
        **AMY,
        person="amy",
        placement="p1",
        what="name, date of birth, pay and hours of a paid placement",
        why="To show that the pay was no less than the law asks for, for 6 years.",
        until=date(2032, 7, 30),
        source="uk.keep-pay-records: HMRC, National Minimum Wage Manual, NMWM12020, read on 23 November 2026 "
        "(not confirmed)",
    )


def test_kept_of_an_unpaid_placement_is_nothing() -> None:
    assert kept_of(agreed(kind="volunteering", rate=None), calendar_month(date(2026, 6, 9)), **AMY) is None
