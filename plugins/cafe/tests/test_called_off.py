"""Who has called a shift off is planned for it by nothing: no new fill, no shorter shift, no answer to why."""

from datetime import UTC, date, datetime, time, timedelta

import attrs
import pytest

from alongside.api import people
from alongside.api.values import LONDON, Interval, Period, at
from alongside_cafe import reactions
from alongside_cafe.actions import (
    asking_why,
    change_wanted,
    changing,
    coming_back,
    not_coming,
    shortening,
    standing_in,
    wishing,
)
from alongside_cafe.availability import Availability, FreeHours, can_work
from alongside_cafe.change import What
from alongside_cafe.checker import check
from alongside_cafe.model import build
from alongside_cafe.problem import Problem
from alongside_cafe.shift import Assignment, Shift
from alongside_cafe.tables import ASSIGNMENTS, FLAGS, SHIFTS, rota_of
from alongside_cafe.worker import Worker

from .test_rota_fill import LIMITS

MONDAY = date(2026, 11, 30)
EVER = tuple(FreeHours(day, time(), time()) for day in range(7))


def shift(first, last):
    during = Interval(at(MONDAY, time(first), LONDON), at(MONDAY, time(last), LONDON))
    return Shift(id=f"at {first}", day=MONDAY, job="Front", during=during, places=(frozenset(),))


def test_time_that_was_called_off_is_closed_to_model_and_checker_and_the_rest_of_the_day_is_open():
    early, late = shift(8, 12), shift(13, 17)
    free = Availability(EVER, off=(early.during,))
    rosa = Worker(id="rosa", availability=free, agreed_minutes=1200, most_minutes=1200)
    problem = Problem(zone=LONDON, shifts=(early, late), workers=(rosa,), limits=LIMITS)
    assert set(build(problem).x) == {("rosa", late.id)}
    broken = check(problem, [Assignment(shift=one.id, place=0, person="rosa") for one in (early, late)])
    assert [(one.rule, one.shift) for one in broken] == [("away", early.id)]
    assert not can_work(free, early, LONDON)


def test_place_that_is_not_there_any_more_teaches_nothing():
    lesson = attrs.evolve(shift(8, 12), learning=("till",))
    assert [lesson.learnt_on(place) for place in range(3)] == ["", "till", ""]


def on_two_shifts(standing):
    """Somebody of a café with an afternoon too, who has a morning and an afternoon of one day."""
    name, business = standing.somebody(), standing.cafe.business.id
    morning, _ = standing.first_place(name)
    with standing.unit() as unit:
        rota = rota_of(unit, business, Period(MONDAY, MONDAY + timedelta(days=6)))
        second = attrs.evolve(
            morning,
            id=unit.new_id(),
            called=f"{morning.called} again",
            starts=morning.ends + timedelta(minutes=30),
            ends=morning.ends + timedelta(hours=2),
            places=(frozenset(),),
            key_holder=False,
            version=1,
        )
        unit.add(SHIFTS, second)
        there = changing.standing(unit, business, second)
        wanted = change_wanted.Wanted(
            on=(change_wanted.New(shift=second, place=0, person=standing.cafe.people[name]),)
        )
        changing.change(unit, there, wanted, What.ON)
    assert rota.on(morning)
    return name, morning, second


def test_new_fill_gives_nobody_the_shift_back_that_she_called_off_while_she_works_another_that_day(standing):
    name, morning, second = on_two_shifts(standing)
    who, business = standing.cafe.people[name], standing.cafe.business.id
    with standing.unit(name) as unit:
        not_coming.cannot_come(unit, business, morning.id)
    asked = standing.cafe.ask()
    hers = next(one for one in asked.problem.workers if one.id == who)
    (planned,) = [one for one in asked.problem.shifts if one.id == morning.called]
    assert not can_work(hers.availability, planned, LONDON)
    assert morning.day not in hers.availability.away
    assert who in standing.rota().on(second)
    standing.cafe.fill()
    rota = standing.rota()
    assert who not in rota.on(next(one for one in rota.shifts if one.called == morning.called))


