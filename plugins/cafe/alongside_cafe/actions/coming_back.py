"""Coming after all: whoever gave up her shift gets her place again, while nobody else has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

import attrs

from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, monday_of, worded

from ..cannot_come import AT_ONCE
from ..change import Change, SaidWhy, What, Why
from ..draft import in_force
from ..problem import Waiver
from ..rota import KeptShift, Rota
from ..tables.changes import off_in, off_of, said_why
from ..tables.drafts import publications_of
from . import changing, going_home, standing_in, telling_who_plans
from .change_wanted import New, Standing, Wanted

NOT_FREE = worded("cafe", "Somebody else has this place now. Ask who plans the rota.")
NONE_FREE = worded("cafe", "Nothing has changed. Others have these places now, or a rule is against it.")


def left(unit: Unit, shift: KeptShift, person: str) -> Change | None:
    """Return the change by which somebody left a shift, if she has not come back since."""
    return off_of(unit, shift.business, shift.called, shift.day).get(person)


def could_come(unit: Unit, shift: KeptShift, off: Change) -> bool:
    """True while nobody else has the place that she left."""
    there = changing.places_taken(unit, shift)
    return off.place is not None and shift.shift.has(off.place) and off.place not in there


def left_open(rota: Rota, gone: Iterable[Change]) -> list[tuple[Change, KeptShift]]:
    """Return the changes by which people left places of a rota that nobody else has, in order of the shifts."""
    called = {one.called: one for one in rota.shifts}
    taken = {(one.shift, one.place) for one in rota.assignments}
    there = [(off, called[off.called]) for off in gone if off.called in called]
    found = [
        (off, shift)
        for off, shift in there
        if off.place is not None and shift.shift.has(off.place) and (shift.id, off.place) not in taken
    ]
    return sorted(found, key=lambda one: one[1].starts)


def of_one_absence(off: Change, other: Change, why: Mapping[str, SaidWhy]) -> bool:
    """True if somebody left two places in one act, or is ill on both: what she called off for itself stays off."""
    ill = all(one.id in why and why[one.id].why is Why.ILL for one in (off, other))
    return off.person == other.person and (off.at == other.at or ill)


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
        raise BadInput(NOT_FREE)
    done = standing_in.give(unit, business, kept, off.place or 0, person, _set_aside(unit, kept, person))
    if person == unit.actor.id:
        telling_who_plans.somebody_comes(unit, kept, done)
    return done


def can_come_until(unit: Unit, business: str, shift: str, person: str, until: date) -> list[KeptShift]:
    """Put somebody back on all places that she left with that of a shift, from this shift on to the end of a day.

    Returns:
        The shifts that stay without her: somebody else has her place, or a rule is against it by now.

    Raises:
        BadInput: for a shift that she has not left, for a day before it or more than ``AT_ONCE`` later, and where
            she can have none of the places.
    """
    unit.need("cafe.plan", business)
    first = standing_in.open_shift(unit, business, shift)
    if not first.day <= until <= first.day + AT_ONCE:
        raise BadInput(worded("cafe", "No button was pressed. Open the page again."))
    days = Period(first.day, until)
    changing.hold_days(unit, business, _weeks(days))
    off = left(unit, first, person)
    if off is None:
        raise BadInput(NOT_FREE)
    gone = off_in(unit, business, days)
    why = said_why(unit, [one.id for one in gone])
    called = {one.called for one in gone if of_one_absence(off, one, why)}
    return come_back(unit, business, person, days, called)


def come_back(unit: Unit, business: str, person: str, days: Period, called: Collection[str]) -> list[KeptShift]:
    """Put somebody back on the places that she left on some shifts, so called, of some days; all in one change.

    Returns:
        The shifts that stay without her; those that are over or called off are not among them.

    Raises:
        BadInput: where she can have none of the places.
    """
    unit.need("cafe.plan", business)
    there = changing.standing_in(unit, business, _weeks(days))
    shifts = [one for one in there.rota.shifts if one.called in called and one.places and one.ends > unit.now]
    there = _as_she_was(unit, there, shifts, person)
    hers = {one.called: one for one in off_in(unit, business, days) if one.person == person}
    open_ = [(off, shift) for off, shift in left_open(there.rota, hers.values()) if shift in shifts]
    new = [New(shift=shift, place=off.place or 0, person=person) for off, shift in open_]
    comes = _without_a_breach(there, new)
    if not comes:
        raise BadInput(NONE_FREE)
    done = changing.change(unit, there, Wanted(on=comes), What.ON, herself={person})
    for one, change in zip(comes, done, strict=True):
        standing_in.close(unit, one.shift, one.place, person)
        if person == unit.actor.id:
            telling_who_plans.somebody_comes(unit, one.shift, change)
    return [one for one in shifts if one.id not in {each.shift.id for each in comes}]


def _weeks(days: Period) -> Period:
    # All at once: two who hold them one after the other could wait for each other.
    return Period(monday_of(days.first), monday_of(days.last) + timedelta(days=6))


def _without_a_breach(there: Standing, wanted: Iterable[New]) -> tuple[New, ...]:
    """Return as many of some places as she can have together, the first ones first."""
    found: tuple[New, ...] = ()
    for one in wanted:
        if not changing.breaks(there, Wanted(on=(*found, one))):
            found = (*found, one)
    return found


def _as_she_was(unit: Unit, there: Standing, shifts: Iterable[KeptShift], person: str) -> Standing:
    """Return the rota with what was set aside for her, and without what she worked of a shift before she left."""
    aside = frozenset[Waiver]()
    for shift in shifts:
        aside |= _set_aside(unit, shift, person)
        worked = going_home.worked_of(unit, there, shift, person) if shift.starts <= unit.now else None
        there = going_home.without(there, person, worked) if worked else there
    return attrs.evolve(there, problem=attrs.evolve(there.problem, waived=there.problem.waived | aside))


def _set_aside(unit: Unit, shift: KeptShift, person: str) -> frozenset[Waiver]:
    """What was set aside for her when she was given the shift, while it has the times for which that was."""
    found = publications_of(unit, shift.business, Period(shift.day, shift.day))
    hers = [one for each in found for one in each.overrides if (one.shift, one.person) == (shift.called, person)]
    return frozenset(one.waiver for one in in_force(hers, [shift.shift]))
