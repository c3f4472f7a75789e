"""The one place where a pay run holds a rate to its floor."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alongside.pay.matter import Kind, Matter
from alongside.placements.pay_floor import PayTooLow, check_rate
from alongside.placements.placement import Placement
from alongside.refusal import BadInput
from alongside.rulepacks.offers import NoValue, Promise


def too_low(
    placement: Placement, born: date | None, period_starts: date, promises: Iterable[Promise] = ()
) -> Matter | None:
    """Return what a human has to look at of a paid placement's rate; None where it is at or above the floor.

    Age, apprenticeship and rate are those of the first day of the pay period. The sentence names rule, value, days
    and source, and no age. A rate that is lawful and less than was promised stops nothing.
    """
    if placement.rate is None:
        return None
    if born is None:
        return Matter(kind=Kind.NO_BIRTHDAY, business=placement.business)
    for kind, held_to in ((Kind.LOW, ()), (Kind.PROMISED, tuple(promises))):
        try:
            check_rate(
                placement.rate, born, period_starts, apprentice_since=placement.apprentice_since, promises=held_to
            )
        except PayTooLow as low:
            return Matter(kind=kind, business=placement.business, words=low.sentence, least=low.floor.pence)
        except (NoValue, BadInput):
            return Matter(kind=Kind.NO_RULE, business=placement.business)
    return None
