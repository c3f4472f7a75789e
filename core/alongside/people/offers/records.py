"""The records of people: who there is, by which name, and what is left of somebody who was erased."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from alongside.enterprise import offers as enterprise
from alongside.people.naming import best_match
from alongside.people.person import Person, blank
from alongside.people.tables import CERTIFICATES, PEOPLE, SKILLS, SUPPORTER, SUPPORTERS
from alongside.refusal import NotFound, SomebodyWasFaster
from alongside.store import Unit

A_MEMBER = "a member"
"""What an erased person is called."""


def find(unit: Unit, person: str) -> Person | None:
    """Return the person with this id, or None where there is none or she has been erased."""
    table = PEOPLE.table
    found = next(iter(unit.find(PEOPLE, table.c.id == person, table.c.erased_on.is_(None))), None)
    if found is not None:
        unit.named.add(found.id)
    return found


def person(unit: Unit, id: str) -> Person:  # noqa: A002 - what the column is called
    """Return a person by id, an erased one as the nameless row that is left.

    Raises:
        NotFound: where no person ever had this id.
    """
    found = unit.get(PEOPLE, id)
    if found.erased_on is None:
        unit.named.add(found.id)
    return found


def present(unit: Unit, person: str) -> Person:
    """Return the person with this id who has not been erased.

    Raises:
        NotFound: where there is none.
    """
    found = find(unit, person)
    if found is None:
        raise NotFound("person", person)
    return found


def find_person(unit: Unit, text: str) -> Person:
    """Return the person meant by an id, a whole name or the beginning of one name alone.

    Raises:
        NotFound: where nobody fits.
        BadInput: where several do, naming up to five of them.
    """
    return best_match(everybody(unit), text)


def names_of(unit: Unit, ids: Iterable[str]) -> dict[str, str]:
    """Return the names people use, by id; an erased person is “a member”. One query, however many."""
    wanted = sorted(set(ids))
    found = unit.find(PEOPLE, PEOPLE.table.c.id.in_(wanted)) if wanted else []
    unit.named.update(one.id for one in found if one.erased_on is None)
    return {one.id: A_MEMBER if one.erased_on else one.name for one in found}


def by_ids(unit: Unit, ids: Iterable[str]) -> dict[str, Person]:
    """Return those of the people who have not been erased, by id. One query, however many.

    Who has been read in this unit is not asked for again: the tiles of a page tell of the same few.
    """
    wanted, table = set(ids), PEOPLE.table
    nobody: dict[str, Person | None] = {}
    known = unit.once("people.by_ids", lambda: nobody)
    new = sorted(wanted - known.keys())
    found = unit.find(PEOPLE, table.c.id.in_(new), table.c.erased_on.is_(None)) if new else []
    known.update(dict.fromkeys(new), **{one.id: one for one in found})
    there = {one.id: one for one in map(known.get, sorted(wanted)) if one is not None}
    unit.named.update(there)
    return there


def numbers_of(unit: Unit, ids: Iterable[str]) -> dict[str, str]:
    """Return the numbers of those who said that they may be rung when a shift is free, by id."""
    agreed = {who: one for who, one in by_ids(unit, ids).items() if one.rung_for_shifts}
    return {who: one.phone for who, one in agreed.items() if one.phone}


def let_ring(unit: Unit, person: str, *, may: bool) -> Person:
    """Note whether who plans a person's work may see her number and ring when a shift is free, as she said."""
    found = present(unit, person)
    return found if found.rung_for_shifts == may else unit.change(PEOPLE, found, rung_for_shifts=may)


def with_email(unit: Unit, address: str) -> list[Person]:
    """Return everybody of an e-mail address, written in whichever case; a family may share one."""
    wanted = address.strip().casefold()
    return [one for one in everybody(unit) if wanted and (one.email or "").casefold() == wanted]


def called(unit: Unit, name: str) -> list[Person]:
    """Return everybody who uses exactly this name, written in whichever case."""
    wanted = " ".join(name.split()).casefold()
    return [one for one in everybody(unit) if wanted and one.name.casefold() == wanted]


def everybody(unit: Unit) -> list[Person]:
    """Return all people who have not been erased, by name."""
    found = for_counting(unit)
    unit.named.update(one.id for one in found)
    # Sorted here: databases order names in ways of their own, and the same data must give the same papers.
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def must_all_be_here(unit: Unit, ids: Iterable[str]) -> None:
    """Refuse if one of the people has been erased; from now until the unit ends, none can be.

    Raises:
        SomebodyWasFaster: where somebody erased one of them after she was read.
    """
    wanted = sorted(set(ids))
    unit.lock(PEOPLE, wanted)
    table = PEOPLE.table
    if wanted and unit.find(PEOPLE, table.c.id.in_(wanted), table.c.erased_on.is_not(None)):
        raise SomebodyWasFaster("record of people")


def for_counting(unit: Unit) -> list[Person]:
    """Return all people who have not been erased, to be counted: whoever asks puts no name on a paper."""
    there = PEOPLE.table.c.erased_on.is_(None)
    return list(unit.once("people.everybody", lambda: tuple(unit.find(PEOPLE, there))))


def add_person(unit: Unit, new: Person) -> Person:
    """Put a person on record."""
    return unit.add(PEOPLE, new)


def fill_in(unit: Unit, filled: Person, new: Person) -> Person:
    """Put what ``new`` says of a person in the place of what little was on record; what it lacks stays."""
    return unit.change(
        PEOPLE,
        filled,
        date_of_birth=new.date_of_birth,
        email=new.email or filled.email,
        phone=new.phone or filled.phone,
        preferred_format=new.preferred_format,
        edition=new.edition,
        joined=min(new.joined, filled.joined),
    )


def blank_person(unit: Unit, leaving: Person) -> Person:
    """Take everything personal out of an erased person's row."""
    left = blank(leaving, enterprise.today(unit))
    kept_back = {"id", "version"}
    changes = {
        field.name: getattr(left, field.name) for field in attrs.fields(Person) if field.name not in kept_back
    }
    return unit.change(PEOPLE, leaving, **changes)


def remove_all_of(unit: Unit, person: str) -> None:
    """Take a person's skills, certificates and supporters out of the record, and her from those of others."""
    for skill in unit.find(SKILLS, SKILLS.table.c.person == person):
        unit.remove(SKILLS, skill)
    for certificate in unit.find(CERTIFICATES, CERTIFICATES.table.c.person == person):
        unit.remove(CERTIFICATES, certificate)
    for choice in unit.find(SUPPORTERS, (SUPPORTER.c.person == person) | (SUPPORTER.c.supporter == person)):
        unit.remove(SUPPORTERS, choice)
