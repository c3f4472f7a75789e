"""Changing what is on record of people: adding somebody, and what each chooses for herself."""

from __future__ import annotations

from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.people import offers
from alongside.people.person import Format, Person
from alongside.people.tables import PEOPLE
from alongside.store import Unit


def add_person(
    unit: Unit,
    name: str,
    *,
    date_of_birth: date | None = None,
    email: str | None = None,
    phone: str | None = None,
    preferred_format: Format = Format.SCREEN,
    edition: str = "en",
) -> Person:
    """Put a person on record, by the name they use; they join today."""
    unit.need("people.change")
    new = Person(
        id=unit.new_id(),
        name=name.strip(),
        date_of_birth=date_of_birth,
        email=email,
        phone=phone,
        preferred_format=preferred_format,
        edition=edition,
        joined=enterprise.today(unit),
    )
    return offers.add_person(unit, new)


def change_own_choices(
    unit: Unit, person: str, *, preferred_format: Format, edition: str, picture: str | None
) -> Person:
    """Change how a person wants to be told things; everybody may for herself."""
    unit.need("people.change", own=person)
    found = offers.present(unit, person)
    return unit.change(PEOPLE, found, preferred_format=preferred_format, edition=edition, picture=picture)
