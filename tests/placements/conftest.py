"""An enterprise with two businesses and three people, on each database, whose parts hear of events."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from importlib import import_module
from typing import Any

import pytest

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose
from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.instants import LONDON, Period, at
from alongside.money import Pence
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import actions
from alongside.placements.placement import Placement, PlacementType
from alongside.store import Actor, Store, Unit

QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
HEARING = ("enterprise", "people", "diary", "placements")

PEOPLE = (("amy", "Amy Lind", date(1999, 5, 3)), ("ben", "Ben Roe", date(2008, 8, 9)), ("cal", "Cal Fry", None))


@pytest.fixture
def hearing() -> tuple[str, ...]:
    """The parts that hear of events."""
    return HEARING


@pytest.fixture
def tideline(store: Store, keyboard: Actor, hearing: tuple[str, ...]) -> Store:
    """A café, a garden that no plugin runs, and Amy, Ben and Cal; Cal's date of birth is not known."""
    store.dispatch = Reactions([import_module(f"alongside.{name}").PART for name in hearing])
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        enterprise.note_plugin(unit, "cafe")
        enterprise.add_business(unit, "Tideline Café", "cafe", opened=date(2023, 5, 1))
        enterprise.add_business(unit, "Harbour Garden", opened=date(2024, 5, 1))
        for name, called, born in PEOPLE:
            people.add_person(unit, Person(id=name, name=called, date_of_birth=born, joined=date(2026, 1, 5)))
            diary.ensure_person(unit, name)
    return store


def place(unit: Unit, slug: str = "tideline-cafe") -> str:
    """Return a business's id."""
    return enterprise.business_by_slug(unit, None, slug).id


@pytest.fixture
def agree(tideline: Store) -> Callable[..., Placement]:
    """Start a placement of 12 hours a week in the café, for Amy and paid unless said otherwise."""

    def start(unit: Unit, slug: str = "tideline-cafe", **terms: Any) -> Placement:
        facts = {"person": "amy", "kind": PlacementType.PAID, "first_day": date(2026, 4, 2), "agreed_minutes": 720}
        pay = {"rate": Pence(1300)} if terms.get("kind", PlacementType.PAID) is PlacementType.PAID else {}
        return actions.start_placement(unit, business=place(unit, slug), **{**facts, **pay, **terms})

    return start


@pytest.fixture
def work(tideline: Store) -> Callable[..., diary.Claim]:
    """Claim a person's time for work, by London clocks; one that ends no later than it starts ends next day."""

    def claim(
        unit: Unit, person: str, day: date, starts: time, ends: time, slug: str = "tideline-cafe", **facts: Any
    ) -> diary.Claim:
        purpose = facts.get("purpose", Purpose.WORK)
        last = day + timedelta(days=ends <= starts)
        there = at(day, starts, LONDON), at(last, ends, LONDON)
        return diary.claim(unit, person, *there, purpose, "kitchen", business=place(unit, slug))

    return claim


@pytest.fixture
def busy(tideline: Store, keyboard: Actor, agree: Callable[..., Placement], work: Callable[..., Any]) -> Store:
    """Amy works 3 hours a week for pay in the café, Ben gives 2 in the garden from July on."""
    with tideline.unit(keyboard) as unit:
        agree(unit)
        agree(unit, "harbour-garden", person="ben", kind=PlacementType.VOLUNTEERING, first_day=date(2026, 7, 1))
        for week in range(25):
            day = date(2026, 4, 14) + timedelta(weeks=week)
            work(unit, "amy", day, time(9), time(12))
            if day >= QUARTER.first:
                work(unit, "ben", day, time(9), time(11), "harbour-garden")
    return tideline


def text(html: str) -> str:
    """Return the words of a page without its tags."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\N{NO-BREAK SPACE}", " ").split())
