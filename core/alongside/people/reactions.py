"""What people does when something happens: a new day has begun, or somebody asks for her own record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from alongside.people import offers, reminding
from alongside.plugin import hook

if TYPE_CHECKING:
    from alongside.store import Unit


@hook
def daily_round(unit: Unit, day: date) -> None:
    """Tell of certificates that have run out, and remind those whose refresh is due; each of them once."""
    offers.tell_lapses(unit, day)
    for one in offers.to_be_refreshed(unit, day):
        reminding.remind(unit, one)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over her row, her skills and her certificates."""
    return {
        "person": attrs.asdict(offers.present(unit, person)),
        "skills": [attrs.asdict(skill) for skill in offers.full_skills_of(unit, [person])[person]],
        "certificates": [attrs.asdict(one) for one in offers.certificates_of(unit, [person])[person]],
    }
