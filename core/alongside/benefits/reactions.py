"""What benefits do when a person is erased, or asks for what is held of her."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alongside.benefits import offers
from alongside.benefits.kept_words import WORDS
from alongside.display import Said
from alongside.plugin import hook
from alongside.store import Unit


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Take out what she had chosen."""
    offers.forget_choice(unit, person)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over what she has chosen, to herself alone.

    Whoever else makes the export, the words are the same for everybody, whether something is kept or not.
    """
    if unit.actor.id != person or unit.actor.helper is not None:
        return {"only_for_her": "What somebody keeps for herself alone is handed to nobody else."}
    chosen = offers.choice_of(unit, person)
    if chosen is None:
        return {"only_for_her": None}
    facts = {
        "numbers_to_see": [one.value for one in chosen.asks],
        "most_minutes_a_week": chosen.most_minutes,
        "a_helper_may_see_it": chosen.with_helper,
    }
    return {"only_for_her": facts}


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
