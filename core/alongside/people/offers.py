"""What people lends to other parts inside their unit. The caller was checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

import attrs

from alongside.enterprise import offers as enterprise
from alongside.people.certificate import Certificate, newest_of_each_kind, serial_of, serial_typed, title_of
from alongside.people.naming import best_match
from alongside.people.next_course import NextCourse
from alongside.people.person import Person, blank
from alongside.people.skill import Skill
from alongside.people.tables import CERTIFICATES, PEOPLE, SKILLS
from alongside.refusal import BadInput, NotFound, SomebodyWasFaster
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
    """Return those of the people who have not been erased, by id. One query, however many."""
    wanted, table = sorted(set(ids)), PEOPLE.table
    found = unit.find(PEOPLE, table.c.id.in_(wanted), table.c.erased_on.is_(None)) if wanted else []
    unit.named.update(one.id for one in found)
    return {one.id: one for one in found}


def everybody(unit: Unit) -> list[Person]:
    """Return all people who have not been erased, by name."""
    table = PEOPLE.table
    found = unit.find(PEOPLE, table.c.erased_on.is_(None))
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
    return unit.find(PEOPLE, PEOPLE.table.c.erased_on.is_(None))


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


def skills_of(unit: Unit, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the keys of skills for each of the people, empty for those who have none noted."""
    return {one: frozenset(skill.key for skill in skills) for one, skills in full_skills_of(unit, ids).items()}


def full_skills_of(unit: Unit, ids: Iterable[str]) -> dict[str, tuple[Skill, ...]]:
    """Return the skills of each of the people with their words, in the order of their keys."""
    wanted = sorted(set(ids))
    table = SKILLS.table
    found: dict[str, list[Skill]] = defaultdict(list)
    for skill in unit.find(SKILLS, table.c.person.in_(wanted), order=(table.c.key,)):
        found[skill.person].append(skill)
    return {one: tuple(found[one]) for one in wanted}


def add_skill(
    unit: Unit, person: str, key: str, words: str, *, said_by: str | None = None, since: date | None = None
) -> Skill:
    """Note what a person can do; words for a key that is there already replace the old ones."""
    day = since or enterprise.today(unit)
    for old in unit.find(SKILLS, SKILLS.table.c.person == person, SKILLS.table.c.key == key):
        return unit.change(SKILLS, old, words=words, said_by=said_by, since=day)
    new = Skill(id=unit.new_id(), person=person, key=key, words=words, said_by=said_by, since=day)
    return unit.add(SKILLS, new)


def remove_skills(unit: Unit, person: str, keys: Collection[str]) -> int:
    """Take what a person no longer does out of the record; return how much there was."""
    gone = unit.find(SKILLS, SKILLS.table.c.person == person, SKILLS.table.c.key.in_(sorted(keys)))
    for skill in gone:
        unit.remove(SKILLS, skill)
    return len(gone)


def certificates_of(unit: Unit, ids: Iterable[str]) -> dict[str, tuple[Certificate, ...]]:
    """Return the certificates of each of the people, also those that have run out, in the order of their days."""
    wanted = sorted(set(ids))
    table = CERTIFICATES.table
    order = (table.c.first_day, table.c.kind, table.c.id)
    found: dict[str, list[Certificate]] = defaultdict(list)
    for certificate in unit.find(CERTIFICATES, table.c.person.in_(wanted), order=order):
        found[certificate.person].append(certificate)
    return {one: tuple(found[one]) for one in wanted}


def certificate(unit: Unit, id: str) -> Certificate:  # noqa: A002 - what the column is called
    """Return a certificate by its id."""
    return unit.get(CERTIFICATES, id)


def certificate_by_serial(unit: Unit, text: str) -> Certificate | None:
    """Return the certificate with a serial, however it was typed; None where there is none."""
    return next(iter(unit.find(CERTIFICATES, CERTIFICATES.table.c.serial == serial_typed(text))), None)


