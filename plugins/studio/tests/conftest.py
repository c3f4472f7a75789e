"""A studio of two rooms and six headphones, with hours, prices, a member and a band, on each database."""

from datetime import date, datetime, time

import pytest

from alongside.api import enterprise, people
from alongside.api.values import LONDON, at
from alongside.store import Actor, Store
from alongside_studio.actions import customers, making, setting_up
from alongside_studio.bookable import Bookable, Need
from alongside_studio.price import Audience

FRIDAY = date(2026, 11, 27)
"""Four days after the instant at which tests happen."""


class Studio:
    """A studio in a store, with the steps of booking in one call each."""

    def __init__(self, store: Store, actor: Actor, business, rooms, ids, band):
        self.store, self.actor, self.business = store, actor, business
        self.rooms, self.people, self.band = rooms, ids, band
        self.bookables = {}

    def unit(self, actor=None, *, writing=True):
        return self.store.unit(actor or self.actor, writing=writing)

    def member(self, name="Lily Sandhu"):
        return Actor.person(self.people[name], name)

    def at(self, hour, minute=0, day=FRIDAY):
        return at(day, time(hour, minute), LONDON)

    def order(self, unit, what, starts, minutes=120, who="The Harbour Lights", until=None):
        return making.Order(
            bookable=self.bookables[what].id,
            starts=starts,
            minutes=minutes,
            hirer=making.hirer_named(unit, self.business.id, who),
            until=until,
        )

    def book(self, what, starts, minutes=120, who="The Harbour Lights", until=None, actor=None):
        with self.unit(actor) as unit:
            return making.book(unit, self.order(unit, what, starts, minutes, who, until))


def rights(business):
    """A manager may plan, a member may see."""

    def of(unit):
        held = {one.role for one in enterprise.roles_of(unit, unit.actor.id)}
        names = {"studio.see"} | ({"studio.plan"} if enterprise.Role.MANAGER in held else set())
        return {business.id: frozenset(names)}

    return of


@pytest.fixture
def studio(store, keyboard):
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        here = enterprise.add_business(unit, "Tideline Sound", "studio", opened=date(2024, 1, 1))
        rooms = {
            name: setting_up.add_pieces(unit, here.id, name, room=True, picture="microphone", turnaround=15)[0]
            for name in ("Room 1", "Room 2")
        }
        setting_up.add_pieces(unit, here.id, "Headphones", room=False, picture="music", count=6)
        for weekday in range(6):
            setting_up.set_hours(unit, here.id, weekday, [(time(10), time(22))])
        ids = {}
        for name, role in (("Lily Sandhu", "member"), ("Marcus Bell", "manager"), ("Jo Free", "supporter")):
            person = people.add_person(unit, people.Person(id=unit.new_id(), name=name, joined=date(2024, 1, 1)))
            ids[name] = person.id
            enterprise.give_role(unit, person.id, role, here.id if role == "manager" else None)
        band = customers.add(unit, here.id, "The Harbour Lights", Audience.PARTNER, phone="01632 960200")
        made = Studio(store, keyboard, here, rooms, ids, band)
        offered(unit, made, "Rehearse in Room 1", (Need(resource=rooms["Room 1"].resource),))
        offered(
            unit,
            made,
            "Record in Room 2",
            (Need(resource=rooms["Room 2"].resource), Need(pool="Headphones", count=4)),
            approval=True,
        )
        offered(unit, made, "Borrow headphones", (Need(pool="Headphones", count=3),))
    store.rights = rights(here)
    return made


def offered(unit, studio, name, needs, **more):
    facts = {"picture": "microphone", "least": 60, "most": 240, "grid": 30, **more}
    new = Bookable(id=unit.new_id(), business=studio.business.id, name=name, needs=needs, **facts)
    studio.bookables[name] = setting_up.add_bookable(unit, new)
    for audience, pence in ((Audience.COMMUNITY, 800), (Audience.PARTNER, 1250), (Audience.COMMERCIAL, 2005)):
        setting_up.set_price(unit, studio.business.id, new.id, audience, pence, date(2026, 1, 1))


@pytest.fixture
def clock(studio):
    """Put the clock of the store to an instant."""

    def put(moment: datetime):
        studio.store.clock = lambda: moment

    return put
