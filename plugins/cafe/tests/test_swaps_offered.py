"""Swaps that are offered: those that a look at the whole rota finds, with all that is known of everybody."""

from datetime import time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.api import diary, enterprise
from alongside.api.values import LONDON, Period, Refusal, at, monday_of
from alongside.placements.actions.most import say_most
from alongside_cafe.actions import asking, changing, not_coming, pairing, planning, shortening, swapping
from alongside_cafe.actions.change_wanted import Standing
from alongside_cafe.actions.changed import without_those_away
from alongside_cafe.checker import check
from alongside_cafe.legal import may_at_all, not_known
from alongside_cafe.tables import rota_of

from .conftest import MONDAY

HAPPENS = st.tuples(st.integers(0, 6), st.integers(0, 99), st.integers(0, 99))


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(HAPPENS, min_size=2, max_size=5), st.lists(st.integers(0, 99), min_size=3, max_size=3))
def test_swaps_offered_are_those_that_the_whole_rota_allows(standing, happens, which):
    offered_are_all_and_no_others(standing, happens, which)


@pytest.mark.proof
@pytest.mark.long
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(HAPPENS, min_size=1, max_size=3), st.lists(st.integers(0, 99), min_size=8, max_size=8))
def test_swaps_offered_are_all_that_are_allowed_in_many_weeks(standing, happens, which):
    offered_are_all_and_no_others(standing, happens, which)


def offered_are_all_and_no_others(standing, happens, which):
    for one in happens:
        let_happen(standing, *one)
    names = {who: name for name, who in standing.cafe.people.items()}
    rota = standing.rota()
    for place in (rota.assignments[n % len(rota.assignments)] for n in which):
        with standing.unit(names[place.person], writing=False) as unit:
            found = swapping.possible(unit, standing.cafe.business.id, place.shift)
            assert [one.place.id for one in found] == allowed(unit, standing.cafe.business.id, place)[
                : swapping.MOST
            ]


def let_happen(standing, what, which, other):
    """Let something happen to somebody that forbids swaps; what is refused leaves all as it was."""
    people = list(standing.cafe.people.items())
    (name, who), (_, whom) = people[which % len(people)], people[other % len(people)]
    try:
        with standing.unit(name if HAPPENINGS[what] in BY_HERSELF else None) as unit:
            HAPPENINGS[what](unit, standing.cafe.business.id, who, whom, other)
    except Refusal:
        pass


def works_elsewhere(unit, _business, who, _whom, n):
    elsewhere(unit, who, MONDAY + timedelta(days=n % 12), 16 + n % 5, 3)


def worked_long_weeks(unit, _business, who, _whom, n):
    for day in (MONDAY + timedelta(days=day, weeks=-week) for week in range(1, 17) for day in range(4 + n % 2)):
        elsewhere(unit, who, day, 7, 12)


def has_a_day_off(unit, business, who, _whom, n):
    hours = planning.availability(unit, business, who).hours
    planning.set_availability(unit, business, who, hours, {MONDAY + timedelta(days=n % 5)})


def keeps_apart(unit, business, who, whom, _n):
    pairing.keep_apart(unit, business, who, whom)


def wants_fewer_hours(unit, _business, _who, _whom, n):
    say_most(unit, 720 + 60 * (n % 6))


def calls_off(unit, business, who, _whom, n):
    for one in [one for one in standing_rota(unit, business).assignments if one.person == who][n % 3 : n % 3 + 1]:
        not_coming.cannot_come(unit, business, one.shift)


def gets_shorter(unit, business, _who, _whom, n):
    for one in [one for one in standing_rota(unit, business).shifts if one.places][n % 10 : n % 10 + 3]:
        shortening.shorten(unit, business, one.id, one.starts + timedelta(minutes=30 * (1 + n % 4)), one.ends)


HAPPENINGS = (
    works_elsewhere,
    worked_long_weeks,
    has_a_day_off,
    keeps_apart,
    wants_fewer_hours,
    calls_off,
    gets_shorter,
)
BY_HERSELF = (keeps_apart, wants_fewer_hours, calls_off)


def standing_rota(unit, business):
    return rota_of(unit, business, Period(MONDAY, MONDAY + timedelta(days=6)))


def elsewhere(unit, who, day, hour, hours):
    starts = at(day, time(hour), LONDON)
    diary.claim(unit, who, starts, starts + timedelta(hours=hours), diary.Purpose.WORK, "Elsewhere")


def allowed(unit, business, place):
    """The places for which somebody's could be had, by the checker alone, each change beside all the rest."""
    there = whole(unit, business, place)
    mine, workers = there.rota.by_id[place.shift], {one.id: one for one in there.able.workers}
    found = []
    for one in there.rota.assignments:
        theirs = there.rota.by_id[one.shift]
        if theirs.starts > unit.now and not {one.person, place.person} & {*there.rota.on(mine)} & {
            *there.rota.on(theirs)
        }:
            after = changing.after(there, swapping.exchange(mine, place, theirs, one))
            able = may_at_all(there.able, workers[place.person], there.shift(theirs), one.place) and may_at_all(
                there.able, workers[one.person], there.shift(mine), place.place
            )
            before = there.rota.planned
            broken = not_known(
                there.problem, check(there.problem, before), check(there.problem, after), before, after
            )
            if able and not broken and not loses_the_key(there, after, mine, theirs):
                found.append((theirs.starts, theirs.id, one.place, one.id))
    return [one for *_, one in sorted(found)]


def loses_the_key(there, after, *shifts):
    """True where a shift has somebody with the key as it stands, and nobody after the change."""
    return any(
        shift.key_holder and with_keys(there, there.rota.planned, shift) and not with_keys(there, after, shift)
        for shift in shifts
    )


def with_keys(there, planned, shift):
    team = {one.person for one in planned if one.shift == shift.called and one.place < len(shift.places)}
    keys = {one.id for one in there.problem.workers if one.holds("key_holder", shift.day)}
    off = {one.id for one in there.problem.workers if shift.day in one.availability.away}
    return team & keys - off


def whole(unit, business, place):
    """The rota as it stands, with a question of which nothing is left out."""
    week = monday_of(next(one.day for one in standing_rota(unit, business).shifts if one.id == place.shift))
    period = Period(
        max(week - timedelta(weeks=2), monday_of(enterprise.today(unit))), week + timedelta(weeks=2, days=6)
    )
    rota = rota_of(unit, business, period)
    problem = asking.problem_of(unit, business, period, [one.shift for one in rota.shifts], rota.claims)
    able = without_those_away(unit, business, period, problem, rota)
    return Standing(business=business, period=period, problem=problem, able=able, rota=rota)
