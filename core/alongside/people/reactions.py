"""What people does when something happens: it hands over a person's own record when she asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from alongside.people import offers
from alongside.plugin import hook

if TYPE_CHECKING:
    from alongside.store import Unit


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over her row, her skills and her certificates."""
    return {
        "person": attrs.asdict(offers.present(unit, person)),
        "skills": [attrs.asdict(skill) for skill in offers.full_skills_of(unit, [person])[person]],
        "certificates": [attrs.asdict(one) for one in offers.certificates_of(unit, [person])[person]],
    }
