"""A profile: a person as her own page shows her."""

from __future__ import annotations

import attrs

from alongside.people.certificate import Certificate
from alongside.people.face import Face
from alongside.people.person import Person
from alongside.people.skill import Skill


@attrs.frozen(kw_only=True)
class HeldRole:
    """A role that a person holds, by its name; name and short name of its business (None: everywhere)."""

    role: str
    business: str | None
    slug: str | None = None


@attrs.frozen(kw_only=True)
class Profile:
    """A person with what she can do, what she has been given, and the roles she holds today.

    ``supporters`` are the faces of those she has chosen, ``supports`` of those who have chosen her: empty where
    it is not for the eyes of whoever looks.
    """

    person: Person
    skills: tuple[Skill, ...]
    certificates: tuple[Certificate, ...]
    roles: tuple[HeldRole, ...]
    supporters: tuple[Face, ...] = ()
    supports: tuple[Face, ...] = ()
