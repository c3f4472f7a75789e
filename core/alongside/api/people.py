"""People, their skills and certificates: what the part lends to plugins inside their unit."""

from alongside.people.certificate import Certificate
from alongside.people.offers import (
    A_MEMBER,
    add_person,
    add_skill,
    award,
    certificates_of,
    everybody,
    find,
    find_person,
    full_skills_of,
    names_of,
    person,
    skills_of,
)
from alongside.people.person import Person
from alongside.people.skill import Skill

__all__ = [
    "A_MEMBER",
    "Certificate",
    "Person",
    "Skill",
    "add_person",
    "add_skill",
    "award",
    "certificates_of",
    "everybody",
    "find",
    "find_person",
    "full_skills_of",
    "names_of",
    "person",
    "skills_of",
]
