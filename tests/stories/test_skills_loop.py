"""The skills loop: a course gives a certificate, by it the café gives shifts, and without it they are flagged."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import pytest

from alongside.api import enterprise, people, placements
from alongside.api.values import LONDON, Period
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.reacting import Reactions
from alongside.messages.tables import MESSAGES
from alongside.store import Actor
from alongside_cafe.actions import drafting, looking, looking_again, publishing
from alongside_cafe.actions import planning as cafe_planning
from alongside_cafe.availability import FreeHours
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate
from alongside_cafe.search import search
from alongside_training import offers
from alongside_training.actions import awarding, courses, joining, marking, planning
from alongside_training.register import Mark
from alongside_training.run import TrainerRole

MONDAY = date(2026, 12, 7)
FIRST = date(2026, 11, 26)


@pytest.fixture
def town(store, keyboard):
    """A café whose kitchen asks for food hygiene, a training business, and Nell, who has no certificate yet."""
    store.dispatch = Reactions((*core_parts(), *find_plugins().plugins))
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        cafe = enterprise.add_business(unit, "Tideline Café", "cafe", opened=date(2024, 1, 1))
        school = enterprise.add_business(unit, "Tideline Learning", "training", opened=date(2024, 1, 1))
        ids = {}
        for name in ("Nell Aster", "Dev Chaudhary", "Nia Castell"):
            ids[name] = people.add_person(
                unit, people.Person(id=unit.new_id(), name=name, joined=date(2024, 1, 1))
            ).id
        enterprise.give_role(unit, ids["Nia Castell"], "manager", cafe.id)
        people.add_skill(unit, ids["Nell Aster"], "kitchen", "Cooks")
        kitchen = frozenset({"kitchen", "food_hygiene"})
        cafe_planning.set_pattern(
            unit,
            cafe.id,
            OpeningPattern(
                tuple(
                    ShiftTemplate(weekday=day, starts=time(9), ends=time(13), job="Kitchen", places=(kitchen,))
                    for day in range(5)
                )
            ),
        )
        hours = [FreeHours(day, time(8), time(18)) for day in range(5)]
        cafe_planning.set_availability(unit, cafe.id, ids["Nell Aster"], hours)
        placement = placements.Placement(
            id=unit.new_id(),
            person=ids["Nell Aster"],
            business=cafe.id,
            kind=placements.PlacementType.PAID,
            first_day=date(2024, 1, 1),
            agreed_minutes=20 * 60,
            rate=1310,
        )
        placements.add_placement(unit, placement)
    return store, cafe, school, ids


def fill(store, cafe):
    with store.unit(Actor.keyboard(), writing=False) as unit:
        asked = drafting.ask(unit, cafe.id, MONDAY, 1)
    thought = drafting.think(asked, partial(search, work=0.2, seconds=20))
    with store.unit(Actor.keyboard()) as unit:
        return publishing.publish(unit, drafting.keep(unit, asked, thought))


def learn(store, school, ids):
    """Nell takes the course; return her certificate, and the run that comes next."""
    with store.unit(Actor.keyboard()) as unit:
        food = courses.add_course(
            unit, school.id, title="Food hygiene", gives="food_hygiene", months=36, least=1, most=4
        )
        room = planning.add_room(unit, school.id, "The training room")
        runs = [
            planning.plan_run(
                unit,
                planning.Plan(
                    course=food.id,
                    times=planning.weekly(day, time(16, 30), time(18, 30), 1, LONDON),
                    room=room,
                    trainers={ids["Dev Chaudhary"]: TrainerRole.LEAD},
                ),
            )
            for day in (FIRST, date(2026, 12, 16))
        ]
        joining.join(unit, runs[0].id, ids["Nell Aster"])
        planning.confirm(unit, runs[0].id)
        (session,) = offers.sessions_of(unit, [runs[0].id])[runs[0].id]
    store.clock = lambda: session.ends
    with store.unit(Actor.keyboard()) as unit:
        marking.mark(unit, session.id, {ids["Nell Aster"]: Mark.PRESENT})
        awarding.award(unit, runs[0].id)
        return people.certificates_of(unit, [ids["Nell Aster"]])[ids["Nell Aster"]][0], runs[1]


def waits(store, cafe):
    with store.unit(Actor.keyboard(), writing=False) as unit:
        week = looking.week(unit, cafe.id, MONDAY)
        return sorted(week.rota.by_id[shift].day for shift, _ in week.waits)


def test_course_gives_the_shift_and_without_its_certificate_shifts_to_come_are_flagged(town):
    store, cafe, school, ids = town
    assert fill(store, cafe).filled == 0
    certificate, next_run = learn(store, school, ids)
    assert fill(store, cafe).filled == 5
    assert waits(store, cafe) == []

    store.clock = lambda: datetime(2026, 12, 9, 18, tzinfo=UTC)
    with store.unit(Actor.keyboard()) as unit:
        people.revoke(unit, certificate.id, "The kitchen part was not done yet.")
    assert waits(store, cafe) == [date(2026, 12, 10), date(2026, 12, 11)]
    with store.unit(Actor.keyboard(), writing=False) as unit:
        told = {one.person: one for one in unit.find(MESSAGES) if one.key.startswith("cafe:flagged")}
        broken = looking_again.faults(unit, cafe.id, Period(MONDAY, MONDAY + timedelta(days=6)))
    assert set(told) == {ids["Nell Aster"], ids["Nia Castell"]}
    assert told[ids["Nell Aster"]].path == f"/training/tideline-learning/courses/{next_run.id}"
    assert sum("needs a food hygiene certificate renewed" in one for one in broken) == 2

    with store.unit(Actor.keyboard()) as unit:
        people.award(unit, ids["Nell Aster"], "food_hygiene", date(2026, 12, 9), None, "Tideline Learning")
    assert waits(store, cafe) == []


def test_lapse_that_the_daily_round_notices_flags_shifts_to_come(town):
    store, cafe, school, ids = town
    certificate, _ = learn(store, school, ids)
    fill(store, cafe)
    # The year on the certificate was a slip: the one that counts ends on Wednesday.
    with store.unit(Actor.keyboard()) as unit:
        people.award(unit, ids["Nell Aster"], "food_hygiene", FIRST, date(2026, 12, 9), "Tideline Learning")
    store.dispatch, hearing = Reactions(core_parts()), store.dispatch
    with store.unit(Actor.keyboard()) as unit:
        people.revoke(unit, certificate.id, "The year was wrong.")
    store.dispatch = hearing
    store.clock = lambda: datetime(2026, 12, 10, 6, tzinfo=UTC)
    for _ in range(2):
        with store.unit(Actor.daily_round()) as unit:
            unit.tell("daily_round", day=date(2026, 12, 10))
    assert waits(store, cafe) == [date(2026, 12, 10), date(2026, 12, 11)]
