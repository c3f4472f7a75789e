"""The record asks whether somebody is a worker, a named human answers, and until then the rota holds back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.messages.tables import MESSAGES
from alongside.money import Pence
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.placements import PART, actions, offers
from alongside.placements.held import HeldBack
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.status_question import Reason
from alongside.placements.status_review import Because, Change, HouseDays, Verdict
from alongside.placements.tables import PLACEMENTS
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor, Store, Unit

from .conftest import place

MONDAY = date(2026, 4, 6)
BEN, AMY = Actor.person("ben", "Ben Roe"), Actor.person("amy", "Amy Lind")
SOON = Period(MONDAY, MONDAY + timedelta(weeks=12))
VOLUNTEER = PlacementType.VOLUNTEERING


@pytest.fixture
def house(tideline: Store, keyboard: Actor) -> Store:
    """Ben runs the café; it is the first Monday."""
    tideline.rights = lambda unit: enterprise.rights_of(unit, {"placements": PART.permissions})
    on(tideline, MONDAY - timedelta(days=30))
    with tideline.unit(keyboard) as unit:
        enterprise.give_role(unit, "ben", "manager", place(unit))
    on(tideline, MONDAY)
    return tideline


def on(store: Store, day: date) -> None:
    store.clock = lambda: datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


@pytest.fixture
def volunteer(house: Store, keyboard: Actor, agree: Callable[..., Placement], work: Any) -> Placement:
    """Amy volunteers in the café, and stands on the rota at ten on each of four Mondays."""
    with house.unit(keyboard) as unit:
        agreed = agree(unit, kind=VOLUNTEER)
        for week in range(4):
            work(unit, "amy", MONDAY + timedelta(weeks=week), time(10), time(13))
    return agreed


def look(store: Store, day: date) -> None:
    on(store, day)
    with store.unit(Actor.daily_round()) as unit:
        unit.tell("daily_round", day=day)


def newest(unit: Unit, person: str = "amy") -> str:
    return offers.status_reviews_about(unit, person)[-1].id


def held(store: Store, actor: Actor = BEN) -> HeldBack:
    with store.unit(actor, writing=False) as unit:
        return offers.held_back(unit, place(unit), SOON)


# --- raising


def test_daily_round_asks_about_a_volunteer_with_set_hours_and_tells_who_runs_the_business(
    house: Store, volunteer: Placement
) -> None:
    look(house, MONDAY)
    with house.unit(BEN, writing=False) as unit:
        (asked,) = actions.status_questions(unit)
        told = [one for one in unit.find(MESSAGES) if one.key.startswith("placements:status:")]
    assert asked.review.reasons == (Reason.SET_HOURS,)
    assert asked.review.answer_by == MONDAY + timedelta(days=14)
    assert [one.person for one in told] == ["ben"]
    assert "Amy" not in str(told)


def test_daily_round_told_twice_asks_once(house: Store, volunteer: Placement) -> None:
    look(house, MONDAY)
    look(house, MONDAY + timedelta(days=1))
    with house.unit(BEN, writing=False) as unit:
        (review,) = offers.status_reviews_about(unit, "amy")
        assert (review.raised_on, review.version) == (MONDAY, 1)


def test_reward_is_asked_about_when_it_is_agreed(house: Store, agree: Callable[..., Placement]) -> None:
    with house.unit(BEN) as unit:
        agree(unit, kind=PlacementType.WORK_EXPERIENCE, rate=Pence(1300))
        assert offers.status_reviews_about(unit, "amy")[0].reasons == (Reason.REWARD,)


def test_paid_job_with_set_hours_is_not_asked_about(
    house: Store, keyboard: Actor, agree: Callable[..., Placement], work: Any
) -> None:
    with house.unit(keyboard) as unit:
        agree(unit)
        for week in range(4):
            work(unit, "amy", MONDAY + timedelta(weeks=week), time(10), time(13))
    look(house, MONDAY)
    with house.unit(BEN, writing=False) as unit:
        assert actions.status_questions(unit) == []


def test_certificate_that_no_plan_asks_for_is_training_beyond_the_task(
    house: Store, keyboard: Actor, volunteer: Placement
) -> None:
    with house.unit(keyboard) as unit:
        people.award(unit, "amy", "bookkeeping", MONDAY, MONDAY + timedelta(days=900), "Tideline Learning")
    look(house, MONDAY)
    with house.unit(BEN, writing=False) as unit:
        assert offers.status_reviews_about(unit, "amy")[0].reasons == (Reason.SET_HOURS, Reason.TRAINING)


def test_further_reason_joins_the_question_that_waits_and_moves_no_day(
    house: Store, keyboard: Actor, volunteer: Placement
) -> None:
    look(house, MONDAY)
    with house.unit(keyboard) as unit:
        people.award(unit, "amy", "bookkeeping", MONDAY, MONDAY + timedelta(days=900), "Tideline Learning")
    look(house, MONDAY + timedelta(days=3))
    with house.unit(BEN, writing=False) as unit:
        (review,) = offers.status_reviews_about(unit, "amy")
    assert review.reasons == (Reason.SET_HOURS, Reason.TRAINING)
    assert review.answer_by == MONDAY + timedelta(days=14)


# --- holding back


def test_rota_holds_back_from_the_day_after_the_last_for_an_answer(house: Store, volunteer: Placement) -> None:
    look(house, MONDAY)
    look(house, MONDAY + timedelta(days=14))
    assert held(house) == {}
    look(house, MONDAY + timedelta(days=15))
    (why,) = held(house)["amy"]
    assert str(why.said.person) == "We must first find out if you should be paid. Ask Ben Roe."
    assert "whether this is a job" in str(why.said.manager)
    assert "Amy" not in str(why.said.colleagues)


def test_ending_the_work_and_agreeing_it_anew_begins_no_new_days(
    house: Store, volunteer: Placement, agree: Callable[..., Placement]
) -> None:
    look(house, MONDAY)
    on(house, MONDAY + timedelta(days=13))
    with house.unit(BEN) as unit:
        actions.end_placement(unit, volunteer.id, MONDAY + timedelta(days=13))
        again = agree(unit, kind=PlacementType.TRIAL, first_day=MONDAY + timedelta(days=14))
    look(house, MONDAY + timedelta(days=15))
    assert held(house)["amy"][-1].first_day == again.first_day
    with house.unit(BEN, writing=False) as unit:
        assert len(offers.status_reviews_about(unit, "amy")) == 1


def test_paid_work_that_follows_is_not_held_back(
    house: Store, volunteer: Placement, agree: Callable[..., Placement]
) -> None:
    look(house, MONDAY)
    on(house, MONDAY + timedelta(days=1))
    with house.unit(BEN) as unit:
        actions.answer_status(unit, newest(unit), Verdict.WORKER)
    assert held(house)["amy"][0].last_day is None
    with house.unit(BEN) as unit:
        actions.end_placement(unit, volunteer.id, MONDAY + timedelta(days=1))
        paid = agree(unit, first_day=MONDAY + timedelta(days=2))
    (why,) = held(house)["amy"]
    assert why.on(MONDAY)
    assert not why.on(paid.first_day)


# --- answering


def test_no_with_its_reason_opens_the_rota_and_is_looked_at_again(house: Store, volunteer: Placement) -> None:
    look(house, MONDAY)
    on(house, MONDAY + timedelta(days=20))
    with house.unit(BEN) as unit:
        answered = actions.answer_status(
            unit, newest(unit), Verdict.NO_WORKER, because=Because.VOLUNTARY, words=" A charity's café. "
        )
    assert (answered.answered_by, answered.words) == ("ben", "A charity's café.")
    assert answered.look_again == MONDAY + timedelta(days=20 + 182)
    assert held(house) == {}


def test_change_that_changed_nothing_is_asked_about_again(
    house: Store, keyboard: Actor, volunteer: Placement, work: Any
) -> None:
    look(house, MONDAY)
    with house.unit(BEN) as unit:
        first = actions.answer_status(unit, newest(unit), Verdict.CHANGE, changes=[Change.NO_SET_HOURS])
    look(house, MONDAY + timedelta(days=13))
    with house.unit(BEN, writing=False) as unit:
        assert offers.status_reviews_about(unit, "amy") == [first]
    look(house, MONDAY + timedelta(days=14))
    with house.unit(BEN, writing=False) as unit:
        before, again = offers.status_reviews_about(unit, "amy")
    assert before == first
    assert again.waits


@pytest.mark.parametrize("actor", [Actor.keyboard(), Actor.daily_round()])
def test_nobody_without_a_name_can_answer(house: Store, volunteer: Placement, actor: Actor) -> None:
    look(house, MONDAY)
    with pytest.raises(BadInput, match="Only a person with a name"), house.unit(actor) as unit:
        actions.answer_status(unit, newest(unit), Verdict.WORKER)


def test_manager_cannot_answer_about_his_own_work_nor_a_member_about_hers(
    house: Store, keyboard: Actor, volunteer: Placement, agree: Callable[..., Placement]
) -> None:
    look(house, MONDAY)
    with house.unit(keyboard) as unit:
        agree(unit, person="ben", kind=PlacementType.TRIAL, first_day=MONDAY - timedelta(days=30))
    with pytest.raises(BadInput, match="your own work"), house.unit(BEN) as unit:
        actions.answer_status(unit, newest(unit, "ben"), Verdict.WORKER)
    with pytest.raises(NotAllowed), house.unit(AMY) as unit:
        actions.answer_status(unit, newest(unit), Verdict.NO_WORKER, because=Because.COURSE)


def test_answer_is_never_changed_and_asking_again_keeps_it(house: Store, volunteer: Placement) -> None:
    look(house, MONDAY)
    with house.unit(BEN) as unit:
        actions.answer_status(unit, newest(unit), Verdict.NO_WORKER, because=Because.COURSE)
    with pytest.raises(BadInput, match="answered already"), house.unit(BEN) as unit:
        actions.answer_status(unit, newest(unit), Verdict.WORKER)
    with house.unit(BEN) as unit:
        actions.ask_again(unit, newest(unit))
    with house.unit(BEN, writing=False) as unit:
        first, second = offers.status_reviews_about(unit, "amy")
    assert (first.verdict, second.verdict, second.number) == (Verdict.NO_WORKER, None, 2)
    with pytest.raises(BadInput, match="open already"), house.unit(BEN) as unit:
        actions.ask_again(unit, first.id)


def test_she_sees_her_own_questions_and_nobody_elses(house: Store, volunteer: Placement) -> None:
    look(house, MONDAY)
    with house.unit(AMY, writing=False) as unit:
        assert [one.review.person for one in actions.own_questions(unit)] == ["amy"]
    with house.unit(BEN, writing=False) as unit:
        assert actions.own_questions(unit) == []


# --- the days of the house


def test_steward_chooses_the_days_and_a_manager_cannot(
    house: Store, keyboard: Actor, volunteer: Placement
) -> None:
    with house.unit(keyboard) as unit:
        actions.choose_days(unit, HouseDays(answer_within=3))
        actions.choose_days(unit, HouseDays(answer_within=4))
    with pytest.raises(NotAllowed), house.unit(BEN) as unit:
        actions.choose_days(unit, HouseDays(answer_within=300))
    look(house, MONDAY)
    with house.unit(BEN, writing=False) as unit:
        assert offers.status_reviews_about(unit, "amy")[0].answer_by == MONDAY + timedelta(days=4)


# --- erasing and exporting


def test_questions_are_handed_over_and_go_when_she_is_erased(
    house: Store, keyboard: Actor, volunteer: Placement
) -> None:
    look(house, MONDAY)
    with house.unit(BEN) as unit:
        actions.answer_status(unit, newest(unit), Verdict.NO_WORKER, because=Because.COURSE, words="Marker 4711")
    with house.unit(keyboard) as unit:
        assert "Marker 4711" in str(unit.collect("person_exported", person="amy"))
        people_actions.erase(unit, "amy")
    with house.unit(keyboard, writing=False) as unit:
        assert offers.status_reviews_about(unit, "amy") == []
        assert unit.find(PLACEMENTS) == []
