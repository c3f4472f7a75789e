"""What the diary does when a person is erased or asks for what is held of her, and when a day begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from alongside.diary import offers
from alongside.diary.actions import feeding
from alongside.diary.kept_words import WORDS
from alongside.display import Said
from alongside.plugin import hook
from alongside.store import Unit


@hook
def daily_round(unit: Unit) -> None:
    """Clear holds away that have run out; they keep nobody out before that either."""
    offers.let_go_run_out(unit)


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Give back the time she would have come, and empty the words of all her claims.

    Past claims stay: they are the record of hours, and hold no name.
    """
    offers.forget(unit, person)
    feeding.forget_feed(unit, person)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over every claim there ever was on her time."""
    made = feeding.address_made(unit, person)
    return {
        "claims": [attrs.asdict(one) for one in offers.every_claim(unit, person)],
        "calendar_address_made": str(made) if made else None,
    }


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