def award(
    unit: Unit,
    person: str,
    kind: str,
    first_day: date,
    last_day: date | None,
    by: str,
    *,
    title: str = "",
    refresh_due: date | None = None,
) -> Certificate:
    """Give a person a certificate and let everybody react to it; ``by`` is a part, a plugin or a name.

    One that she had before stays as it is: renewing is giving a new one.
    """
    id = unit.new_id()  # noqa: A001 - what the column is called
    new = Certificate(
        id=id,
        person=person,
        kind=kind,
        title=title or title_of(kind),
        first_day=first_day,
        last_day=last_day,
        awarded_by=by,
        serial=serial_of(id),
        refresh_due=refresh_due,
    )
    unit.add(CERTIFICATES, new)
    unit.tell("certificate_issued", certificate=new)
    return new


def revoke(unit: Unit, id: str, because: str) -> Certificate:  # noqa: A002 - what the column is called
    """Take a certificate back from today on, and let everybody react to it; it stays on record with the reason.

    Raises:
        BadInput: without a reason, or where it was revoked before.
    """
    given = certificate(unit, id)
    if given.revoked_on is not None:
        raise BadInput(f"this certificate was revoked on {given.revoked_on} already")
    changed = unit.change(CERTIFICATES, given, revoked_on=enterprise.today(unit), revoked_because=because.strip())
    unit.tell("certificate_revoked", certificate=changed)
    return changed


def lapsing(unit: Unit, until: date) -> list[Certificate]:
    """Return the certificates that hold today and will have run out by the end of ``until``, the soonest first.

    One that a newer of its kind outlasts is not among them.
    """
    table, day = CERTIFICATES.table, enterprise.today(unit)
    ending = unit.find(CERTIFICATES, table.c.last_day.between(day, until), table.c.revoked_on.is_(None))
    held = certificates_of(unit, {one.person for one in ending})
    newest = {one.id for hers in held.values() for one in newest_of_each_kind(hers)}
    found = [one for one in ending if one.id in newest and one.holds(day)]
    return sorted(found, key=lambda one: (one.last_day or day, one.id))


def tell_lapses(unit: Unit, day: date) -> int:
    """Tell everybody of each certificate whose last day is over and of which nobody was told; return how many."""
    table = CERTIFICATES.table
    over = (table.c.last_day < day, table.c.lapse_told.is_(None), table.c.revoked_on.is_(None))
    lapsed = unit.find(CERTIFICATES, *over, order=(table.c.last_day, table.c.id))
    for one in lapsed:
        # Marked first, so that a reaction that looks again finds it told.
        unit.tell("certificate_lapsed", certificate=unit.change(CERTIFICATES, one, lapse_told=day))
    return len(lapsed)


def to_be_refreshed(unit: Unit, day: date) -> list[Certificate]:
    """Return the certificates of which their holders should be reminded by the day; renewed ones are left out."""
    table = CERTIFICATES.table
    ends = (table.c.last_day.is_not(None) | table.c.refresh_due.is_not(None), table.c.revoked_on.is_(None))
    known = unit.find(CERTIFICATES, *ends)
    held = certificates_of(unit, {one.person for one in known})
    newest = {one.id for hers in held.values() for one in newest_of_each_kind(hers)}
    due = [one for one in known if one.id in newest and one.holds(day)]
    return [one for one in due if one.reminder_day is not None and one.reminder_day <= day]


def next_course(unit: Unit, kind: str) -> NextCourse | None:
    """Return the next course that gives certificates of a kind, the earliest that anybody offers."""
    answers: list[NextCourse] = [answer for _, answer in unit.collect("next_course", kind=kind)]
    return min(answers, key=lambda one: (one.first_day, one.path), default=None)


def remove_all_of(unit: Unit, person: str) -> None:
    """Take a person's skills and certificates out of the record."""
    for skill in unit.find(SKILLS, SKILLS.table.c.person == person):
        unit.remove(SKILLS, skill)
    for certificate in unit.find(CERTIFICATES, CERTIFICATES.table.c.person == person):
        unit.remove(CERTIFICATES, certificate)


def blank_person(unit: Unit, leaving: Person) -> Person:
    """Take everything personal out of an erased person's row."""
    left = blank(leaving, enterprise.today(unit))
    kept_back = {"id", "version"}
    changes = {
        field.name: getattr(left, field.name) for field in attrs.fields(Person) if field.name not in kept_back
    }
    return unit.change(PEOPLE, leaving, **changes)
