"""An enterprise with two businesses and some people, on each database, whose hours are confirmed and paid."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from importlib import import_module
from typing import Any

import pytest

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose
from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.instants import LONDON, Interval, at
from alongside.money import Pence
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import actions, offers
from alongside.placements.attendance import Attendance
from alongside.placements.placement import Placement, PlacementType
from alongside.store import Actor, Store, Unit

HEARING = ("enterprise", "people", "diary", "placements", "pay")

PEOPLE = (("amy", "Amy Lind", date(1999, 5, 3)), ("ben", "Ben Roe", date(2008, 8, 9)), ("cal", "Cal Fry", None))


@pytest.fixture
def tideline(store: Store, keyboard: Actor) -> Store:
    """A café, a garden that no plugin runs, and Amy, Ben and Cal; Cal's date of birth is not known."""
    store.dispatch = Reactions([import_module(f"alongside.{name}").PART for name in HEARING])
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
def worked(work: Callable[..., diary.Claim]) -> Callable[..., diary.Claim]:
    """Claim a person's time for work and confirm it as it was planned."""

    def confirmed(unit: Unit, person: str, day: date, starts: time, ends: time, *where: str) -> diary.Claim:
        claim = work(unit, person, day, starts, ends, *where)
        note(unit, claim, day, claim.interval)
        return claim

    return confirmed


@pytest.fixture
def nia(tideline: Store, keyboard: Actor) -> Actor:
    """Somebody who may run pay."""
    with tideline.unit(keyboard) as unit:
        people.add_person(unit, Person(id="nia", name="Nia Castell", joined=date(2026, 1, 5)))
    rights = {None: frozenset({"pay.run", "pay.away"})}
    tideline.rights = lambda unit: rights if unit.actor.id == "nia" else {}
    return Actor.person("nia", "Nia Castell")


@pytest.fixture
def on(tideline: Store) -> Callable[..., None]:
    """Put the clock to a time of a day, in UTC; to noon unless said otherwise."""

    def put(day: date, moment: time = time(12)) -> None:
        tideline.clock = lambda: datetime.combine(day, moment, UTC)

    return put


def note(unit: Unit, claim: diary.Claim, day: date, there: Interval | None, number: int = 1) -> Attendance:
    """Note when somebody was there, None for not at all."""
    return offers.note_attendance(
        unit,
        Attendance(
            id=unit.new_id(),
            claim=claim.id,
            person=claim.resource,
            business=str(claim.business),
            day=day,
            number=number,
            starts=there.starts if there else None,
            ends=there.ends if there else None,
            why="It was put right." if number > 1 else "",
            noted_at=unit.now,
        ),
    )
