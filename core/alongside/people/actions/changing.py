"""Changing what is on record of people: adding somebody, and what each chooses for herself."""

from __future__ import annotations

from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.people import offers
from alongside.people.contact import callable_at, reachable_by
from alongside.people.person import Format, Person
from alongside.people.tables import PEOPLE
from alongside.refusal import BadInput, worded
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


def change_own_choices(unit: Unit, person: str, *, preferred_format: Format, picture: str | None) -> Person:
    """Change how a person wants to be told things; everybody may for herself."""
    unit.need("people.change", own=person)
    found = offers.present(unit, person)
    return unit.change(PEOPLE, found, preferred_format=preferred_format, picture=picture)


def look_at_contact(unit: Unit, person: str) -> Person:
    """Look at how a person is reached and when she was born: anybody at herself; of others it is noted."""
    unit.need("people.change", own=person)
    found = offers.present(unit, person)
    if unit.actor.id != person:
        unit.note_reading(PEOPLE, found, "date_of_birth", "email", "phone")
    return found


def may_change_birthday(unit: Unit, person: Person) -> bool:
    """True for whoever may change records, and for the person herself while none is known.

    What somebody must be paid and when she may work hang on it, so nobody changes it alone once it stands.
    """
    return unit.may("people.change") or (person.date_of_birth is None and unit.actor.id == person.id)


def change_contact(
    unit: Unit,
    person: str,
    *,
    email: str | None,
    phone: str | None,
    date_of_birth: date | None,
    rung_for_shifts: bool | None = None,
) -> Person:
    """Change how a person is reached, and her birthday where it may be changed; everybody may for herself.

    Whether who plans her work may ring her (``rung_for_shifts``, None: as it was) she alone says. A link to come
    in by is mailed there, so nobody changes it while she is helped.

    Raises:
        NotWithAHelper: where somebody has come in with her.
        BadInput: for an address or a number that cannot be, or a birthday that may not be changed.
    """
    unit.need_alone()
    unit.need("people.change", own=person)
    found = offers.present(unit, person)
    if date_of_birth != found.date_of_birth and not may_change_birthday(unit, found):
        raise BadInput(
            worded("people", "Your birthday is on record already. Is it wrong? Ask a steward to put it right.")
        )
    own = unit.actor.id == person and rung_for_shifts is not None
    return unit.change(
        PEOPLE,
        found,
        email=reachable_by(email),
        phone=callable_at(phone),
        date_of_birth=date_of_birth,
        rung_for_shifts=bool(rung_for_shifts) if own else found.rung_for_shifts,
    )
