"""The rota asks for certificates on the day of the shift; one that does not hold any more flags shifts to come."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.api import enterprise, people
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, Period
from alongside.api.web import Form, Visit
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.reacting import Reactions
from alongside.messages.tables import MESSAGES
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside_cafe import offers, pages, reactions
from alongside_cafe.actions import looking, looking_again
from alongside_cafe.checker import check
from alongside_cafe.shift import Assignment
from alongside_cafe.tables import FLAGS

MONDAY = date(2026, 11, 30)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
MIDWEEK = datetime(2026, 12, 2, 18, tzinfo=UTC)


@pytest.fixture
def cafe(cafe):
    """The café in an enterprise whose parts and plugins hear of each other."""
    plugins = [one for one in find_plugins().plugins if one.name == "cafe"]
    cafe.store.dispatch = Reactions((*core_parts(), *plugins))
    return cafe


def give(cafe, who, first, last, kind="food_hygiene"):
    with cafe.unit() as unit:
        return people.award(unit, cafe.people[who], kind, first, last, "Tideline Learning")


def take_back(cafe, who, kind="food_hygiene"):
    with cafe.unit() as unit:
        for one in people.certificates_of(unit, [cafe.people[who]])[cafe.people[who]]:
            if one.kind == kind and one.revoked_on is None:
                people.revoke(unit, one.id, "The kitchen part was not done yet.")


def flagged(cafe):
    """The days of flagged shifts, by person."""
    with cafe.unit(writing=False) as unit:
        rota = looking.week(unit, cafe.business.id, MONDAY).rota
        place = {one.id: one for one in rota.assignments}
        return sorted(rota.by_id[place[flag.assignment].shift].day for flag in unit.find(FLAGS))


def kitchen_days(cafe, who):
    with cafe.unit(writing=False) as unit:
        rota = looking.week(unit, cafe.business.id, MONDAY).rota
    return sorted(
        rota.by_id[one.shift].day
        for one in rota.assignments
        if one.person == cafe.people[who] and rota.by_id[one.shift].job == "Kitchen"
    )


def messages(cafe):
    """What was written of flags, by person."""
    with cafe.unit(writing=False) as unit:
        return {one.person: one for one in unit.find(MESSAGES) if one.key.startswith("cafe:flagged:")}


def somebody_in_the_kitchen(cafe):
    """Who has kitchen shifts both before and after the middle of the week, as rotas may differ."""
    for who in ("Dan Pascoe", "Mei Tanaka", "Sam Whitlock", "Rosa Delgado"):
        days = kitchen_days(cafe, who)
        if days and days[0] <= MIDWEEK.date() < days[-1]:
            return who
    raise AssertionError("nobody works on both sides of Wednesday")


def test_certificate_that_ends_tomorrow_is_good_for_today_and_not_for_next_week(cafe, placed):
    today = date(2026, 11, 23)
    cafe.store.clock = lambda: datetime(2026, 11, 23, 6, tzinfo=UTC)
    with cafe.unit() as unit:
        nell = people.add_person(unit, people.Person(id=unit.new_id(), name="Nell Aster", joined=date(2024, 1, 1)))
        people.add_skill(unit, nell.id, "kitchen", "Bakes")
        placed(unit, nell.id, cafe.business)
        people.award(
            unit, nell.id, "food_hygiene", date(2024, 1, 1), today + timedelta(days=1), "Tideline Learning"
        )
    problem = cafe.ask(2, today).problem

    def rules(day):
        (shift,) = [one.id for one in problem.shifts if one.day == day and one.job == "Kitchen"]
        return [one.rule for one in check(problem, [Assignment(shift=shift, place=0, person=nell.id)])]

    assert [rules(today + timedelta(days=n)) for n in (0, 1, 2, 7)] == [[], [], ["certificate"], ["certificate"]]
    filled = cafe.fill(2, today).rota
    hers = {filled.by_id[one.shift].day for one in filled.assignments if one.person == nell.id}
    assert all(day <= today + timedelta(days=1) for day in hers)


def test_certificate_that_begins_within_the_week_counts_from_that_day_on(cafe):
    for who in ("Rosa Delgado", "Mei Tanaka", "Sam Whitlock", "Dan Pascoe"):
        take_back(cafe, who)
    give(cafe, "Mei Tanaka", MONDAY + timedelta(days=2), None)
    cafe.fill()
    assert kitchen_days(cafe, "Mei Tanaka")[0] == MONDAY + timedelta(days=2)


def test_revoking_flags_shifts_to_come_at_once_and_no_past_one(cafe):
    cafe.fill()
    who = somebody_in_the_kitchen(cafe)
    days = kitchen_days(cafe, who)
    cafe.store.clock = lambda: MIDWEEK
    take_back(cafe, who)
    assert flagged(cafe) == [day for day in days if day > MIDWEEK.date()]
    assert kitchen_days(cafe, who) == days
    with cafe.unit(writing=False) as unit:
        broken = looking_again.faults(unit, cafe.business.id, WEEK)
    assert sum(f"{who} needs a food hygiene certificate renewed." in one for one in broken) == len(flagged(cafe))


def test_lapse_noticed_by_the_daily_round_flags_and_a_new_certificate_takes_the_flags_off(cafe):
    cafe.fill()
    who = somebody_in_the_kitchen(cafe)
    ends_midweek = give(cafe, who, date(2025, 1, 1), MIDWEEK.date())
    hearing, cafe.store.dispatch = cafe.store.dispatch, Reactions(core_parts())
    with cafe.unit() as unit:  # the longer one goes while the café is switched off and hears nothing of it
        for one in people.certificates_of(unit, [cafe.people[who]])[cafe.people[who]]:
            if one.id != ends_midweek.id:
                people.revoke(unit, one.id, "The year was wrong.")
    cafe.store.dispatch = hearing
    assert flagged(cafe) == []
    cafe.store.clock = lambda: MIDWEEK + timedelta(hours=12)
    with cafe.store.unit(Actor.daily_round()) as unit:
        unit.tell("daily_round", day=MIDWEEK.date() + timedelta(days=1))
    coming = [day for day in kitchen_days(cafe, who) if day > MIDWEEK.date()]
    assert flagged(cafe) == coming != []
    give(cafe, who, MIDWEEK.date() + timedelta(days=1), None)
    assert flagged(cafe) == []


def test_manager_and_person_are_told_once_each_and_no_name_stands_in_it(cafe):
    with cafe.unit() as unit:
        enterprise.give_role(unit, cafe.people["Ben Hartley"], "manager", cafe.business.id)
    cafe.fill()
    who = somebody_in_the_kitchen(cafe)
    take_back(cafe, who)
    told = messages(cafe)
    assert set(told) == {cafe.people["Ben Hartley"], cafe.people[who]}
    assert not any(who.split()[0] in str(one) for one in told.values())
    assert told[cafe.people["Ben Hartley"]].path == "/cafe/tideline-cafe/rota?week=2026-11-30"
    give(cafe, who, date(2026, 11, 23), None)
    assert {one.standing.value for one in messages(cafe).values()} == {"taken_back"}


def test_filling_again_offers_flagged_places_to_others(cafe):
    cafe.fill()
    who = somebody_in_the_kitchen(cafe)
    take_back(cafe, who)
    assert flagged(cafe)
    cafe.fill()
    assert (flagged(cafe), kitchen_days(cafe, who)) == ([], [])


def test_erased_person_leaves_no_flag(cafe):
    cafe.fill()
    who = somebody_in_the_kitchen(cafe)
    take_back(cafe, who)
    with cafe.unit() as unit:
        assert offers.waiting_for(unit, cafe.people[who]) == ["food_hygiene"]
        reactions.person_erased(unit, cafe.people[who])
    assert flagged(cafe) == []


def seen_by(cafe, who, rights, edition):
    cafe.store.rights = lambda _: {cafe.business.id: frozenset(rights)}
    actor = Actor.person(cafe.people[who], who)
    with cafe.store.unit(actor, writing=False) as unit:
        visit = Visit(
            host=None,
            unit=unit,
            visitor=Visitor(actor, who),
            part="cafe",
            edition=edition,
            zone=LONDON,
            today=MONDAY,
            business=cafe.business,
            query=Form((("week", str(MONDAY)),)),
        )
        return Display({"cafe": "alongside_cafe"}).render("cafe", pages.rota(visit), edition=edition)


def test_rota_tells_manager_and_person_of_a_flag_and_colleagues_nothing(cafe):
    cafe.fill()
    who = somebody_in_the_kitchen(cafe)
    take_back(cafe, who)
    manager = seen_by(cafe, "Ben Hartley", {"cafe.see", "cafe.plan"}, Edition.STANDARD)
    assert f"{who} needs a food hygiene certificate renewed." in manager
    assert "Your place waits" in seen_by(cafe, who, {"cafe.see"}, Edition.STANDARD)
    assert "certificate" not in seen_by(cafe, "Leah Osei", {"cafe.see"}, Edition.STANDARD)
    for reader, rights in ((who, {"cafe.see"}), ("Ben Hartley", {"cafe.see", "cafe.plan"})):
        easy = seen_by(cafe, reader, rights, Edition.EASY)
        assert "certificate" in easy
        assert easy_read_faults(easy) == []
    assert "certificate" not in seen_by(cafe, "Leah Osei", {"cafe.see"}, Edition.EASY)
