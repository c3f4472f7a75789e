"""A café with a pattern and eight people, on each database."""

import random
import uuid
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import pytest

from alongside.api import enterprise, people, placements
from alongside.api.values import Period
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.reacting import Reactions
from alongside.messages.tables import MESSAGES
from alongside.store import Actor, Store
from alongside_cafe.actions import changing, drafting, looking_again, planning, publishing, standing_in
from alongside_cafe.availability import FreeHours
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate
from alongside_cafe.search import search
from alongside_cafe.tables import rota_of

MONDAY = date(2026, 11, 30)
WEEKDAYS = range(5)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
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
                    weekday=day,
                    starts=time(8),
                    ends=time(14),
                    job="Kitchen",
                    places=(kitchen, kitchen),
                    break_minutes=30,
                ),
                ShiftTemplate(
                    weekday=day,
                    starts=time(9),
                    ends=time(15),
                    job="Front",
                    places=(frozenset({"front"}),) * 2,
                    key_holder=True,
                    break_minutes=30,
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
    # Of rotas that are as good, ids decide which is found: the same ones find the same rota each time.
    dice = random.Random(7)
    store.ids = lambda: uuid.UUID(int=dice.getrandbits(128), version=4).hex
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


class Standing:
    """A café whose rota of one week is filled, with a manager, some days before it begins."""

    def __init__(self, cafe):
        self.cafe = cafe
        plugins = [one for one in find_plugins().plugins if one.name == "cafe"]
        cafe.store.dispatch = Reactions((*core_parts(), *plugins))
        cafe.store.clock = lambda: datetime(2026, 11, 26, 9, tzinfo=UTC)
        cafe.fill()
        with cafe.unit() as unit:
            enterprise.give_role(unit, cafe.people["Rosa Delgado"], "manager", cafe.business.id)
        cafe.store.rights = self._rights

    def _rights(self, unit):
        plans = unit.actor.id == self.cafe.people["Rosa Delgado"]
        may = {"cafe.see", "cafe.plan"} if plans else {"cafe.see"}
        return {self.cafe.business.id: frozenset(may)}

    def at(self, moment):
        self.cafe.store.clock = lambda: moment

    def unit(self, name=None, *, writing=True):
        if name is None:
            return self.cafe.unit(writing=writing)
        return self.cafe.store.unit(Actor.person(self.cafe.people[name], name), writing=writing)

    def rota(self):
        with self.unit(writing=False) as unit:
            return rota_of(unit, self.cafe.business.id, WEEK)

    def first_place(self, name, day=None):
        """The first shift (from a day on) that somebody has."""
        rota, who = self.rota(), self.cafe.people[name]
        hers = [(rota.by_id[one.shift], one) for one in rota.assignments if one.person == who]
        return min((one for one in hers if one[0].day >= (day or MONDAY)), key=lambda one: one[0].starts)

    def somebody(self, day=MONDAY):
        """Whoever has the first place of a day, by name."""
        rota = self.rota()
        shift = next(one for one in rota.shifts if one.day == day)
        names = {who: name for name, who in self.cafe.people.items()}
        return names[rota.on(shift)[0]]

    def somebody_stands_in(self, after, until):
        """Give an open place of a later day to the first who can come; return the shift, the place and who."""
        rota, business = self.rota(), self.cafe.business.id
        places = [(rota.by_id[gap.shift], gap.place) for gap in rota.gaps if gap.place is not None]
        with self.unit() as unit:
            for shift, place in [one for one in places if after < one[0].day <= until]:
                for can in standing_in.who_can(unit, changing.standing(unit, business, shift), shift, place):
                    standing_in.put_on(unit, business, shift.id, place, can.person)
                    return shift, place, can.person
        raise AssertionError("nobody can come on any later day")

    def kept(self, rows):
        with self.unit(writing=False) as unit:
            return unit.find(rows)

    def told(self, name, begins):
        who = self.cafe.people[name]
        return [one for one in self.kept(MESSAGES) if one.person == who and one.key.startswith(begins)]

    def faults(self):
        with self.unit(writing=False) as unit:
            return looking_again.faults(unit, self.cafe.business.id, WEEK)


@pytest.fixture
def standing(cafe):
    return Standing(cafe)
