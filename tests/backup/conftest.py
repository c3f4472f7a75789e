"""An enterprise on each database, with people, work, a paper and a photo, and the key of its backups."""

import shutil
from datetime import date

import pytest

from alongside.enterprise import offers as enterprise
from alongside.house.backups.key import new_key
from alongside.house.backups.notes import SealingKey, keep_key
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house
from alongside.house.settings import write_settings
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import offers as placements
from alongside.placements.placement import Placement, PlacementType
from alongside.store import Actor
from alongside.store.snapshot import digest_of, shapes, snapshot
from alongside.testing.tables import all_lines


@pytest.fixture
def digests():
    """A function that returns the digest of every table of a store, as it is now."""

    def of(store):
        with snapshot(store.engine) as connection:
            return {shape.name: digest_of(connection, shape) for shape in shapes(connection)}

    return of


def fill(house):
    """Put an enterprise in place: Rosa and Finn, a café, a placement without pay, a skill, a certificate."""
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline")
        cafe = enterprise.add_business(unit, "Tideline Café", "cafe")
        for id_, name in (("rosa", "Rosa Quill"), ("finn", "Finn O’Dare – “Finny”")):
            people.add_person(unit, Person(id=id_, name=name, joined=date(2026, 1, 5), photo=f"{id_}.png"))
        enterprise.give_role(unit, "rosa", "steward")
        people.add_skill(unit, "finn", "kitchen", "Bakes — very well\n100 %")
        people.award(unit, "finn", "food_hygiene", date(2026, 1, 5), date(2028, 1, 5), "Us")
        placements.add_placement(
            unit,
            Placement(
                id="work",
                person="finn",
                business=cafe.id,
                kind=PlacementType.VOLUNTEERING,
                first_day=date(2026, 1, 5),
                agreed_minutes=600,
            ),
        )
    house.file_paper(Actor.keyboard(), "letter.pdf", b"%PDF for Finn", ["finn"])
    (house.home / "photos").mkdir()
    (house.home / "photos" / "finn.png").write_bytes(bytes(range(256)) * 3000)
    (house.home / "photos" / "rosa.png").write_bytes(b"")


@pytest.fixture
def key():
    return new_key()


@pytest.fixture
def house(engine_name, databases, home, key):
    """A filled enterprise on each database, closed afterwards."""
    address = databases.fresh(engine_name, all_lines())
    write_settings(home, database="" if engine_name == "sqlite" else address)
    if engine_name == "sqlite":
        shutil.move(address.removeprefix("sqlite:///"), home / "alongside.db")
    opened = open_house(home, core_parts(), find_plugins())
    fill(opened)
    keep_key(home, SealingKey(name=key.name, public=key.public, made=date(2026, 11, 23)))
    yield opened
    opened.close()


@pytest.fixture
def lite(databases, home, key):
    """A filled enterprise in its folder alone, for what no database has a part in."""
    write_settings(home)
    shutil.move(databases.fresh("sqlite", all_lines()).removeprefix("sqlite:///"), home / "alongside.db")
    opened = open_house(home, core_parts(), find_plugins())
    fill(opened)
    keep_key(home, SealingKey(name=key.name, public=key.public, made=date(2026, 11, 23)))
    yield opened
    opened.close()
