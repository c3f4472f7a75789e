"""What volunteering does when a person is erased, or asks for what is held of her."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from alongside.display import Said
from alongside.people.kept import Kept
from alongside.placements.hours import calendar_month
from alongside.placements.placement import Placement
from alongside.plugin import hook
from alongside.store import Unit
from alongside.volunteering import offers
from alongside.volunteering.expense import State, looks_flat
from alongside.volunteering.kept import kept_of
from alongside.volunteering.kept_words import WORDS


@hook
def beyond_expenses(unit: Unit, placement: Placement) -> bool:
    """Say whether somebody should ask: the same amount comes so regularly that it may be no real cost."""
    asked = [one for one in offers.expenses_of(unit, placement.person) if one.placement == placement.id]
    return any(looks_flat(one, asked) for one in asked if one.state is not State.DECLINED)


@hook
def person_kept(unit: Unit, person: str) -> tuple[Kept, ...]:
    """Name what was paid back to a person: the amounts stay after erasing, for the years of the rule."""
    paid = {calendar_month(one.paid_on).first for one in offers.expenses_of(unit, person) if one.paid_on}
    return tuple(kept_of(month) for month in sorted(paid))


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Take out what she did and asked for; of what was paid, the amount stays without a word."""
    offers.forget(unit, person)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over what she does, every expense, and whether she is thanked by name."""
    mine = [offers.role_of(unit, one.id) for one in offers.volunteering_of(unit, person)]
    return {
        "roles": [one.words for one in mine if one is not None],
        "expenses": [attrs.asdict(one) for one in offers.expenses_of(unit, person)],
        "thanked_by_name": offers.wants_thanks(unit, person) is not None,
    }


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
