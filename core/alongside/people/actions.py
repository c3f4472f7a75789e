"""What people do with people: look, add, choose for oneself, note skills, award, erase."""

from __future__ import annotations

from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.people import offers
from alongside.people.certificate import Certificate
from alongside.people.erasure import Erasure
from alongside.people.kept import Kept
from alongside.people.looked_up import LookedUp
from alongside.people.person import Format, Person
from alongside.people.profile import HeldRole, Profile
from alongside.people.skill import Skill
from alongside.people.tables import PEOPLE
from alongside.refusal import BadInput, NotFound
from alongside.store import ActorKind, Unit


def look_at_everybody(unit: Unit) -> list[tuple[Person, tuple[Skill, ...]]]:
    """Look at everybody, by name, with what each can do."""
    unit.need("people.see")
    everybody = offers.everybody(unit)
    skills = offers.full_skills_of(unit, [one.id for one in everybody])
    return [(one, skills[one.id]) for one in everybody]


def look_at_person(unit: Unit, person: str) -> Profile:
    """Look at one person: anybody at herself, others by permission.

    Raises:
        NotFound: where there is no such person, or she was erased.
    """
    unit.need("people.see", own=person)
    found = offers.present(unit, person)
    places = enterprise.all_businesses(unit)
    names, slugs = {one.id: one.name for one in places}, {one.id: one.slug for one in places}
    return Profile(
        person=found,
        skills=offers.full_skills_of(unit, [person])[person],
        certificates=offers.certificates_of(unit, [person])[person],
        roles=tuple(
            HeldRole(
                role=one.role.value, business=names.get(one.business or ""), slug=slugs.get(one.business or "")
            )
            for one in enterprise.roles_of(unit, person)
        ),
    )


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


def add_skill(unit: Unit, person: str, key: str, words: str) -> Skill:
    """Note what a person does well, and who said so. Rotas ask for it, so nobody does this for herself alone."""
    unit.need("people.skills")
    offers.present(unit, person)
    said_by = unit.actor.id if unit.actor.kind is ActorKind.PERSON else None
    return offers.add_skill(unit, person, key, words, said_by=said_by)


def remove_skill(unit: Unit, person: str, key: str) -> None:
    """Take out what a person does no longer.

    Raises:
        NotFound: where it is not on record.
    """
    unit.need("people.skills")
    offers.present(unit, person)
    if not offers.remove_skills(unit, person, [key]):
        raise NotFound("skill of this person", key)


def skills_to_offer(unit: Unit) -> tuple[str, ...]:
    """Return the keys that plans ask for, to be offered where a skill is noted."""
    unit.need("people.skills")
    return tuple(sorted({key for _part, keys in unit.collect("skills_wanted") for key in keys}))


def award(
    unit: Unit,
    person: str,
    kind: str,
    *,
    last_day: date | None = None,
    by: str = "",
    title: str = "",
    refresh_due: date | None = None,
) -> Certificate:
    """Give a person a certificate that holds from today."""
    unit.need("people.change")
    offers.present(unit, person)
    day = enterprise.today(unit)
    return offers.award(unit, person, kind, day, last_day, by or "people", title=title, refresh_due=refresh_due)


def revoke(unit: Unit, serial: str, because: str) -> Certificate:
    """Take a certificate back from today on, with the reason.

    Raises:
        NotFound: where no certificate has this serial.
    """
    unit.need("people.change")
    found = offers.certificate_by_serial(unit, serial)
    if found is None:
        raise NotFound("certificate with the serial", serial, "It stands on the certificate, such as 7K2M-Q9XT.")
    return offers.revoke(unit, found.id, because)


def look_up_certificate(unit: Unit, serial: str) -> LookedUp | None:
    """Look up a certificate by what stands on it, as everybody may who holds it in her hands; None if unknown."""
    found = offers.certificate_by_serial(unit, serial)
    if found is None:
        return None
    return LookedUp(found, offers.names_of(unit, [found.person])[found.person], enterprise.today(unit))


def what_is_kept(unit: Unit, person: str) -> tuple[tuple[str, Kept], ...]:
    """Look at what the law makes us keep of a person, with the part that keeps it."""
    unit.need("people.erase", own=person)
    answers = unit.collect("person_kept", person=person)
    return tuple((part, kept) for part, answer in answers for kept in answer)


def erase(unit: Unit, person: str) -> Erasure:
    """Erase a person: everybody forgets her, her row stays nameless so that others may refer to it.

    A plugin whose tables are here and that was not there to be told gets a duty, which it does when it comes back.

    Raises:
        BadInput: for the last steward.
    """
    unit.need("people.erase")
    # Held first: what others are writing of her at this moment is waited for, and then seen and taken out too.
    unit.lock(PEOPLE, [person])
    leaving = offers.present(unit, person)
    if enterprise.people_with(unit, "steward") == [person]:
        found = f"{leaving.name} is the last steward, so nobody could look after Alongside"
        raise BadInput(found, remedy="Make somebody else a steward first.")
    kept = what_is_kept(unit, person)
    waiting = _told(unit, person)
    papers = enterprise.mark_papers(unit, person)
    enterprise.remove_roles(unit, person)
    offers.remove_all_of(unit, person)
    offers.blank_person(unit, leaving)
    unit.named.discard(person)
    # Last, since everything above has left its own words in the trail.
    unit.forget(person)
    mentioned = unit.mentions(leaving.name, person)
    return Erasure(
        person=person,
        kept=kept,
        papers=tuple(papers),
        photo=leaving.photo,
        waiting=waiting,
        mentioned=mentioned,
    )


def _told(unit: Unit, person: str) -> tuple[str, ...]:
    told = set(unit.tell("person_erased", person=person))
    absent = tuple(row.name for row in enterprise.plugins(unit) if row.name not in told)
    for plugin in absent:
        enterprise.add_duty(unit, plugin, "person_erased", person)
    return absent
