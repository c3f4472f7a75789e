"""A training business with a room, three who teach and some who learn, on each database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.api import diary, enterprise, people
from alongside.api.store import Actor
from alongside.api.values import LONDON, Interval, at
from alongside.enterprise.offers import rights_of
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.reacting import Reactions
from alongside.messages.tables import MESSAGES
from alongside_training import offers
from alongside_training.actions import courses, joining, marking, planning
from alongside_training.register import Mark
from alongside_training.run import TrainerRole

TODAY = date(2026, 11, 23)
FIRST = date(2026, 12, 1)
TEACHING = ("Dev Chaudhary", "Isaac Field", "Bronwen Pugh")
LEARNING = ("Sam Whitlock", "Leah Osei", "Tom Ridley", "Mei Tanaka", "Dan Pascoe", "Luca Bianchi")


def meeting(day, starts=time(16, 30), ends=time(18, 30)):
    return Interval(at(day, starts, LONDON), at(day, ends, LONDON))


class School:
    """A training business in a store, with its acts in one call each."""

    def __init__(self, store, business, room, ids):
        self.store, self.business, self.room, self.people = store, business, room, ids
        self.actor = Actor.keyboard()

    def unit(self, who=None, *, writing=True):
        actor = Actor.person(self.people[who], who) if who else self.actor
        return self.store.unit(actor, writing=writing)

    def at(self, day, hour=12, minute=0):
        self.store.clock = lambda: datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)

    def course(self, title="Food hygiene", **facts):
        facts = {"most": 3, "gives": "food_hygiene", "months": 36, "refresh_months": 30, **facts}
        with self.unit() as unit:
            return courses.add_course(unit, self.business.id, title=title, **facts)

    def plan(self, course, *meetings, trainers=None, **facts):
        trainers = trainers or {"Dev Chaudhary": TrainerRole.LEAD, "Isaac Field": TrainerRole.CO_TRAINER}
        plan = planning.Plan(
            course=course.id,
            times=meetings or (meeting(FIRST), meeting(date(2026, 12, 8))),
            room=facts.pop("room", self.room),
            trainers={self.people[name]: role for name, role in trainers.items()},
            **facts,
        )
        with self.unit() as unit:
            return planning.plan_run(unit, plan)

    def join(self, run, who, by=None, **facts):
        now = self.store.clock()
        self.store.clock = lambda: now + timedelta(seconds=1)  # the line is in order of time
        with self.unit(by or who) as unit:
            return joining.join(unit, run.id, self.people[who], **facts)

    def leave(self, run, who, because=""):
        with self.unit(who) as unit:
            return joining.leave(unit, run.id, self.people[who], because)

    def states(self, run):
        names = {row: name for name, row in self.people.items()}
        with self.unit(writing=False) as unit:
            return {names[one.person]: one.state.value for one in offers.enrolments_of(unit, [run.id])[run.id]}

    def sessions(self, run):
        with self.unit(writing=False) as unit:
            return offers.sessions_of(unit, [run.id])[run.id]

    def everybody_was_there(self, run, **others):
        """Mark all sessions as over, with everybody present but ``others``."""
        for one in self.sessions(run):
            self.store.clock = lambda ends=one.ends: ends
            with self.unit() as unit:
                there = marking.register(unit, one.id)
                marks = {row: others.get(name.split()[0], Mark.PRESENT) for row, name in there.names.items()}
                marking.mark(unit, one.id, marks)

    def claims(self, resource, day):
        with self.unit(writing=False) as unit:
            return [one.label for one in diary.holds(unit, [resource], meeting(day))]

    def messages(self, who):
        with self.unit(writing=False) as unit:
            return [one for one in unit.find(MESSAGES) if one.person == self.people[who]]


@pytest.fixture
def school(store, keyboard):
    plugins = [one for one in find_plugins().plugins if one.name in {"training", "cafe"}]
    parts = (*core_parts(), *plugins)
    store.dispatch = Reactions(parts)
    permissions = {part.name: part.permissions for part in parts}
    store.rights = lambda unit: rights_of(unit, permissions)
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        here = enterprise.add_business(unit, "Tideline Learning", "training", opened=date(2024, 1, 1))
        room = planning.add_room(unit, here.id, "The training room")
        ids = {name: _person(unit, name) for name in (*TEACHING, *LEARNING, "Amina Yusuf")}
        enterprise.give_role(unit, ids["Dev Chaudhary"], "manager", here.id, first_day=date(2024, 1, 1))
        for name in (*TEACHING, *LEARNING):
            enterprise.give_role(unit, ids[name], "member", first_day=date(2024, 1, 1))
    return School(store, here, room, ids)


def _person(unit, name):
    new = people.Person(id=unit.new_id(), name=name, joined=date(2024, 1, 1))
    return people.add_person(unit, new).id
