"""Coming after all: whoever gave up her shift gets her place again, while nobody else has it."""

from __future__ import annotations

from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, worded

from ..change import Change
from ..draft import in_force
from ..problem import Waiver
from ..rota import KeptShift
from ..tables.changes import off_of
from ..tables.drafts import publications_of
from . import changing, standing_in, telling_who_plans


def left(unit: Unit, shift: KeptShift, person: str) -> Change | None:
    """Return the change by which somebody left a shift, if she has not come back since."""
    return off_of(unit, shift.business, shift.called, shift.day).get(person)


def could_come(unit: Unit, shift: KeptShift, off: Change) -> bool:
    """True while nobody else has the place that she left."""
    there = changing.places_taken(unit, shift)
    return off.place is not None and shift.shift.has(off.place) and off.place not in there


def can_come(unit: Unit, business: str, shift: str, person: str) -> Change:
    """Put somebody back on the place that she had given up, while nobody else has it.

    Raises:
        BadInput: where somebody else has it.
        NotPossible: where it would break a rule by now.
    """
    unit.need("cafe.plan" if person != unit.actor.id else "cafe.see", business)
    changing.hold(unit, business, standing_in.open_shift(unit, business, shift))
    kept = standing_in.open_shift(unit, business, shift)
    off = left(unit, kept, person)
    if off is None or not could_come(unit, kept, off):
        raise BadInput(worded("cafe", "Somebody else has this place now. Ask who plans the rota."))
    done = standing_in.give(unit, business, kept, off.place or 0, person, _set_aside(unit, kept, person))
    if person == unit.actor.id:
        telling_who_plans.somebody_comes(unit, kept, done)
    return done


def _set_aside(unit: Unit, shift: KeptShift, person: str) -> frozenset[Waiver]:
    """What was set aside for her when she was given the shift, while it has the times for which that was."""
    found = publications_of(unit, shift.business, Period(shift.day, shift.day))
    hers = [one for each in found for one in each.overrides if (one.shift, one.person) == (shift.called, person)]
    return frozenset(one.waiver for one in in_force(hers, [shift.shift]))
