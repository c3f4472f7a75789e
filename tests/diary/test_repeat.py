import json
import os
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.diary.calendar_rule import read_rule
from alongside.diary.repeat import MOST, Every, Repeat, days, expand, in_words
from alongside.instants import local
from alongside.refusal import BadInput


def repeat(every, first, clock=time(18), **end):
    return Repeat(every=every, first=first, clock=clock, minutes=60, zone="Europe/London", **end)


def fits(rule, day):
    """Whether a day fits a rule, asked of that day alone: another way than the one that is tested."""
    first, since = rule.first, (day - rule.first).days
    from_end = (monthrange(day.year, day.month)[1] - day.day) // 7
    return {
        Every.DAY: True,
        Every.WEEK: since % 7 == 0,
        Every.FORTNIGHT: since % 14 == 0,
        Every.MONTH_DATE: day.day == first.day,
        Every.MONTH_WEEKDAY: day.weekday() == first.weekday() and (day.day + 6) // 7 == (first.day + 6) // 7,
        Every.MONTH_LAST_WEEKDAY: day.weekday() == first.weekday() and from_end == 0,
    }[rule.every]


@given(
    every=st.sampled_from(Every),
    first=st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    length=st.integers(0, 390),
    times=st.none() | st.integers(1, 12),
)
def test_days_are_those_that_fit_when_each_day_is_asked(every, first, length, times):
    if every is Every.MONTH_LAST_WEEKDAY:
        first += timedelta(days=7 * ((monthrange(first.year, first.month)[1] - first.day) // 7))
    rule = (
        repeat(every, first, times=times) if times else repeat(every, first, last=first + timedelta(days=length))
    )
    asked = (first + timedelta(days=n) for n in range(12 * 31 * 5 if times else length + 1))
    assert days(rule) == tuple(day for day in asked if fits(rule, day))[:times]


def test_weekly_class_at_six_stays_at_six_all_year():
    starts = [one.starts for one in expand(repeat(Every.WEEK, date(2026, 1, 6), times=52))]
    assert {local(start, "Europe/London").time() for start in starts} == {time(18)}
    assert len({start.time() for start in starts}) == 2


def test_start_that_is_jumped_over_in_march_happens_as_the_clocks_have_jumped():
    jumped = expand(repeat(Every.DAY, date(2026, 3, 28), time(1, 30), times=3))
    assert [f"{local(one.starts, 'Europe/London'):%H:%M}" for one in jumped] == ["01:30", "02:30", "01:30"]
    assert [one.minutes for one in jumped] == [60, 60, 60]


def test_start_that_comes_twice_in_october_means_the_first():
    twice = expand(repeat(Every.DAY, date(2026, 10, 25), time(1, 30), times=1))
    assert twice[0].starts == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_month_without_the_date_is_left_out_and_the_words_say_so():
    rule = repeat(Every.MONTH_DATE, date(2026, 1, 31), times=3)
    assert days(rule) == (date(2026, 1, 31), date(2026, 3, 31), date(2026, 5, 31))
    assert in_words(rule) == "every month on day 31; months without one are left out"


@pytest.mark.parametrize(
    ("every", "end", "sentence"),
    [
        (Every.DAY, {}, "needs one end"),
        (Every.DAY, {"times": 2, "last": date(2027, 1, 1)}, "needs one end"),
        (Every.DAY, {"times": MOST + 1}, "401 times"),
        (Every.DAY, {"last": date(2029, 1, 1)}, "more than 400 times"),
        (Every.WEEK, {"last": date(2025, 1, 1)}, "before its first"),
        (Every.MONTH_LAST_WEEKDAY, {"times": 2}, "not the last Monday of its month"),
    ],
)
def test_rule_that_does_not_end_or_begin_as_it_says_is_refused(every, end, sentence):
    with pytest.raises(BadInput, match=sentence):
        days(repeat(every, date(2026, 11, 23), **end))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY",
        "FREQ=YEARLY;COUNT=3",
        "FREQ=DAILY;INTERVAL=10;COUNT=5",
        "FREQ=WEEKLY;COUNT=4;BYDAY=TU,TH",
        "FREQ=MONTHLY;COUNT=4;BYDAY=-2MO",
        "FREQ=DAILY;COUNT=4;BYSETPOS=1",
        "FREQ=WEEKLY;UNTIL=soon",
        "nonsense",
    ],
)
def test_rule_of_another_kind_is_refused_with_the_kinds_there_are(rule):
    with pytest.raises(
        BadInput, match="cannot be kept: .* Choose one of these, with an end: every day; every week"
    ):
        read_rule(rule, datetime(2026, 11, 24, 18), 60, "Europe/London")  # noqa: DTZ001 - wall time


def published(folder):
    """Blocks of rule, start and instances; see the README beside the file."""
    for block in (folder / "rrule_vectors.txt").read_text("utf-8").split("\n\n"):
        lines = dict(line.split(":", 1) for line in block.splitlines() if ":" in line and line[0] != "#")
        if "RRULE" in lines:
            yield lines["RRULE"], lines["DTSTART"], lines["INSTANCES"].split(",")


@pytest.mark.proof
def test_published_rules_give_the_published_instances_or_are_refused():
    folder = Path(os.environ["ALONGSIDE_DATA"]) / "calendar"
    accepted, refused = 0, 0
    for rule, start, instances in published(folder):
        starts = datetime.fromisoformat(start.rstrip("Z"))
        try:
            read = read_rule(rule, starts, 60, "UTC")
        except BadInput:
            refused += 1
            continue
        accepted += 1
        assert [f"{one.starts:%Y%m%dT%H%M%S}" for one in expand(read)] == [one.rstrip("Z") for one in instances], (
            rule
        )
    assert (accepted, refused) == (4, 25)


@pytest.mark.proof
def test_published_weekly_series_over_the_clock_change_comes_at_the_published_instants():
    """The calendar file takes two dates out of eight by EXDATE; those are not repeated here."""
    folder = Path(os.environ["ALONGSIDE_DATA"]) / "calendar"
    expected = json.loads((folder / "expected.json").read_text("utf-8"))["expected_starts_utc"]
    rule = read_rule("FREQ=WEEKLY;COUNT=8", datetime(2019, 3, 4, 0, 30), 60, "Europe/Berlin")  # noqa: DTZ001 - wall time
    ours = [f"{one.starts:%Y-%m-%dT%H:%M:%SZ}" for one in expand(rule)]
    assert [one for one in ours if one in expected["each_week_but_two_deleted"]] == expected[
        "each_week_but_two_deleted"
    ]
    assert len(ours) - len(expected["each_week_but_two_deleted"]) == 2
