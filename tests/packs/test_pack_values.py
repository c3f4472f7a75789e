"""Which pack is due when, and what it is called."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.display import Edition
from alongside.house.packs.pack import Pack, due, pack_called
from alongside.instants import LONDON

FIVE = time(17)
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
slugs = st.one_of(st.just(""), st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True))


@given(days, slugs, st.sampled_from(Edition))
def test_pack_is_known_again_by_the_name_of_its_file(day, slug, edition):
    pack = Pack(day=day, slug=slug, edition=edition)
    assert pack_called(pack.file) == pack


@given(st.tuples(days, slugs, st.sampled_from(Edition)), st.tuples(days, slugs, st.sampled_from(Edition)))
def test_no_two_packs_are_called_the_same(one, other):
    files = [Pack(day=day, slug=slug, edition=edition).file for day, slug, edition in (one, other)]
    assert (files[0] == files[1]) == (one == other)


@pytest.mark.parametrize(
    "file",
    [
        "",
        "letter-2026-11-24-0123abcd.pdf",
        "tomorrow-2026-13-01.pdf",
        "tomorrow-2026-11-24-a/b.pdf",
        "tomorrow-x.pdf",
    ],
)
def test_other_files_are_no_packs(file):
    assert pack_called(file) is None


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 11, 23, 16, 59, 59, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 17, 0, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 11, 23, 23, 59, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 11, 24, 0, 1, tzinfo=UTC), date(2026, 11, 24)),
        (datetime(2026, 7, 1, 16, 0, tzinfo=UTC), date(2026, 7, 2)),  # in summer clocks show an hour more
    ],
)
def test_from_the_evening_on_tomorrows_pack_is_due_and_before_it_todays(now, day):
    assert due(now, LONDON, FIVE) == day


@given(st.integers(0, 4 * 24 * 60), st.times())
def test_day_that_is_due_never_goes_back_but_for_the_hour_that_comes_twice(minutes, evening):
    """Through the weekends on which clocks change: an hour later the same day is due, or the next."""
    for change in (datetime(2026, 3, 27, tzinfo=UTC), datetime(2026, 10, 23, tzinfo=UTC)):
        now = change + timedelta(minutes=minutes)
        first, later = due(now, LONDON, evening), due(now + timedelta(hours=1), LONDON, evening)
        twice = date(2026, 10, 25)
        assert later - first in {timedelta(0), timedelta(days=1)} or (
            twice in {first, later} and evening.hour == 1
        )


@given(st.times())
def test_every_day_has_its_turn_whatever_the_evening_and_the_clocks(evening):
    start = datetime(2026, 3, 1, tzinfo=UTC)
    found = {due(start + timedelta(minutes=15 * step), LONDON, evening) for step in range(4 * 24 * 40)}
    assert {date(2026, 3, 2) + timedelta(days=one) for one in range(38)} <= found
