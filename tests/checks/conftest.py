"""An enterprise with a café and a garden, a steward, two managers, and people who work, on each database."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib import import_module

import pytest

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import offers as placements
from alongside.placements.placement import Placement, PlacementType
from alongside.store import Actor, Store, Unit

HEARING = ("enterprise", "people", "diary", "placements", "checks")
TODAY = date(2026, 11, 23)
PEOPLE = {
    "nia": ("Nia Castell", date(1984, 3, 12)),
    "ben": ("Ben Roe", date(1980, 8, 9)),
    "gil": ("Gil Moss", date(1981, 8, 9)),
    "amy": ("Amy Lind", date(1999, 5, 3)),
    "cal": ("Cal Fry", date(2010, 11, 24)),
    "dot": ("Dot Ames", None),
}
NIA, BEN, GIL, AMY = (Actor.person(one, PEOPLE[one][0]) for one in ("nia", "ben", "gil", "amy"))


@pytest.fixture
def tideline(store: Store, keyboard: Actor) -> Store:
    """Nia is steward, Ben runs the café, Gil the garden; Amy, Cal and Dot work in the café."""
    parts = [import_module(f"alongside.{name}").PART for name in HEARING]
    store.dispatch = Reactions(parts)
    store.rights = lambda unit: enterprise.rights_of(unit, {part.name: part.permissions for part in parts})
    store.clock = lambda: datetime(2026, 11, 23, 12, tzinfo=UTC)
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        enterprise.add_business(unit, "Tideline Café", opened=date(2023, 5, 1))
        enterprise.add_business(unit, "Harbour Garden", opened=date(2024, 5, 1))
        for name, (called, born) in PEOPLE.items():
            people.add_person(unit, Person(id=name, name=called, date_of_birth=born, joined=date(2026, 1, 5)))
            diary.ensure_person(unit, name)
        enterprise.give_role(unit, "nia", "steward")
        enterprise.give_role(unit, "ben", "manager", place(unit))
        enterprise.give_role(unit, "gil", "manager", place(unit, "harbour-garden"))
        for name in ("amy", "cal", "dot"):
            placements.add_placement(unit, _work(unit, name))
    return store


def _work(unit: Unit, person: str) -> Placement:
    return Placement(
        id=f"work-{person}",
        person=person,
        business=place(unit),
        kind=PlacementType.VOLUNTEERING,
        first_day=date(2026, 11, 2),
        agreed_minutes=240,
    )


def place(unit: Unit, slug: str = "tideline-cafe") -> str:
    """Return a business's id."""
    return enterprise.business_by_slug(unit, None, slug).id


@pytest.fixture
def on(tideline: Store) -> Callable[[date], None]:
    """Put the clock to noon of a day."""

    def put(day: date) -> None:
        tideline.clock = lambda: datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

    return put
