"""Standing in: who could take a place that is open, whom it was asked of, and who gets it by her yes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, monday_of, worded

from ..change import Change, What
from ..checker import Breach
from ..legal import brings_the_key, can_take, may_at_all
from ..problem import Waiver
from ..request import Reply, Request
from ..rota import KeptShift
from ..tables import SHIFT, SHIFTS, rota_where
from ..tables.changes import REQUEST, REQUESTS, requests_for, requests_to
from ..worker import Worker
from . import change_wanted, changing, going_home, telling_changes, telling_who_plans
from .refusing import NotPossible


@attrs.frozen(kw_only=True)
class CanStandIn:
    """Somebody who could take a place and break nothing.

    ``left`` are the minutes of her agreed week that nothing is planned for yet, below nothing where it is over.
    ``reply`` is what she said to being asked, ``asked`` whether she was and the question still stands: while
    she has not answered, and where she said no. Where somebody else was faster, she may be asked anew.
    """

    person: str
    name: str
    left: int
    key: bool
    asked: bool = False
    reply: Reply | None = None


def who_can(unit: Unit, there: change_wanted.Standing, shift: KeptShift, place: int) -> list[CanStandIn]:
    """Return who could stand in: first whoever has most of her agreed hours left that week, then by name.

    This is no list of who is better: all on it may have the place, and whoever says yes first gets it.
    """
    planned, on = there.shift(shift), set(there.rota.on(shift))
    able = [
        one
        for one in there.able.workers
        if one.id not in on
        and may_at_all(there.able, one, planned, place)
        and not can_take(there.able, there.rota.planned, one, planned, place)
    ]
    names = people.names_of(unit, [one.id for one in able])
    asked = {one.person: one for one in requests_for(unit, shift.id, place) if one.stands}
    found = [able_to(there, one, shift, names[one.id], asked.get(one.id)) for one in able]
    return sorted(found, key=lambda one: (-one.left, one.name.casefold(), one.person))


def able_to(
    there: change_wanted.Standing, worker: Worker, shift: KeptShift, name: str, asked: Request | None = None
) -> CanStandIn:
    """Return what is shown of somebody who could come to a shift; the caller has seen that she could."""
    return CanStandIn(
        person=worker.id,
        name=name,
        left=_left(there, worker, shift),
        key=brings_the_key(worker, there.shift(shift)),
        asked=asked is not None,
        reply=asked.reply if asked else None,
    )


def _left(there: change_wanted.Standing, worker: Worker, shift: KeptShift) -> int:
    """What of the hours agreed here for the shift's week is not planned yet, but for the share of days away."""
    week = monday_of(shift.day)
    by_id = there.rota.by_id
    here = [by_id[one.shift] for one in there.rota.assignments if one.person == worker.id]
    planned = sum(one.shift.minutes for one in here if monday_of(one.day) == week)
    planned += sum(one.minutes for one in worker.work_here if monday_of(changing.day_of(one, shift.zone)) == week)
    # As she said and was granted it: a shift that she could not come to takes nothing off her hours.
    said = next(one for one in there.problem.workers if one.id == worker.id)
    return said.expected_in(week) - planned


# --- asking


def ask(unit: Unit, there: change_wanted.Standing, shift: KeptShift, place: int) -> list[Request]:
    """Ask everybody who could stand in and is not asked yet; the caller was checked.

    For the place of a learner nobody is asked: the team is whole without her.
    """
    if shift.starts <= unit.now or place >= len(shift.places):
        return []
    new = [
        Request(
            id=unit.new_id(),
            business=there.business,
            shift=shift.id,
            place=place,
            person=one.person,
            starts=shift.starts,
            at=unit.now,
        )
        for one in who_can(unit, there, shift, place)
        if not one.asked
    ]
    for one in new:
        unit.add(REQUESTS, one)
        telling_changes.ask(unit, shift, one)
    return new


def ask_everybody(unit: Unit, business: str, shift: str, place: int) -> list[Request]:
    """Ask everybody who could have an open place, by her own way of being told."""
    unit.need("cafe.plan", business)
    kept = open_shift(unit, business, shift)
    return ask(unit, changing.standing(unit, business, kept), kept, place)


@attrs.frozen(kw_only=True)
class AskedOfMe:
    """A place that the one who acts is asked for."""

    request: Request
    shift: KeptShift


def asked_of(unit: Unit, business: str, person: str) -> list[AskedOfMe]:
    """Return what a person is asked for and could still have, the next first."""
    unit.need("cafe.see", business, own=person)
    waiting = requests_to(unit, person, business)
    if not waiting:
        return []
    there = rota_where(unit, SHIFT.c.id.in_([one.shift for one in waiting]))
    taken = {(one.shift, one.place) for one in there.assignments}
    return [
        AskedOfMe(request=one, shift=shift)
        for one in waiting
        if (shift := there.by_id.get(one.shift))
        and shift.starts > unit.now
        and one.place < len(shift.places)
        and (one.shift, one.place) not in taken
    ]