def test_shorter_shift_is_offered_for_nobody_who_has_called_the_day_off(standing):
    name, business = standing.somebody(), standing.cafe.business.id
    kept, place = standing.first_place(name)
    with standing.unit() as unit:
        not_coming.mark_off(unit, business, kept.id, place.person)
        there = changing.standing(unit, business, kept)
        offered = {who for way in shortening.ways(unit, there, kept, place.place) for who in way.people}
        # The same question without what was called off: she would be among them.
        able = attrs.evolve(there, able=there.problem)
        would_be = {who for way in shortening.ways(unit, able, kept, place.place) for who in way.people}
    assert place.person not in offered
    assert place.person in would_be


def test_why_a_place_is_open_counts_on_nobody_who_has_called_it_off(standing):
    name, business = standing.somebody(), standing.cafe.business.id
    kept, place = standing.first_place(name)
    with standing.unit() as unit:
        not_coming.mark_off(unit, business, kept.id, place.person)
        asked = asking_why.of_place(unit, business, kept.id)
        hers = next(one for one in asked.question.problem.workers if one.id == place.person)
    assert kept.day in hers.availability.away


@pytest.fixture
def learner(standing):
    """Leah learns in the kitchen beside the team: the café, its business, the shift, and her place."""
    business, leah = standing.cafe.business.id, standing.cafe.people["Leah Osei"]
    with standing.unit("Leah Osei") as unit:
        wishing.say_learning(unit, business, ["kitchen"], [])
    rota = standing.rota()
    kept = next(
        one for one in rota.shifts if one.job == "Kitchen" and leah not in _busy(rota, one.day) and rota.on(one)
    )
    for name in (name for name, who in standing.cafe.people.items() if who in rota.on(kept)):
        with standing.unit(name) as unit:
            wishing.say_learning(unit, business, [], ["kitchen"])
    # Her week is full: one shift less, and there is room for the lesson.
    less, _place = standing.first_place("Leah Osei")
    with standing.unit() as unit:
        not_coming.mark_off(unit, business, less.id, leah)
        kept = unit.change(SHIFTS, kept, learning=("kitchen",))
        standing_in.give(unit, business, kept, len(kept.places), leah)
    return standing, business, kept, leah


def _busy(rota, day):
    return {one.person for one in rota.assignments if rota.by_id[one.shift].day == day}


def test_learner_who_cannot_come_may_come_after_all_and_nobody_is_asked_in_her_place(learner):
    standing, business, kept, leah = learner
    standing.at(datetime(2026, 11, 26, 10, tzinfo=UTC))
    with standing.unit("Leah Osei") as unit:
        assert not not_coming.what_follows(unit, business, kept.id).asked
        not_coming.cannot_come(unit, business, kept.id)
        there = changing.standing(unit, business, kept)
        assert standing_in.ask(unit, there, kept, len(kept.places)) == []
        assert not_coming.what_follows(unit, business, kept.id).back
        coming_back.can_come(unit, business, kept.id, leah)
    assert leah in standing.rota().on(kept)
    assert [one.place for one in standing.kept(ASSIGNMENTS) if (one.shift, one.person) == (kept.id, leah)] == [
        len(kept.places)
    ]
    assert standing.faults() == []


def test_learner_beside_the_team_can_be_given_what_she_learnt(learner):
    standing, _business, kept, leah = learner
    today = standing.cafe.store.clock().date()
    with standing.unit() as unit:
        given = people.award(unit, leah, "food_hygiene", today, today + timedelta(days=900), "Tideline Learning")
        people.revoke(unit, given.id, "A part of it was not done yet.")
        # Where she learns nothing was asked of her: her place waits for no certificate.
        assert not unit.find(FLAGS)
    assert leah in standing.rota().on(kept)


def test_place_of_a_learner_who_is_erased_stands_open_for_nobody(learner):
    standing, _business, kept, leah = learner
    with standing.unit() as unit:
        reactions.person_erased(unit, leah)
    rota = standing.rota()
    assert leah not in rota.on(kept)
    assert len(kept.places) not in [gap.place for gap in rota.gaps if gap.shift == kept.id]
