"""Looking back at what was changed of the rota that stands."""

from __future__ import annotations

from alongside.api.store import Unit
from alongside.api.values import Period

from ..change import Change
from ..tables.changes import changes_in, settings_of


def lately(unit: Unit, business: str, days: Period) -> list[Change]:
    """Return what was changed of the shifts of some days, the newest first; why is not among it."""
    unit.need("cafe.plan", business)
    return list(reversed(changes_in(unit, business, days)))


def confirms_swaps(unit: Unit, business: str) -> bool:
    """True if who plans says yes to each swap here."""
    unit.need("cafe.plan", business)
    return settings_of(unit, business).confirm_swaps
