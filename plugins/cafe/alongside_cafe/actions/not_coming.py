"""Not coming: a member says it of her own shift in one act, or who plans notes it."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.api import enterprise, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, Period, monday_of, worded

from ..cannot_come import AT_ONCE, Outcome, outcome_of
from ..change import Change, What, Why
from ..rota import KeptAssignment, KeptShift
from ..tables import ASSIGNMENT, ASSIGNMENTS
from ..tables.changes import settings_of
from . import change_wanted, changing, coming_back, standing_in, telling_who_plans


@attrs.frozen(kw_only=True)
class Follows:
    """What follows when the one who acts cannot come to a ``shift``, or what followed where she is ``off`` it.

    ``manages`` is the name of whom to ask: her number is her own, and given to those who plan her work alone.
    ``number`` is the café's, empty where it has kept none.
    ``back`` says that she could still come after all. For the place of a learner nobody else is ``asked``: without
    her the team is whole.
    """

    shift: KeptShift
    outcome: Outcome
    off: Change | None
    manages: str
    number: str = ""
    back: bool = False
    asked: bool = True


def what_follows(unit: Unit, business: str, shift: str) -> Follows:
    """Return what follows if the one who acts says that she cannot come to her own shift.

    Raises:
        NotFound: for a shift that is not hers, and was not.
    """
    unit.need("cafe.see", business)
    kept, me = standing_in.open_shift(unit, business, shift), unit.actor.id
    off, mine = coming_back.left(unit, kept, me), _place(unit, kept, me)
    left = mine or off
    if left is None:
        raise NotFound("shift of yours", kept.called)
    gone = mine is None
    managers = enterprise.people_with(unit, "manager", business)
    return Follows(
        shift=kept,
        outcome=outcome_of(kept, off.at if off and gone else unit.now),
        off=off if gone else None,
        manages=next(iter(people.names_of(unit, managers[:1]).values()), ""),
        number=settings_of(unit, business).phone,
        back=gone and off is not None and coming_back.could_come(unit, kept, off),
        asked=(left.place or 0) < len(kept.places),
    )


def cannot_come(unit: Unit, business: str, shift: str, why: Why | None = None) -> Change:
    """Take the one who acts off her own shift, tell who plans and whom it touches, and ask who could stand in.

    Raises:
        NotFound: for a shift that is not hers.
        BadInput: where it is over, or has begun.
    """
    unit.need("cafe.see", business)
    kept = standing_in.open_shift(unit, business, shift)
    place = _place(unit, kept, unit.actor.id)
    if place is None:
        raise NotFound("shift of yours", kept.called)
    if kept.starts <= unit.now:
        raise BadInput(worded("cafe", "This shift has begun. Please talk to who runs the café."))
    done = _take_off(unit, kept, place, why)
    telling_who_plans.somebody_cannot_come(unit, kept, done)
    standing_in.ask(unit, changing.standing(unit, business, kept), kept, place.place)
    return done


def mark_off(unit: Unit, business: str, shift: str, person: str, why: Why | None = None) -> Change:
    """Note that somebody has said that she cannot come, by telephone say; she said it, whoever writes it down."""
    unit.need("cafe.plan", business)
    kept = standing_in.open_shift(unit, business, shift)
    place = _place(unit, kept, person)
    if place is None:
        raise BadInput(worded("cafe", "This place is another’s by now. Look at the page again."))
    return _take_off(unit, kept, place, why)


def mark_ill_until(unit: Unit, business: str, shift: str, person: str, until: date) -> list[Change]:
    """Note that somebody is ill from a shift on to the end of a day: she is off every shift of these days at once.

    Raises:
        BadInput: where the shift is another's by now, or for a day before it or more than ``AT_ONCE`` later.
    """
    unit.need("cafe.plan", business)
    first = standing_in.open_shift(unit, business, shift)
    if not first.day <= until <= first.day + AT_ONCE:
        raise BadInput(worded("cafe", "No button was pressed. Open the page again."))
    weeks = Period(monday_of(first.day), monday_of(until) + timedelta(days=6))
    there = changing.standing_in(unit, business, weeks)
    if person not in there.rota.people_on[first.id]:
        raise BadInput(worded("cafe", "This place is another’s by now. Look at the page again."))
    off = tuple(
        one for one in there.rota.assignments if one.person == person and _within(unit, there, one, first, until)
    )
    wanted = change_wanted.Wanted(off=off)
    return changing.change(unit, there, wanted, What.OFF, herself={person}, why=Why.ILL)


def _within(
    unit: Unit, there: change_wanted.Standing, place: KeptAssignment, first: KeptShift, until: date
) -> bool:
    """True for a place on a shift that is not over, from a first one on to the end of a day."""
    shift = there.rota.by_id[place.shift]
    return first.starts <= shift.starts and shift.day <= until and shift.ends > unit.now


def _take_off(unit: Unit, shift: KeptShift, place: KeptAssignment, why: Why | None) -> Change:
    there = changing.standing(unit, shift.business, shift)
    # That somebody is not there is no plan which a rule could forbid: it is so.
    wanted = change_wanted.Wanted(off=(place,))
    (done,) = changing.change(unit, there, wanted, What.OFF, herself={place.person}, why=why)
    return done


def _place(unit: Unit, shift: KeptShift, person: str) -> KeptAssignment | None:
    hers = unit.find(ASSIGNMENTS, ASSIGNMENT.c.shift == shift.id, ASSIGNMENT.c.person == person)
    return hers[0] if hers else None
