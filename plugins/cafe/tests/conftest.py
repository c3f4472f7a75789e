"""A café with a pattern and eight people, on each database."""

from datetime import date, time
from functools import partial

import pytest

from alongside.api import enterprise, people, placements
from alongside.store import Actor, Store
from alongside_cafe.actions import drafting, planning, publishing
from alongside_cafe.availability import FreeHours
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate
from alongside_cafe.search import search

MONDAY = date(2026, 11, 30)
WEEKDAYS = range(5)
SKILLS = {
    "Rosa Delgado": ("kitchen", "front", "key_holder"),
    "Ben Hartley": ("front", "key_holder"),
    "Mei Tanaka": ("kitchen",),
    "Sam Whitlock": ("kitchen", "front"),
    "Leah Osei": ("front",),
    "Dan Pascoe": ("kitchen",),
}


def pattern():
    """A kitchen of two and a front of two with a key, on weekdays."""
    kitchen = frozenset({"kitchen", "food_hygiene"})
    return OpeningPattern(
        tuple(
            one
            for day in WEEKDAYS
            for one in (
                ShiftTemplate(
                    weekday=day, starts=time(8), ends=time(14), job="Kitchen", places=(kitchen, kitchen)
                ),
                ShiftTemplate(
                    weekday=day,
                    starts=time(9),
                    ends=time(15),
                    job="Front",
                    places=(frozenset({"front"}),) * 2,
                    key_holder=True,
                ),
            )
        )
    )


class Cafe:
    """A café in a store, with the steps of a fill and its publication in one call."""

    def __init__(self, store: Store, actor: Actor, business, ids):
        self.store, self.actor, self.business, self.people = store, actor, business, ids

    def unit(self, *, writing=True):
        return self.store.unit(self.actor, writing=writing)

    def ask(self, weeks=1, first=MONDAY, business=None):
        with self.unit(writing=False) as unit:
            return drafting.ask(unit, (business or self.business).id, first, weeks)

    def keep(self, asked, thought):
        with self.unit() as unit:
            return drafting.keep(unit, asked, thought)

    def publish(self, draft):
        with self.unit() as unit:
            return publishing.publish(unit, draft)

    def settle(self, asked, thought):
        return self.publish(self.keep(asked, thought))

    def draft(self, weeks=1, first=MONDAY, business=None):
        asked = self.ask(weeks, first, business)
        return self.keep(asked, think(asked))

    def fill(self, weeks=1, first=MONDAY, business=None):
        asked = self.ask(weeks, first, business)
        return self.settle(asked, think(asked))


def think(asked):
    """Think in this process, so that the solver is loaded once for all tests."""
    return drafting.think(asked, partial(search, work=0.2, seconds=20))


@pytest.fixture
def cafe(store, keyboard):
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        here = enterprise.add_business(unit, "Tideline Café", "cafe", opened=date(2024, 1, 1))
        planning.set_pattern(unit, here.id, pattern())
        ids = {name: add_person(unit, name, skills, here) for name, skills in SKILLS.items()}
    return Cafe(store, keyboard, here, ids)


def add_person(unit, name, skills, business, hours=range(5), minutes=20 * 60):
    person = people.add_person(
        unit, people.Person(id=unit.new_id(), name=name, date_of_birth=date(1990, 1, 1), joined=date(2024, 1, 1))
    )
    for skill in skills:
        people.add_skill(unit, person.id, skill, f"Does {skill}")
    if "kitchen" in skills:
        people.award(unit, person.id, "food_hygiene", date(2025, 1, 1), date(2027, 6, 30), "Tideline Learning")
    place(unit, person.id, business, minutes)
    planning.set_availability(unit, business.id, person.id, [FreeHours(day, time(7), time(18)) for day in hours])
    return person.id


def place(unit, person, business, minutes=20 * 60):
    placements.add_placement(
        unit,
        placements.Placement(
            id=unit.new_id(),
            person=person,
            business=business.id,
            kind=placements.PlacementType.PAID,
            first_day=date(2024, 1, 1),
            agreed_minutes=minutes,
            rate=1310,
        ),
    )


@pytest.fixture
def placed():
    """Give a person a placement and hours in another business."""

    def give(unit, person, business):
        place(unit, person, business)
        hours = [FreeHours(day, time(7), time(18)) for day in WEEKDAYS]
        planning.set_availability(unit, business.id, person, hours)

    return give
