"""What raises “is this person a worker?”: facts in, reasons out, and never a verdict."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.instants import Period
from alongside.money import Pence
from alongside.placements.held import FOR_COLLEAGUES, Held, gathered, reason
from alongside.placements.placement import PlacementType
from alongside.placements.status_question import (
    SOURCES,
    Facts,
    Reason,
    UsualTime,
    asked_about,
    reasons_in,
    usual_times,
)
from alongside.placements.status_review import (
    LONGEST_WORDS,
    Because,
    Change,
    HouseDays,
    StatusReview,
    Verdict,
    look_again_on,
)
from alongside.refusal import BadInput, worded

MONDAY = date(2026, 4, 6)
TEN = time(10)
UNPAID = [kind for kind in PlacementType if kind is not PlacementType.PAID]


def facts(kind: PlacementType = PlacementType.VOLUNTEERING, **more: Any) -> Facts:
    return Facts(kind=kind, on=MONDAY, first_day=MONDAY - timedelta(days=3), **more)


def review(**more: Any) -> StatusReview:
    given_ = {
        "id": "r",
        "placement": "p",
        "person": "amy",
        "business": "b",
        "raised_on": MONDAY,
        "answer_by": MONDAY + timedelta(days=14),
        "reasons": (Reason.SET_HOURS,),
    }
    return StatusReview(**{**given_, **more})


# --- reasons


@pytest.mark.parametrize("kind", UNPAID)
@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        ({"usual": (UsualTime(0, TEN),)}, Reason.SET_HOURS),
        ({"rate": Pence(500)}, Reason.REWARD),
        ({"training": ("first_aid",)}, Reason.TRAINING),
    ],
)
def test_each_fact_of_unpaid_work_raises_its_reason_alone(
    kind: PlacementType, seen: dict[str, Any], reason: Reason
) -> None:
    assert reasons_in(facts(kind, **seen), 7) == (reason,)


def test_paid_job_is_never_asked_about() -> None:
    every = {"usual": (UsualTime(0, TEN),), "rate": Pence(500), "training": ("first_aid",)}
    assert reasons_in(facts(PlacementType.PAID, **every), 1) == ()
    assert [kind for kind in PlacementType if not asked_about(kind)] == [PlacementType.PAID]


def test_unpaid_trial_is_asked_about_from_the_day_on_which_it_has_lasted_as_long_as_the_house_allows() -> None:
    begun = MONDAY - timedelta(days=7)
    on_day = [Facts(kind=PlacementType.TRIAL, on=begun + timedelta(days=n), first_day=begun) for n in (6, 7)]
    assert [reasons_in(one, 7) for one in on_day] == [(), (Reason.LONG_TRIAL,)]


def test_volunteering_that_goes_on_is_no_reason_by_itself() -> None:
    long_ago = Facts(kind=PlacementType.VOLUNTEERING, on=MONDAY, first_day=MONDAY - timedelta(days=900))
    assert reasons_in(long_ago, 7) == ()


def test_every_reason_has_its_source_and_one_that_was_not_read_says_so() -> None:
    assert set(SOURCES) == set(Reason)
    assert [reason for reason, source in SOURCES.items() if not source.confirmed] == [Reason.LONG_TRIAL]


def test_time_in_two_weeks_is_chance_and_in_three_is_set() -> None:
    weekly = [(MONDAY + timedelta(weeks=n), TEN) for n in range(3)]
    assert usual_times(weekly[:2]) == ()
    assert usual_times(weekly) == (UsualTime(0, TEN),)


def test_three_days_of_one_week_are_no_set_hours() -> None:
    assert usual_times([(MONDAY + timedelta(days=n), TEN) for n in range(3)]) == ()


@given(st.lists(st.tuples(st.integers(0, 27), st.integers(8, 12)), max_size=30))
def test_usual_times_are_those_that_a_count_over_weeks_finds(begun: list[tuple[int, int]]) -> None:
    times = [(MONDAY + timedelta(days=day), time(hour)) for day, hour in begun]
    expected = {
        (weekday, hour)
        for weekday in range(7)
        for hour in range(8, 13)
        if sum((7 * week + weekday, hour) in set(begun) for week in range(4)) >= 3
    }
    assert {(one.weekday, one.begins.hour) for one in usual_times(times)} == expected


# --- a review


def test_question_waits_through_its_last_day_and_holds_back_from_the_day_after() -> None:
    days = [MONDAY + timedelta(days=n) for n in (14, 15)]
    assert [review().overdue(day) for day in days] == [False, True]
    assert [review().holds_back(day) for day in days] == [False, True]


def test_answer_that_she_is_a_worker_holds_back_at_once_and_others_do_not() -> None:
    later = MONDAY + timedelta(days=100)
    assert review(verdict=Verdict.WORKER).holds_back(MONDAY)
    assert not review(verdict=Verdict.NO_WORKER, because=Because.COURSE).holds_back(later)
    assert not review(verdict=Verdict.CHANGE, changes=(Change.ENDS,)).holds_back(later)


def test_answer_settles_its_own_reasons_until_it_is_looked_at_again() -> None:
    again = MONDAY + timedelta(days=182)
    answered = review(verdict=Verdict.NO_WORKER, because=Because.COURSE, look_again=again)
    assert answered.settles(Reason.SET_HOURS, again - timedelta(days=1))
    assert not answered.settles(Reason.SET_HOURS, again)
    assert not answered.settles(Reason.REWARD, MONDAY)
    assert review().settles(Reason.SET_HOURS, again)


def test_a_no_is_looked_at_again_later_than_a_change_and_a_yes_never() -> None:
    days = HouseDays()
    found = {verdict: look_again_on(verdict, MONDAY, days) for verdict in Verdict}
    assert found == {
        Verdict.WORKER: None,
        Verdict.NO_WORKER: MONDAY + timedelta(days=182),
        Verdict.CHANGE: MONDAY + timedelta(days=14),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": Verdict.NO_WORKER},
        {"verdict": Verdict.CHANGE},
        {"verdict": Verdict.WORKER, "words": "x" * (LONGEST_WORDS + 1)},
    ],
)
def test_answer_that_stands_on_nothing_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        review(**wrong)


def test_answer_needs_an_instant_with_its_zone() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        review(verdict=Verdict.WORKER, answered_at=datetime(2026, 4, 7))  # noqa: DTZ001 - the wrong one
    assert review(verdict=Verdict.WORKER, answered_at=datetime(2026, 4, 7, tzinfo=UTC)).answered_at


@pytest.mark.parametrize("days", [0, 367])
def test_days_of_the_house_that_cannot_be_meant_are_refused(days: int) -> None:
    with pytest.raises(BadInput, match="cannot be meant"):
        HouseDays(answer_within=days)


# --- held back


def held(first: int, last: int | None) -> Held:
    said = reason(person=worded("placements", "hers"), manager=worded("placements", "the manager's"))
    ends = None if last is None else MONDAY + timedelta(days=last)
    return Held(first_day=MONDAY + timedelta(days=first), last_day=ends, said=said, path="/x")


@given(st.integers(0, 9), st.one_of(st.none(), st.integers(0, 9)), st.integers(0, 9), st.integers(0, 9))
def test_held_meets_a_period_where_it_holds_on_one_of_its_days(
    first: int, last: int | None, since: int, until: int
) -> None:
    one = held(first, None if last is None else max(first, last))
    period = Period(MONDAY + timedelta(days=min(since, until)), MONDAY + timedelta(days=max(since, until)))
    assert one.meets(period) == any(one.on(day) for day in period.days())


def test_reasons_of_several_parts_stand_beside_each_other_and_colleagues_learn_none() -> None:
    one, other = held(0, None), held(2, 3)
    assert gathered([{"amy": (one,)}, {"amy": (other,), "ben": (other,)}]) == {
        "amy": (one, other),
        "ben": (other,),
    }
    assert one.said.colleagues == FOR_COLLEAGUES
