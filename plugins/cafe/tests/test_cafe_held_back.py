"""Somebody who is held back gets nothing new on the rota; what is planned stays, and who may know why is told."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from alongside.api import placements
from alongside.api.store import Actor
from alongside.api.values import Period, ToEach, at, worded
from alongside_cafe import reactions
from alongside_cafe.actions import looking, looking_again, planning
from alongside_cafe.availability import FreeHours

from .conftest import MONDAY

WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
FOR_HER, FOR_PLANNING, FOR_COLLEAGUES = (
    "We must first find out if you should be paid. Ask Nia.",
    "Nobody has said whether this is a job.",
    "This is not possible at the moment.",
)
LONDON = "Europe/London"


class Holding:
    """Stands for the parts that know who is held back: one person, from a day on."""

    def __init__(self, person: str, first_day: date) -> None:
        self.held = placements.Held(
            first_day=first_day,
            said=ToEach(
                person=worded("placements", FOR_HER),
                manager=worded("placements", FOR_PLANNING),
                colleagues=worded("placements", FOR_COLLEAGUES),
            ),
            path="/is-this-a-job/1",
        )
        self.person = person

    def tell(self, _unit, _event, _facts):
        return ()

    def collect(self, _unit, event, _facts):
        return [("placements", {self.person: (self.held,)})] if event == "held_back" else []


@pytest.fixture
def hold(cafe):
    """Hold somebody back from a day on."""

    def back(name, first_day=MONDAY):
        cafe.store.dispatch = Holding(cafe.people[name], first_day)
        return cafe.people[name]

    return back


def days_of(rota, person):
    return {shift.day for shift in rota.shifts if person in rota.on(shift)}


def test_rota_that_is_filled_plans_nothing_for_somebody_who_is_held_back(cafe, hold):
    leah = hold("Leah Osei")
    assert days_of(cafe.fill().rota, leah) == set()


def test_control_she_is_planned_where_nobody_holds_her_back(cafe):
    assert days_of(cafe.fill().rota, cafe.people["Leah Osei"])


def test_shifts_that_she_had_stay_when_the_rota_is_filled_again_and_no_new_ones_come(cafe, hold):
    before = days_of(cafe.fill().rota, cafe.people["Leah Osei"])
    leah = hold("Leah Osei")
    # Ben leaves: all of his places are open to others.
    with cafe.unit() as unit:
        planning.set_availability(unit, cafe.business.id, cafe.people["Ben Hartley"], (), ())
    after = cafe.fill()
    assert before
    assert days_of(after.rota, leah) == before
    with cafe.unit(writing=False) as unit:
        assert looking_again.faults(unit, cafe.business.id, WEEK) == []


def test_days_before_she_is_held_back_are_planned(cafe, hold):
    wednesday = MONDAY + timedelta(days=2)
    leah = hold("Leah Osei", wednesday)
    found = days_of(cafe.fill().rota, leah)
    assert found
    assert max(found) < wednesday


def test_open_place_says_to_the_manager_who_is_held_back_and_to_colleagues_nothing(cafe, hold):
    for name in ("Leah Osei",):
        hold(name)
    done = cafe.fill()
    with cafe.unit(writing=False) as unit:
        week = looking.week(unit, cafe.business.id, MONDAY)
    assert week.held == (("Leah Osei", worded("placements", FOR_PLANNING), "/is-this-a-job/1"),)
    told = " ".join(gap.colleagues for gap in done.rota.gaps)
    assert "held back" not in told
    assert "job" not in told


def test_she_reads_her_own_sentence_and_colleagues_read_none(cafe, hold):
    leah = hold("Leah Osei")
    cafe.fill()
    cafe.store.rights = lambda _unit: {cafe.business.id: frozenset({"cafe.see"})}
    with cafe.store.unit(Actor.person(leah, "Leah Osei"), writing=False) as unit:
        assert looking.week(unit, cafe.business.id, MONDAY).held == (
            ("Leah Osei", worded("placements", FOR_HER), ""),
        )
    with cafe.store.unit(Actor.person(cafe.people["Sam Whitlock"], "Sam"), writing=False) as unit:
        assert looking.week(unit, cafe.business.id, MONDAY).held == ()


def test_helper_who_has_come_in_with_her_reads_what_colleagues_read(cafe, hold):
    leah = hold("Leah Osei")
    cafe.fill()
    cafe.store.rights = lambda _unit: {cafe.business.id: frozenset({"cafe.see"})}
    helped = Actor.person(leah, "Leah Osei", helper=cafe.people["Sam Whitlock"])
    with cafe.store.unit(helped, writing=False) as unit:
        assert looking.week(unit, cafe.business.id, MONDAY).held == ()


def test_whoever_plans_elsewhere_is_told_not_to_and_no_open_place_is_offered_to_her(cafe, hold):
    with cafe.unit() as unit:
        for name in ("Ben Hartley", "Sam Whitlock", "Rosa Delgado"):
            planning.set_availability(unit, cafe.business.id, cafe.people[name], (), ())
    cafe.fill()
    whole = at(MONDAY, time(), LONDON), at(MONDAY + timedelta(days=7), time(), LONDON)
    saturday = MONDAY + timedelta(days=5)
    wished = at(saturday, time(9), LONDON), at(saturday, time(15), LONDON)
    leah = cafe.people["Leah Osei"]
    with cafe.unit() as unit:
        planning.set_availability(unit, cafe.business.id, leah, [FreeHours(5, time(7), time(18))])
        assert reactions.open_work(unit, leah, *whole)
        assert "held back" not in str(reactions.why_not(unit, leah, *wished))
    hold("Leah Osei")
    with cafe.unit(writing=False) as unit:
        assert reactions.open_work(unit, leah, *whole) == ()
        assert reactions.why_not(unit, leah, *wished) == "Leah Osei is held back until something is answered."