def _is_open(unit: Unit, shift: KeptShift, place: int) -> bool:
    there = changing.places_taken(unit, shift)
    return place < len(shift.places) and place not in there


# --- saying yes or no


def say_yes(unit: Unit, business: str, request: str) -> Change:
    """Take the place that the one who acts is asked for: the first yes gets it, and the others are told.

    Raises:
        BadInput: where somebody was faster, or it is not to be had any more.
        NotPossible: where she could not have it any more, with the sentence for herself.
    """
    asked = _own(unit, business, request)
    shift = unit.find(SHIFTS, SHIFT.c.id == asked.shift)
    if shift:
        # Held before anything is looked at: of two yeses at one moment the second reads that the first has it.
        changing.hold(unit, business, *shift)
        asked, shift = _own(unit, business, request), unit.find(SHIFTS, SHIFT.c.id == asked.shift)
    if not asked.waits or not shift or not _is_open(unit, shift[0], asked.place) or shift[0].starts <= unit.now:
        raise BadInput(worded("cafe", "Somebody else has this shift now. Thank you for asking."))
    done = give(unit, business, shift[0], asked.place, asked.person)
    telling_who_plans.somebody_comes(unit, shift[0], done)
    return done


def say_no(unit: Unit, business: str, request: str) -> Request:
    """Note that the one who acts would rather not; nobody counts it."""
    asked = _own(unit, business, request)
    return unit.change(REQUESTS, asked, reply=Reply.NO, replied_at=unit.now) if asked.waits else asked


def _own(unit: Unit, business: str, request: str) -> Request:
    asked = unit.get(REQUESTS, request)
    unit.need("cafe.see", business)
    if asked.person != unit.actor.id or asked.business != business:
        raise NotFound(REQUESTS.called, request)
    return asked


def put_on(unit: Unit, business: str, shift: str, place: int, person: str) -> Change:
    """Put somebody on an open place who has said yes, on the phone say.

    Raises:
        BadInput: where the place is not open any more.
        NotPossible: where it would break a rule, with the sentence for who plans.
    """
    unit.need("cafe.plan", business)
    changing.hold(unit, business, open_shift(unit, business, shift))
    kept = open_shift(unit, business, shift)
    if not _is_open(unit, kept, place):
        raise BadInput(worded("cafe", "This place is not open any more. Look at the page again."))
    return give(unit, business, kept, place, person)


def give(
    unit: Unit,
    business: str,
    shift: KeptShift,
    place: int,
    person: str,
    set_aside: Collection[Waiver] = (),
) -> Change:
    """Give an open place to somebody who has said yes, whatever is ``set_aside``; the caller was checked.

    Raises:
        NotPossible: where it would break a rule, in the sentence that the one who acts may read.
    """
    there = changing.standing(unit, business, shift)
    worked = going_home.worked_of(unit, there, shift, person)
    if worked is not None:
        there = going_home.without(there, person, worked)
    wanted = change_wanted.Wanted(on=(change_wanted.New(shift=shift, place=place, person=person),))
    waived = there.problem.waived.union(set_aside)
    there = attrs.evolve(there, problem=attrs.evolve(there.problem, waived=waived))
    refuse(unit, there, changing.breaks(there, wanted))
    (done,) = changing.change(unit, there, wanted, What.ON, herself={person})
    close(unit, shift, place, person)
    return done


def refuse(unit: Unit, there: change_wanted.Standing, broken: Sequence[Breach]) -> None:
    """Refuse what would break a rule, in the sentence that the one who acts may read."""
    for one in broken:
        audience = unit.audience(one.person, "cafe.plan", there.business)
        raise NotPossible(unit, there.problem, one, audience)


def close(unit: Unit, shift: KeptShift, place: int, winner: str = "") -> None:
    """Note who got a place, and tell those who are still asked that it is not to be had any more."""
    for one in requests_for(unit, shift.id, place):
        if one.waits:
            reply = Reply.YES if one.person == winner else Reply.GONE
            unit.change(REQUESTS, one, reply=reply, replied_at=unit.now)
            if reply is Reply.GONE:
                telling_changes.tell_gone(unit, shift, one)


def close_all(unit: Unit, shift: KeptShift) -> None:
    """Close what is asked for on all places of a shift, which is called off or became another one."""
    for place in {one.place for one in unit.find(REQUESTS, REQUEST.c.shift == shift.id)}:
        close(unit, shift, place)


def open_shift(unit: Unit, business: str, shift: str) -> KeptShift:
    """Return a shift of a café that is not over.

    Raises:
        NotFound: where there is none of that id in this café.
        BadInput: where it is over.
    """
    kept = unit.find(SHIFTS, SHIFT.c.id == shift, SHIFT.c.business == business)
    if not kept:
        raise NotFound(SHIFTS.called, shift)
    if kept[0].ends <= unit.now:
        raise changing.over()
    return kept[0]
