"""The opening pattern becomes dated shifts; availability is asked in wall time."""

from datetime import UTC, date, datetime, time

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.api.values import LONDON, BadInput, Interval, at, local
from alongside_cafe.availability import Availability, DayHours, FreeHours, can_work, meets_any, with_more
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate, shifts_of
from alongside_cafe.shift import Shift

ANY = frozenset[str]()


def template(weekday: int, starts: time, ends: time, job: str = "front") -> ShiftTemplate:
    return ShiftTemplate(weekday=weekday, starts=starts, ends=ends, job=job, places=(ANY,))


def shift(starts: datetime, ends: datetime) -> Shift:
    return Shift(id="s", day=starts.date(), job="front", during=Interval(starts, ends), places=(ANY,))


def test_shifts_of_a_pattern_keep_their_wall_time_when_the_clocks_change() -> None:
    pattern = OpeningPattern((template(5, time(9), time(14)), template(0, time(9), time(14))))
    shifts = shifts_of(pattern, date(2026, 3, 23), 2, LONDON)
    assert [one.id for one in shifts] == [
        "2026-03-23T09:00-front", "2026-03-28T09:00-front", "2026-03-30T09:00-front", "2026-04-04T09:00-front",
    ]  # fmt: skip
    assert [one.during.starts.hour for one in shifts] == [9, 9, 8, 8]
    assert {local(one.during.starts, LONDON).time() for one in shifts} == {time(9)}


@pytest.mark.parametrize(("first_day", "hours"), [(date(2026, 3, 28), 5), (date(2026, 10, 24), 7)])
def test_a_night_shift_over_the_clock_change_is_as_long_as_the_night(first_day: date, hours: int) -> None:
    night = shifts_of(OpeningPattern((template(5, time(22), time(4)),)), first_day, 1, LONDON)
    assert [one.minutes for one in night] == [60 * hours]


def test_a_shift_in_the_skipped_hour_is_refused() -> None:
    pattern = OpeningPattern((template(6, time(1, 30), time(2, 15)),))
    with pytest.raises(BadInput, match="2026-03-29 01:30 front: The clocks skip the hour of this shift"):
        shifts_of(pattern, date(2026, 3, 23), 1, LONDON)


def test_closed_days_have_no_shifts_and_the_order_of_templates_does_not_matter() -> None:
    templates = (
        template(0, time(9), time(14)),
        template(0, time(9), time(14), "till"),
        template(1, time(8), time(9)),
    )
    monday = date(2026, 11, 30)
    whole = shifts_of(OpeningPattern(templates), monday, 1, LONDON)
    assert whole == shifts_of(OpeningPattern(templates[::-1]), monday, 1, LONDON)
    assert [one.day for one in shifts_of(OpeningPattern(templates), monday, 1, LONDON, {monday})] == [
        date(2026, 12, 1)
    ]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (
            lambda: OpeningPattern((template(0, time(9), time(14)),) * 2),
            "Monday 09:00 front: The shift is there twice",
        ),
        (lambda: template(7, time(9), time(14)), "Weekday 7 is none"),
        (lambda: shifts_of(OpeningPattern(()), date(2026, 11, 30), 0, LONDON), "0 weeks cannot be planned"),
        (lambda: FreeHours(0, time(14), time(9)), "from 14:00 to 09:00 end before they start"),
        (lambda: DayHours(date(2026, 7, 6), time(14), time(9)), "from 14:00 to 09:00 end before they start"),
    ],
)
def test_what_cannot_be_planned_is_refused_in_words(made, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        made()


def test_can_work_only_within_free_hours_and_not_on_a_day_off() -> None:
    morning = shift(datetime(2026, 7, 6, 8, tzinfo=UTC), datetime(2026, 7, 6, 12, tzinfo=UTC))  # 9 to 13 in London
    joined = Availability((FreeHours(0, time(9), time(11)), FreeHours(0, time(11), time(13))))
    assert can_work(joined, morning, LONDON)
    assert not can_work(joined, morning, "UTC")
    assert not can_work(Availability(joined.hours, frozenset({date(2026, 7, 6)})), morning, LONDON)
    assert not can_work(Availability((FreeHours(0, time(9), time(12, 59)),)), morning, LONDON)


def test_two_times_of_a_day_are_both_free_and_what_lies_between_them_is_not() -> None:
    monday, two = (
        date(2026, 7, 6),
        Availability((FreeHours(0, time(9), time(12)), FreeHours(0, time(15), time(18)))),
    )
    spans = ((9, 12), (15, 18), (11, 16), (9, 18), (12, 15))
    shifts = [shift(at(monday, time(since), LONDON), at(monday, time(until), LONDON)) for since, until in spans]
    assert [can_work(two, one, LONDON) for one in shifts] == [True, True, False, False, False]


HOURS = st.tuples(st.integers(0, 1), st.integers(0, 22), st.integers(1, 24)).filter(lambda one: one[1] < one[2])


@given(st.lists(HOURS, max_size=8))
def test_hours_that_are_added_are_free_beside_all_others_and_no_two_meet_or_touch(
    said: list[tuple[int, int, int]],
) -> None:
    hours: tuple[FreeHours, ...] = ()
    for weekday, since, until in said:
        hours = with_more(hours, FreeHours(weekday, time(since), time(until % 24)))
    covered = [(one.weekday, hour) for one in hours for hour in range(one.since.hour, one.until.hour or 24)]
    assert sorted(set(covered)) == sorted(
        {(day, hour) for day, since, until in said for hour in range(since, until)}
    )
    assert len(covered) == len(set(covered))
    assert list(hours) == sorted(hours)
    ends = {(one.weekday, one.until.hour or 24) for one in hours}
    assert not ends & {(one.weekday, one.since.hour) for one in hours}


def test_hours_meet_where_they_have_a_moment_in_common() -> None:
    evening = FreeHours(0, time(18), time())
    assert meets_any(FreeHours(0, time(17), time(19)), [evening])
    assert not meets_any(FreeHours(0, time(9), time(18)), [evening])
    assert not meets_any(FreeHours(1, time(17), time(19)), [evening])


def test_can_work_through_the_night_needs_both_days() -> None:
    night = shift(datetime(2026, 12, 5, 22, tzinfo=UTC), datetime(2026, 12, 6, 2, tzinfo=UTC))
    evening, early = FreeHours(5, time(20), time()), FreeHours(6, time(), time(3))
    assert can_work(Availability((evening, early)), night, LONDON)
    assert not can_work(Availability((evening,)), night, LONDON)


def test_hours_of_a_date_count_in_the_place_of_those_of_its_weekday_and_away_is_away() -> None:
    monday, tuesday = date(2026, 7, 6), date(2026, 7, 7)
    usual = (FreeHours(0, time(9), time(17)),)
    said = Availability(
        usual, on_days=(DayHours(monday, time(10), time(12)), DayHours(tuesday, time(9), time(14)))
    )

    def can(free: Availability, day: date, since: int, until: int) -> bool:
        return can_work(free, shift(at(day, time(since), LONDON), at(day, time(until), LONDON)), LONDON)

    assert (can(Availability(usual), monday, 9, 13), can(said, monday, 9, 13)) == (True, False)
    assert can(said, monday, 10, 12)
    assert can(said, date(2026, 7, 13), 9, 17)
    assert (can(Availability(usual), tuesday, 9, 13), can(said, tuesday, 9, 13)) == (False, True)
    assert not can(attrs.evolve(said, away=frozenset({tuesday})), tuesday, 9, 13)
