"""What the enterprise does when something happens: it hands over a person's roles when she asks for her record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from alongside.display import Said
from alongside.enterprise import offers
from alongside.enterprise.kept_words import WORDS
from alongside.plugin import hook

if TYPE_CHECKING:
    from typing import Any

    from alongside.store import Unit


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over her roles."""
    held = offers.roles_of(unit, person)
    return {"roles": [{"role": one.role.value, "since": one.first_day.isoformat()} for one in held]}


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
