"""People, their skills and certificates: what the part lends to plugins inside their unit."""

from alongside.people.certificate import Certificate, newest_of_each_kind
from alongside.people.contact import callable_at
from alongside.people.face import Face
from alongside.people.next_course import NextCourse
from alongside.people.offers import (
    A_MEMBER,
    add_person,
    add_skill,
    award,
    certificate,
    certificates_of,
    everybody,
    face_of,
    faces_of,
    find,
    find_person,
    full_skills_of,
    lapsing,
    names_of,
    next_course,
    numbers_of,
    person,
    remove_skills,
    revoke,
    skills_of,
    supporters_of,
)
from alongside.people.person import Person
from alongside.people.skill import Skill

__all__ = [
    "A_MEMBER",
    "Certificate",
    "Face",
    "NextCourse",
    "Person",
    "Skill",
    "add_person",
    "add_skill",
    "award",
    "callable_at",
    "certificate",
    "certificates_of",
    "everybody",
    "face_of",
    "faces_of",
    "find",
    "find_person",
    "full_skills_of",
    "lapsing",
    "names_of",
    "newest_of_each_kind",
    "next_course",
    "numbers_of",
    "person",
    "remove_skills",
    "revoke",
    "skills_of",
    "supporters_of",
]
