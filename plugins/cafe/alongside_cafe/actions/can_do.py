"""What people can do, as the rota asks for it: their skills, and their certificates with both ends."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from alongside.api import people
from alongside.api.store import Unit

from ..worker import Held


def can_do(unit: Unit, ids: Collection[str]) -> Mapping[str, tuple[Held, ...]]:
    """Return what some people can do: whether a certificate holds is asked on the day of each shift."""
    skills, certificates = people.skills_of(unit, ids), people.certificates_of(unit, ids)
    return {
        who: (
            *(Held(key) for key in sorted(skills[who])),
            *(Held(one.kind, one.until, one.first_day) for one in certificates[who]),
        )
        for who in ids
    }
