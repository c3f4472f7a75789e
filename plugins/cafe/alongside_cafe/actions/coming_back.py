"""Coming after all: whoever gave up her shift gets her place again, while nobody else has it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, Refusal, monday_of, worded

from ..cannot_come import AT_ONCE
from ..change import Change
from ..draft import in_force
from ..problem import Waiver
from ..rota import KeptShift, Rota
from ..tables import rota_of
from ..tables.changes import off_in, off_of
from ..tables.drafts import publications_of
from . import changing, standing_in, telling_who_plans


def left(unit: Unit, shift: KeptShift, person: str) -> Change | None:
    """Return the change by which somebody left a shift, if she has not come back since."""
    return off_of(unit, shift.business, shift.called, shift.day).get(person)


def could_come(unit: Unit, shift: KeptShift, off: Change) -> bool:
    """True while nobody else has the place that she left."""
    there = changing.places_taken(unit, shift)
    return off.place is not None and shift.shift.has(off.place) and off.place not in there


def days_left(unit: Unit, business: str, period: Period, rota: Rota) -> dict[str, tuple[date, ...]]:
    """Return on which days of a rota people left places that nobody else has, by the person."""
    called = {one.called: one for one in rota.shifts}
    taken = {(one.shift, one.place) for one in rota.assignments}
    found: dict[str, set[date]] = defaultdict(set)
    for off in off_in(unit, business, period):
        shift = called.get(off.called)
        if shift and off.place is not None and shift.shift.has(off.place) and (shift.id, off.place) not in taken:
            found[off.person or ""].add(shift.day)
    return {person: tuple(sorted(days)) for person, days in found.items()}


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


def can_come_until(unit: Unit, business: str, shift: str, person: str, until: date) -> list[KeptShift]:
    """Put somebody back on all places that she had given up, from a shift on to the end of a day.

    Returns:
        The shifts that stay without her: somebody else has her place, or a rule is against it by now.

    Raises:
        BadInput: for a day before the shift or more than ``AT_ONCE`` later.
    """
    unit.need("cafe.plan", business)
    first = standing_in.open_shift(unit, business, shift)
    if not first.day <= until <= first.day + AT_ONCE:
        raise BadInput(worded("cafe", "No button was pressed. Open the page again."))
    days = Period(first.day, until)
    # The weeks of all of them at once: two who hold them one after the other could wait for each other.
    changing.hold_days(unit, business, Period(monday_of(first.day), monday_of(until) + timedelta(days=6)))
    gone = {one.called for one in off_in(unit, business, days) if one.person == person}
    hers = [one for one in rota_of(unit, business, days).shifts if one.called in gone]
    open_ = [one for one in hers if one.starts >= first.starts and one.ends > unit.now]
    return [one for one in open_ if not _comes(unit, one, person)]


def _comes(unit: Unit, shift: KeptShift, person: str) -> bool:
    try:
        with unit.apart():
            can_come(unit, shift.business, shift.id, person)
    except Refusal:
        return False
    return True


def _set_aside(unit: Unit, shift: KeptShift, person: str) -> frozenset[Waiver]:
    """What was set aside for her when she was given the shift, while it has the times for which that was."""
    found = publications_of(unit, shift.business, Period(shift.day, shift.day))
    hers = [one for each in found for one in each.overrides if (one.shift, one.person) == (shift.called, person)]
    return frozenset(one.waiver for one in in_force(hers, [shift.shift]))
