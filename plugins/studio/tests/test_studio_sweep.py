"""Free starts are those that a walk over every minute finds, in random calendars on the nights clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.api.values import Interval, at, local
from alongside_studio.opening import Calendar, OpenHours, OtherDay, merged
from alongside_studio.sweep import Ask, Choice, Option, free_starts, nearest, runs

MINUTE = timedelta(minutes=1)
# A Saturday to a Monday round each change of clocks, one where they change by half an hour, and a plain one.
NIGHTS = [
    ("Europe/London", date(2026, 3, 28)),
    ("Europe/London", date(2026, 10, 24)),
    ("Australia/Lord_Howe", date(2026, 4, 4)),
    ("Australia/Lord_Howe", date(2026, 10, 3)),
    ("Europe/London", date(2026, 11, 21)),
]
DAYS = 3

clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))


@st.composite
def calendars(draw):
    zone, first = draw(st.sampled_from(NIGHTS))
    hours = []
    for weekday in draw(st.sets(st.integers(0, 6), min_size=3)):
        since, until = sorted(draw(st.lists(clocks, min_size=2, max_size=2, unique=True)))
        whole = draw(st.booleans())
        hours.append(
            OpenHours(
                id=f"h{weekday}",
                business="b",
                weekday=weekday,
                since=time() if whole else since,
                until=time() if draw(st.booleans()) or whole else until,
            )
        )
    others = ()
    if draw(st.booleans()):
        others = (OtherDay(id="o", business="b", day=first + timedelta(days=1), reason="Fair"),)
    return first, Calendar(zone=zone, hours=tuple(hours), others=others)


@st.composite
def asks(draw, zone):
    needs, number = [], 0
    for _ in range(draw(st.integers(1, 3))):
        options = []
        for _ in range(draw(st.integers(1, 4))):
            options.append(Option(f"r{number}", draw(st.sampled_from([0, 5, 15, 40]))))
            number += 1
        needs.append(Choice(tuple(options), draw(st.integers(1, len(options)))))
    minutes, grid = draw(st.sampled_from([30, 60, 90, 150, 600])), draw(st.sampled_from([15, 30, 60]))
    return Ask(needs=tuple(needs), minutes=minutes, grid=grid, zone=zone)


@st.composite
def worlds(draw):
    first, calendar = draw(calendars())
    ask = draw(asks(calendar.zone))
    begins = at(first, time(), calendar.zone)
    claims = {
        one: [
            Interval(begins + since * MINUTE, begins + (since + lasts) * MINUTE)
            for since, lasts in draw(
                st.lists(st.tuples(st.integers(-200, DAYS * 1440), st.integers(1, 700)), max_size=4)
            )
        ]
        for one in ask.resources
    }
    return first, calendar, ask, claims


def gaps_of(claims, span):
    free, since = [], span.starts
    for one in merged(claims):
        if one.starts > since:
            free.append(Interval(since, min(one.starts, span.ends)))
        since = max(since, one.ends)
    return [*free, Interval(since, span.ends)] if since < span.ends else free


def swept(first, calendar, ask, claims):
    last = first + timedelta(days=DAYS - 1)
    opening = calendar.between(first, last)
    span = Interval(at(first, time(), "UTC") - timedelta(days=1), at(last, time(), "UTC") + timedelta(days=3))
    return list(free_starts(ask, opening, {one: gaps_of(held, span) for one, held in claims.items()}))


@cache
def clock_on_the_wall(zone, first):
    begins = at(first, time(), zone) - timedelta(hours=2)
    minutes = [begins + n * MINUTE for n in range((DAYS + 1) * 1440)]
    return minutes, [local(one, zone) for one in minutes]


def walked(first, calendar, ask, claims):
    """Every minute of the days and what is round them, looked at by itself."""
    minutes, walls = clock_on_the_wall(calendar.zone, first)
    count = len(minutes)
    is_open = _open(calendar, minutes, walls, first)
    busy = {one: [False] * count for one in claims}
    for one, held in claims.items():
        for claim in held:
            for n in range(*(round((end - minutes[0]) / MINUTE) for end in (claim.starts, claim.ends))):
                if 0 <= n < count:
                    busy[one][n] = True
    found = []
    for n, minute in enumerate(minutes):
        if (walls[n].hour * 60 + walls[n].minute) % ask.grid or not is_open[n]:
            continue
        if n + ask.minutes > count or not all(is_open[n : n + ask.minutes]):
            continue
        if all(_met(need, busy, n, ask.minutes) for need in ask.needs):
            found.append(minute)
    return found


def _met(need, busy, n, minutes):
    return sum(not any(busy[one.resource][n : n + minutes + one.turnaround]) for one in need.options) >= need.count


def _open(calendar, minutes, walls, first):
    days = {first + timedelta(days=n): [] for n in range(DAYS)}
    for day, spans in days.items():
        for one in calendar.hours:
            if one.weekday == day.weekday() and not calendar.other(day):
                ends = day + timedelta(days=1) if one.until == time() else day
                spans.append((at(day, one.since, calendar.zone), at(ends, one.until, calendar.zone)))
    return [
        any(since <= minute < until for since, until in days.get(wall.date(), ()))
        for minute, wall in zip(minutes, walls, strict=True)
    ]


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_sweep_finds_the_starts_that_a_walk_over_every_minute_finds(world):
    assert swept(*world) == walked(*world)


@pytest.mark.proof
@pytest.mark.long
@settings(max_examples=10_000, deadline=None)
@given(worlds())
def test_ten_thousand_calendars_agree_with_the_walk(world):
    assert swept(*world) == walked(*world)


def test_walk_and_sweep_would_notice_a_forgotten_turnaround():
    """The control: with the turnaround left out of the sweep alone, the two do not agree."""
    first = date(2026, 11, 21)
    hours = tuple(OpenHours(id=f"h{n}", business="b", weekday=n, since=time(9), until=time()) for n in range(7))
    calendar = Calendar(zone="Europe/London", hours=hours)
    begins = at(first, time(), "Europe/London")
    claims = {"r0": [Interval(begins + 720 * MINUTE, begins + 780 * MINUTE)]}

    def ask(turnaround):
        return Ask(needs=(Choice((Option("r0", turnaround),)),), minutes=60, grid=15, zone="Europe/London")

    assert swept(first, calendar, ask(15), claims) == walked(first, calendar, ask(15), claims)
    assert swept(first, calendar, ask(0), claims) != walked(first, calendar, ask(15), claims)


def test_nearest_is_before_or_after_and_later_where_both_are_as_close():
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC)
    hour = timedelta(hours=1)
    assert nearest(noon, [noon - hour, noon + 2 * hour]) == noon - hour
    assert nearest(noon, [noon - hour, noon + hour]) == noon + hour
    assert nearest(noon, []) is None


def test_starts_that_follow_each_other_are_one_run():
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC)
    starts = [noon + timedelta(minutes=n) for n in (0, 30, 60, 120)]
    assert runs(starts, 30) == [(starts[0], starts[2]), (starts[3], starts[3])]
