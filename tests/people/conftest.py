"""A small enterprise: a steward, and Rosa, whose every personal thing is on record."""

from datetime import date

import attrs
import pytest

from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.people.person import Format, Person

PERMISSIONS = {"enterprise": ("see", "change"), "people": ("see", "change", "erase", "skills")}
JOINED = date(2024, 9, 2)


@attrs.frozen
class Hall:
    """Who and what there is."""

    store: object
    steward: str
    rosa: str
    cafe: str


@pytest.fixture
def hall(store, keyboard):
    store.rights = lambda unit: enterprise.rights_of(unit, PERMISSIONS)
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline Together")
        cafe = enterprise.add_business(unit, "Tideline Café", "cafe", opened=JOINED)
        nia = people.add_person(unit, Person(id=unit.new_id(), name="Nia Castell", joined=JOINED))
        rosa = people.add_person(
            unit,
            Person(
                id=unit.new_id(),
                name="Rosalind Quillfeather",
                date_of_birth=date(1979, 11, 2),
                email="rosalind@quill.example",
                phone="01632 960101",
                preferred_format=Format.LETTER,
                photo="quillfeather.png",
                picture="guitar",
                joined=JOINED,
            ),
        )
        enterprise.give_role(unit, nia.id, "steward", first_day=JOINED)
        enterprise.give_role(unit, rosa.id, "member", first_day=JOINED)
        people.add_skill(unit, rosa.id, "kitchen", "Bakes like her aunt Quillfeather", said_by=nia.id)
        people.award(unit, rosa.id, "food_hygiene", JOINED, date(2027, 9, 1), "training")
    return Hall(store, nia.id, rosa.id, cafe.id)
