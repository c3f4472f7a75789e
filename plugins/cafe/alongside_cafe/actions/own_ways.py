"""What one café decides about its own ways: whether who plans agrees to each swap, and where it is rung."""

from __future__ import annotations

import attrs

from alongside.api import people
from alongside.api.store import Unit

from ..settings import Settings
from ..tables.changes import SETTINGS, settings_of


def own_ways(unit: Unit, business: str) -> Settings:
    """Return a café's own ways, the usual ones where it has chosen none."""
    unit.need("cafe.plan", business)
    return settings_of(unit, business)


def set_confirming(unit: Unit, business: str, *, confirm_swaps: bool) -> None:
    """Say whether who plans has to agree to each swap."""
    unit.need("cafe.plan", business)
    _keep(unit, attrs.evolve(settings_of(unit, business), confirm_swaps=confirm_swaps))


def set_number(unit: Unit, business: str, phone: str) -> str:
    """Keep the café's own number, or none where nothing was typed; return it as it is kept.

    Raises:
        BadInput: for what nobody could ring.
    """
    unit.need("cafe.plan", business)
    number = people.callable_at(phone) or ""
    _keep(unit, attrs.evolve(settings_of(unit, business), phone=number))
    return number


def _keep(unit: Unit, new: Settings) -> None:
    now = settings_of(unit, new.business)
    if not now.id:
        unit.add(SETTINGS, attrs.evolve(new, id=unit.new_id()))
    elif new != now:
        unit.change(SETTINGS, now, confirm_swaps=new.confirm_swaps, phone=new.phone)
