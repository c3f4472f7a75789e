"""Placements agreed, changed, ended, worked and erased, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import attrs
import pytest
import sqlalchemy as sa

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.money import Pence
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.people.tables import PEOPLE
from alongside.placements import actions, offers
from alongside.placements.pay_floor import PayTooLow
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.tables import KEPT_RECORDS
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor, Store
from alongside.store.audit import ENTRIES

APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
Agree = Callable[..., Placement]
Work = Callable[..., Any]


def test_paid_placement_under_the_floor_is_refused_and_at_it_accepted(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    with pytest.raises(PayTooLow, match="£12.70 an hour is too low"), tideline.unit(keyboard) as unit:
        agree(unit, rate=Pence(1270))
    with tideline.unit(keyboard) as unit:
        new = agree(unit, rate=Pence(1271))
        assert offers.placements_on(unit, date(2026, 4, 2)) == [new]
        assert offers.agreed_minutes(unit, ["amy", "ben"], date(2026, 4, 2)) == {"amy": 720, "ben": 0}


def test_rate_that_was_right_at_the_start_and_is_under_the_floor_by_now_is_refused(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    march = {"first_day": date(2026, 3, 2), "rate": Pence(1221)}
    with pytest.raises(PayTooLow, match="starts on 1 April 2026"), tideline.unit(keyboard) as unit:
        agree(unit, **march)
    with tideline.unit(keyboard) as unit:
        assert agree(unit, **march, last_day=date(2026, 3, 31)).rate == 1221


def test_paid_placement_without_a_date_of_birth_is_refused_and_an_unpaid_one_accepted(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    with pytest.raises(BadInput, match="date of birth of Cal Fry is not known"), tideline.unit(keyboard) as unit:
        agree(unit, person="cal")
    with tideline.unit(keyboard) as unit:
        assert agree(unit, person="cal", kind=PlacementType.VOLUNTEERING).rate is None


@pytest.mark.parametrize("first_day", [date(2026, 4, 2), date(2005, 1, 1)])
def test_refusal_for_somebody_too_young_tells_neither_age_nor_date_of_birth(
    tideline: Store, keyboard: Actor, agree: Agree, first_day: date
) -> None:
    with tideline.unit(keyboard) as unit:
        ben = people.person(unit, "ben")
        unit.change(PEOPLE, ben, date_of_birth=date(2013, 5, 4), joined=date(2026, 1, 5))
    with pytest.raises(BadInput) as refused, tideline.unit(keyboard) as unit:
        agree(unit, person="ben", first_day=first_day)
    assert "what Ben Roe must be paid" in refused.value.sentence
    assert not any(told in refused.value.sentence for told in ("2013", "age 12"))


def test_start_tells_everybody_who_reacts(tideline: Store, keyboard: Actor, agree: Agree) -> None:
    told: list[Placement] = []
    hearing = tideline.dispatch

    class Listening:
        def tell(self, unit: Any, event: str, facts: Any) -> tuple[str, ...]:
            told.extend([facts["placement"]] if event == "placement_started" else [])
            return hearing.tell(unit, event, facts)

        def collect(self, unit: Any, event: str, facts: Any) -> list[tuple[str, Any]]:
            return hearing.collect(unit, event, facts)

    tideline.dispatch = Listening()
    with tideline.unit(keyboard) as unit:
        assert [agree(unit)] == told


def test_second_placement_of_a_person_in_one_business_on_the_same_day_is_refused(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, last_day=date(2026, 6, 30))
        agree(unit, "harbour-garden")
        with pytest.raises(BadInput, match="Amy Lind has a placement there already"):
            agree(unit, kind=PlacementType.VOLUNTEERING, first_day=date(2026, 6, 30))
        agree(unit, first_day=date(2026, 7, 1))


def test_placement_made_longer_meets_no_other_and_keeps_to_the_floor(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    with tideline.unit(keyboard) as unit:
        march = agree(unit, first_day=date(2026, 3, 2), last_day=date(2026, 3, 31), rate=Pence(1221))
    with pytest.raises(PayTooLow), tideline.unit(keyboard) as unit:
        actions.end_placement(unit, march.id, date(2026, 4, 30))
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=date(2026, 4, 1))
    with pytest.raises(BadInput, match="has a placement there already"), tideline.unit(keyboard) as unit:
        actions.end_placement(unit, march.id, date(2026, 4, 30))
    with tideline.unit(keyboard) as unit:
        assert actions.end_placement(unit, march.id, date(2026, 3, 20)).last_day == date(2026, 3, 20)


def test_new_rate_leaves_the_hours_before_it_at_the_old_one(
    tideline: Store, keyboard: Actor, agree: Agree, work: Work
) -> None:
    with tideline.unit(keyboard) as unit:
        old = agree(unit)
        work(unit, "amy", date(2026, 4, 14), time(9), time(11))
        work(unit, "amy", date(2026, 4, 15), time(9), time(11))
        new = actions.change_rate(unit, old.id, Pence(1500), date(2026, 4, 15))
        assert (new.first_day, offers.placement(unit, old.id).last_day) == (date(2026, 4, 15), date(2026, 4, 14))
        assert [one.earned for one in offers.accounts(unit, APRIL)] == [2 * 1300, 2 * 1500]
        with pytest.raises(PayTooLow):
            actions.change_rate(unit, new.id, Pence(1270), date(2026, 5, 1))


def test_hours_over_both_clock_changes_are_those_that_passed(
    tideline: Store, keyboard: Actor, agree: Agree, work: Work
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=date(2026, 3, 1))
        work(unit, "amy", date(2026, 3, 29), time(0), time(6))
        work(unit, "amy", date(2026, 10, 25), time(0), time(6))
        march, october = (Period(date(2026, n, 1), date(2026, n, 31)) for n in (3, 10))
        assert offers.minutes_worked(unit, march) == {"amy": 5 * 60}
        assert offers.minutes_worked(unit, october) == {"amy": 7 * 60}


def test_leave_released_and_coming_claims_and_those_elsewhere_are_no_hours_worked_here(
    tideline: Store, keyboard: Actor, agree: Agree, work: Work
) -> None:
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    with tideline.unit(keyboard) as unit:
        place = agree(unit).business
        work(unit, "amy", date(2026, 11, 2), time(9), time(12))
        work(unit, "amy", date(2026, 11, 3), time(9), time(12), purpose=Purpose.LEAVE)
        diary.release(unit, work(unit, "amy", date(2026, 11, 4), time(9), time(12)).id)
        work(unit, "amy", date(2026, 11, 5), time(9), time(10), slug="harbour-garden")
        work(unit, "amy", date(2026, 11, 23), time(11), time(12, 1))  # not over yet
        assert offers.minutes_worked(unit, november, place) == {"amy": 180}
        assert offers.minutes_worked(unit, november) == {"amy": 240}


def test_own_hours_are_open_to_oneself_and_closed_to_others(
    tideline: Store, keyboard: Actor, agree: Agree, work: Work
) -> None:
    with tideline.unit(keyboard) as unit:
        place = agree(unit).business
        work(unit, "amy", date(2026, 4, 14), time(9), time(11))
    with tideline.unit(Actor.person("amy", "Amy Lind"), writing=False) as unit:
        assert actions.my_hours(unit, "amy", APRIL) == {place: 120}
        with pytest.raises(NotAllowed):
            actions.hours_of(unit, APRIL)
    with tideline.unit(Actor.person("ben", "Ben Roe"), writing=False) as unit, pytest.raises(NotAllowed):
        actions.my_hours(unit, "amy", APRIL)


def test_pay_check_finds_the_rate_that_a_birthday_has_left_behind(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    with tideline.unit(keyboard) as unit:
        amy = agree(unit)
        facts = {"id": "bens", "person": "ben", "first_day": date(2026, 7, 1), "rate": Pence(800)}
        bens = offers.add_placement(unit, attrs.evolve(amy, **facts))
        before, since = (offers.pay_check(unit, date(2026, month, 15)) for month in (8, 9))
    assert (before.period_starts, before.sound, before.passed) == (date(2026, 8, 1), (amy, bens), True)
    assert (since.sound, since.low, since.passed) == ((amy,), (bens,), False)
    assert [floor.pence for floor in since.floors] == [1271, 1085]


def test_erased_person_leaves_paid_hours_with_her_name_and_nothing_unpaid(
    tideline: Store, keyboard: Actor, agree: Agree, work: Work
) -> None:
    with tideline.unit(keyboard) as unit:
        paid = agree(unit, last_day=date(2026, 6, 30))
        agree(unit, kind=PlacementType.VOLUNTEERING, first_day=date(2026, 7, 1))
        agree(unit, "harbour-garden", person="ben", supporter="amy")
        work(unit, "amy", date(2026, 4, 14), time(9), time(11))
        erasure = people_actions.erase(unit, "amy")
    assert [(part, kept.until) for part, kept in erasure.kept] == [("placements", date(2032, 7, 30))]
    with tideline.unit(keyboard) as unit:
        assert [one.id for one in offers.placements_of(unit, "amy")] == [paid.id]
        assert [one.supporter for one in offers.placements_of(unit, "ben")] == [None]
        assert offers.minutes_worked(unit, APRIL) == {"amy": 120}
        assert [(one.name, one.born) for one in unit.find(KEPT_RECORDS)] == [("Amy Lind", date(1999, 5, 3))]
        assert people.names_of(unit, ["amy"]) == {"amy": "a member"}


@pytest.mark.parametrize(("day", "left"), [(30, 1), (31, 0)])
def test_kept_record_goes_with_its_placement_when_its_last_day_has_passed(
    tideline: Store, keyboard: Actor, agree: Agree, day: int, left: int
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, last_day=date(2026, 6, 30))
        people_actions.erase(unit, "amy")
    tideline.clock = lambda: datetime(2032, 7, day, 12, tzinfo=UTC)
    with tideline.unit(keyboard) as unit:
        assert len(actions.tidy(unit)) == 1 - left
    with tideline.unit(keyboard) as unit:
        assert (len(unit.find(KEPT_RECORDS)), len(offers.placements_of(unit, "amy"))) == (left, left)
        trail = unit.question(sa.select(ENTRIES.c.change))
    assert not [row for row in trail if "Amy Lind" in row.change]


def test_export_hands_over_placements_and_minutes_by_month(
    tideline: Store, keyboard: Actor, agree: Agree, work: Work
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        work(unit, "amy", date(2026, 4, 30), time(22), time(1))
        handed = dict(unit.collect("person_exported", person="amy"))["placements"]
    assert handed["minutes_worked"] == {"2026-04": 120, "2026-05": 60}
    assert handed["placements"][0]["rate_an_hour"] == "£13.00"


def test_manager_of_one_business_starts_placements_there_alone(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    permissions = {"placements": ("see", "change"), "people": ("see",)}
    tideline.rights = lambda unit: enterprise.rights_of(unit, permissions)
    with tideline.unit(keyboard) as unit:
        garden = enterprise.business_by_slug(unit, None, "harbour-garden")
        enterprise.give_role(unit, "ben", "manager", garden.id)
    with tideline.unit(Actor.person("ben", "Ben Roe")) as unit:
        agree(unit, "harbour-garden", first_day=enterprise.today(unit))
        with pytest.raises(NotAllowed):
            agree(unit)


def test_what_is_asked_again_on_the_way_to_one_page_is_read_once(
    tideline: Store, keyboard: Actor, agree: Agree
) -> None:
    heard: list[str] = []
    sa.event.listen(tideline.engine, "before_cursor_execute", lambda *told: heard.append(told[2]))
    with tideline.unit(keyboard) as unit:
        new = agree(unit)
        heard.clear()
        for _again in range(3):
            assert offers.placements_of(unit, "amy") == [new]
            assert offers.placements_of(unit, "ben") == []
            assert {enterprise.business(unit, one.id) for one in enterprise.businesses(unit)}
    assert sum("FROM placements_placement" in one for one in heard) == 2, "once for each person"
    assert sum("FROM enterprise_business" in one for one in heard) == 1
