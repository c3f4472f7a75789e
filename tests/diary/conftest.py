"""A room and a person of one enterprise, whose time can be claimed, on each database."""

from datetime import date

import pytest

from alongside.diary import offers
from alongside.diary.resource import ResourceKind
from alongside.people import offers as people
from alongside.people.person import Person


@pytest.fixture
def room(store, keyboard):
    """The id of a room that everybody shares."""
    with store.unit(keyboard) as unit:
        return offers.add_resource(unit, "Blue Room", ResourceKind.ROOM).id


@pytest.fixture
def rosa(store, keyboard):
    """The id of a person."""
    with store.unit(keyboard) as unit:
        people.add_person(unit, Person(id="rosa", name="Rosa", joined=date(2026, 1, 5)))
        return offers.ensure_person(unit, "rosa").id
