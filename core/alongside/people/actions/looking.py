"""Looking at people: at everybody, at one of them, and at a certificate that somebody holds in her hands."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.people import offers
from alongside.people.face import Face
from alongside.people.looked_up import LookedUp
from alongside.people.person import Person
from alongside.people.profile import HeldRole, Profile
from alongside.people.skill import Skill
from alongside.store import Unit


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
    supporters, supports = _supported(unit, person)
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
        supporters=supporters,
        supports=supports,
    )


def _supported(unit: Unit, person: str) -> tuple[tuple[Face, ...], tuple[Face, ...]]:
    """Who supports whom is for the eyes of the person herself, and of whoever may change records."""
    if not unit.may("people.change", own=person):
        return (), ()
    hers, by_her = offers.supporters_of(unit, person), offers.supported_by(unit, person)
    faces = offers.faces_of(unit, {*hers, *by_her})
    return tuple(faces[one] for one in hers if one in faces), tuple(faces[one] for one in by_her if one in faces)


def look_at_own_record(unit: Unit, person: str) -> Person:
    """Look at a person whose choices are to be changed: anybody at herself, others by permission."""
    unit.need("people.change", own=person)
    return offers.present(unit, person)


def look_up_certificate(unit: Unit, serial: str) -> LookedUp | None:
    """Look up a certificate by what stands on it, as everybody may who holds it in her hands; None if unknown."""
    found = offers.certificate_by_serial(unit, serial)
    if found is None:
        return None
    return LookedUp(found, offers.names_of(unit, [found.person])[found.person], enterprise.today(unit))


def skills_to_offer(unit: Unit) -> tuple[str, ...]:
    """Return the keys that plans ask for, to be offered where a skill is noted."""
    unit.need("people.skills")
    return tuple(sorted({key for _part, keys in unit.collect("skills_wanted") for key in keys}))
