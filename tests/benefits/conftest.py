"""An enterprise with a café in which Amy has paid work, whose parts hear of events; on each database."""

from datetime import date, timedelta
from importlib import import_module

import pytest

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.instants import LONDON, at
from alongside.money import Pence
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import actions as placements
from alongside.placements.placement import PlacementType
from alongside.store import Actor

from .acting import AMY

HEARING = ("enterprise", "people", "diary", "placements", "benefits")


class Cafe:
    """The café, and short ways to what a test does in it."""

    def __init__(self, store):
        self.store, self.business = store, ""

    def unit(self, actor=AMY, *, writing=True):
        return self.store.unit(actor, writing=writing)

    def work(self, day, starts, ends, person="amy"):
        """Plan work by London clocks; one that ends no later than it starts ends on the next day."""
        last = day + timedelta(days=ends <= starts)
        with self.unit(Actor.keyboard()) as unit:
            times = at(day, starts, LONDON), at(last, ends, LONDON)
            return diary.claim(unit, person, *times, diary.Purpose.WORK, "kitchen", business=self.business)


@pytest.fixture
def cafe(store, keyboard):
    """Amy is paid 13 pounds an hour in the café; Ben supports her."""
    store.dispatch = Reactions([import_module(f"alongside.{name}").PART for name in HEARING])
    found = Cafe(store)
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        enterprise.note_plugin(unit, "cafe")
        found.business = enterprise.add_business(unit, "Tideline Café", "cafe", opened=date(2023, 5, 1)).id
        for name, called in (("amy", "Amy Lind"), ("ben", "Ben Roe")):
            born = date(1999, 5, 3)
            people.add_person(unit, Person(id=name, name=called, date_of_birth=born, joined=date(2026, 1, 5)))
            diary.ensure_person(unit, name)
        terms = {"kind": PlacementType.PAID, "agreed_minutes": 720, "rate": Pence(1300)}
        placements.start_placement(
            unit, person="amy", business=found.business, first_day=date(2026, 4, 2), **terms
        )
    return found
