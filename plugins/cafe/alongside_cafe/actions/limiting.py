"""Setting the most that one wants to earn in a week, and taking it away: for the one who acts, alone with it."""

from __future__ import annotations

import attrs

from alongside.api import enterprise, placements
from alongside.api.store import Unit
from alongside.api.values import Period

from ..house_rules import COMING
from ..own_limit import OwnLimit, minutes_for
from ..tables.own_limits import OWN_LIMITS, limit_of


@attrs.frozen
class Mine:
    """What the one who acts has set, None for nothing, and its minutes a week, None where she has no rate."""

    pence: int | None
    minutes: int | None


def look(unit: Unit, business: str) -> Mine:
    """Return what the one who acts has set; beside a helper nothing, as a helper need not know."""
    unit.need("cafe.see", business)
    there = None if unit.actor.helper is not None else limit_of(unit, unit.actor.id)
    return Mine(there.pence, _minutes(unit, there)) if there else Mine(None, None)


def _minutes(unit: Unit, limit: OwnLimit) -> int | None:
    today = enterprise.today(unit)
    coming = placements.placements_in(unit, Period(today, today + COMING))
    rates = [one.rate for one in coming if one.person == limit.person and one.rate]
    return minutes_for(limit.pence, max(rates)) if rates else None


def set_limit(unit: Unit, business: str, pence: int) -> None:
    """Keep the most that the one who acts wants to earn in a week; the rota goes by it when it is filled next.

    Raises:
        NotWithAHelper: where somebody has come in with her.
        BadInput: for an amount that is no limit.
    """
    unit.need("cafe.see", business)
    unit.need_alone()
    there = limit_of(unit, unit.actor.id)
    if there is not None:
        unit.change(OWN_LIMITS, there, pence=pence)
    else:
        unit.add(OWN_LIMITS, OwnLimit(id=unit.new_id(), person=unit.actor.id, pence=pence))


def take_away(unit: Unit, business: str) -> None:
    """Take the limit of the one who acts away, at once and without a trace.

    Raises:
        NotWithAHelper: where somebody has come in with her.
    """
    unit.need("cafe.see", business)
    unit.need_alone()
    if there := limit_of(unit, unit.actor.id):
        unit.remove(OWN_LIMITS, there)
