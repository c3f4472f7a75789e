"""An enterprise with a garden in which Amy volunteers and which Mia manages, on each database."""

from datetime import date
from importlib import import_module

import pytest

from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import actions as placements
from alongside.placements.placement import PlacementType

from .acting import KEYBOARD, Garden

HEARING = ("enterprise", "people", "diary", "placements", "volunteering")
PERMISSIONS = {"placements": ("see", "change", "coach"), "volunteering": ("agree", "set"), "people": ("see",)}


@pytest.fixture
def garden(store):
    store.dispatch = Reactions([import_module(f"alongside.{name}").PART for name in HEARING])
    store.rights = lambda unit: enterprise.rights_of(unit, PERMISSIONS)
    found = Garden(store)
    with store.unit(KEYBOARD) as unit:
        enterprise.set_up(unit, "Tideline Together")
        found.business = enterprise.add_business(unit, "Harbour Garden", opened=date(2024, 5, 1)).id
        for name, called in (("amy", "Amy Lind"), ("mia", "Mia Hart"), ("ben", "Ben Roe")):
            people.add_person(unit, Person(id=name, name=called, joined=date(2026, 1, 5)))
        enterprise.give_role(unit, "mia", "manager", found.business, first_day=date(2024, 5, 1))
        found.placement = placements.start_placement(
            unit,
            person="amy",
            business=found.business,
            kind=PlacementType.VOLUNTEERING,
            first_day=date(2024, 4, 2),
            agreed_minutes=240,
        ).id
    return found
