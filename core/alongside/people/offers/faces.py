"""Faces: how people are shown, their photos among them where they agreed to it."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.people.face import Face
from alongside.people.offers.records import by_ids, present
from alongside.people.person import Person
from alongside.people.tables import PEOPLE
from alongside.photos.photo import address_of
from alongside.store import Unit


def face_of(person: Person) -> Face:
    """Return how a person who was read is shown."""
    shown = person.shown_photo
    return Face(person.id, person.name, address_of(shown) if shown else None, person.picture)


def faces_of(unit: Unit, ids: Iterable[str]) -> dict[str, Face]:
    """Return the faces of those of the people who have not been erased, by id. One query, however many."""
    return {one.id: face_of(one) for one in by_ids(unit, ids).values()}


def photo_is_shown(unit: Unit, name: str) -> bool:
    """True if the photo of that name is somebody's who agreed to have it shown."""
    table = PEOPLE.table
    shown = (table.c.photo == name, table.c.photo_consent.is_(True), table.c.erased_on.is_(None))
    return bool(unit.find(PEOPLE, *shown))


def photos_named(unit: Unit) -> frozenset[str]:
    """Return the names of all photos that stand in a record."""
    return frozenset(one.photo for one in unit.find(PEOPLE, PEOPLE.table.c.photo.is_not(None)) if one.photo)


def show_photo(unit: Unit, person: str, name: str) -> str | None:
    """Show a person by this photo, as she agreed; return the name of the one it replaces."""
    found = present(unit, person)
    unit.change(PEOPLE, found, photo=name, photo_consent=True)
    return found.photo


def take_photo_away(unit: Unit, person: str) -> str | None:
    """Show a person by no photo any more: it and her consent leave the record; return its name."""
    found = present(unit, person)
    if found.photo or found.photo_consent:
        unit.change(PEOPLE, found, photo=None, photo_consent=False)
    return found.photo
