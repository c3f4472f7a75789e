"""Swapping: which shifts two people could give each other, and asking; answers have a file of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

import attrs

from alongside.api import enterprise, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, Period, monday_of, worded

from ..legal import AsItStands, may_at_all
from ..problem import Problem
from ..rota import KeptAssignment, KeptShift
from ..swap import Stand, Swap
from ..tables import ASSIGNMENT, ASSIGNMENTS, SHIFT, SHIFTS
from ..tables.changes import SWAPS, swaps_of, swaps_waiting
from . import change_wanted, changing, keeping_the_key, standing_in, telling_changes
from .their_time import with_their_time

WEEKS = 2
"""How many weeks beside that of her own shift are looked through for another."""

MOST = 12
"""Shifts that are offered: more are no choice any more."""


@attrs.frozen(kw_only=True)
class Possible:
    """A shift of a colleague's that could be had for one's own."""

    place: KeptAssignment
    shift: KeptShift
    face: people.Face


def possible(unit: Unit, business: str, shift: str) -> list[Possible]:
    """Return what the one who acts could swap her own shift for, in order of time.

    Nothing that breaks a rule is among it, and nothing that takes the only key off a shift.

    Raises:
        NotFound: for a shift that is not hers.
    """
    unit.need("cafe.see", business)
    mine, place = _mine(unit, business, shift)
    there = _weeks_around(unit, business, mine)
    could = list(_candidates(unit, there, mine, place))
    stands, found = AsItStands(_with_time_of(unit, there, place, could), there.rota.planned), []
    for one, theirs in could:
        lets = stands.lets(changing.after(there, exchange(mine, place, theirs, one)))
        if lets and keeping_the_key.stays(there, mine, place, theirs, one):
            found.append((one, theirs))
        if len(found) == MOST:
            break
    faces = people.faces_of(unit, {one.person for one, _ in found})
    return [
        Possible(place=one, shift=theirs, face=faces[one.person]) for one, theirs in found if one.person in faces
    ]


def _weeks_around(unit: Unit, business: str, mine: KeptShift) -> change_wanted.Standing:
    around = timedelta(weeks=WEEKS)
    first = max(monday_of(mine.day) - around, monday_of(enterprise.today(unit)))
    days = Period(first, monday_of(mine.day) + around + timedelta(days=6))
    return changing.standing_in(unit, business, days, at_work=())


def _candidates(
    unit: Unit, there: change_wanted.Standing, mine: KeptShift, place: KeptAssignment
) -> Iterator[tuple[KeptAssignment, KeptShift]]:
    """Shifts to come that others have and each of the two could have, but for other work; the nearest first."""
    by_id, on, wanted = there.rota.by_id, there.rota.people_on, there.shift(mine)
    workers = {one.id: one for one in there.able.workers}
    could = {who for who, one in workers.items() if may_at_all(there.able, one, wanted, place.place)} - on[mine.id]
    others = [one for one in there.rota.assignments if one.person in could] if place.person in workers else []
    for one in sorted(others, key=lambda one: (by_id[one.shift].starts, one.shift, one.place)):
        theirs = by_id[one.shift]
        if theirs.starts <= unit.now or place.person in on[theirs.id]:
            continue
        if may_at_all(there.able, workers[place.person], there.shift(theirs), one.place):
            yield one, theirs


def _with_time_of(
    unit: Unit,
    there: change_wanted.Standing,
    place: KeptAssignment,
    could: Sequence[tuple[KeptAssignment, KeptShift]],
) -> Problem:
    """Add what takes the time of those who could swap: that of whoever could not is not read at all."""
    people = {place.person, *(one.person for one, _ in could)} if could else set()
    return with_their_time(unit, there.business, there.problem, there.period, there.rota.claims, people)


def exchange(
    mine: KeptShift, place: KeptAssignment, theirs: KeptShift, other: KeptAssignment
) -> change_wanted.Wanted:
    """Return the change by which two people give each other their places."""
    return change_wanted.Wanted(
        off=(place, other),
        on=(
            change_wanted.New(shift=theirs, place=other.place, person=place.person),
            change_wanted.New(shift=mine, place=place.place, person=other.person),
        ),
    )


def _mine(unit: Unit, business: str, shift: str) -> tuple[KeptShift, KeptAssignment]:
    kept = standing_in.open_shift(unit, business, shift)
    place = place_of(unit, kept.id, unit.actor.id)
    if place is None or kept.starts <= unit.now:
        raise NotFound("shift of yours", kept.called)
    return kept, place


def place_of(unit: Unit, shift: str, person: str) -> KeptAssignment | None:
    """Return the place of somebody on a shift, None where she has none."""
    found = unit.find(ASSIGNMENTS, ASSIGNMENT.c.shift == shift, ASSIGNMENT.c.person == person)
    return found[0] if found else None


# --- asking


def ask(unit: Unit, business: str, shift: str, place: str) -> Swap:
    """Ask a colleague to give her place (the id of its row) for one's own shift.

    Raises:
        NotPossible: where it would break a rule, in the sentence that the one who acts may read.
        NoKeyThen: where nobody on one of the shifts would have the key.
        BadInput: where the same is asked already, or the place is another's by now.
    """
    unit.need("cafe.see", business)
    mine, own = _mine(unit, business, shift)
    found = unit.find(ASSIGNMENTS, ASSIGNMENT.c.id == place, ASSIGNMENT.c.business == business)
    if not found or found[0].person == own.person:
        raise BadInput(worded("cafe", "This shift is another’s by now. Choose one of the others."))
    other = found[0]
    theirs = unit.get(SHIFTS, other.shift)
    if any((one.hers, one.theirs, one.other) == (mine.id, theirs.id, other.person) for one in _asked(unit, own)):
        raise BadInput(worded("cafe", "You have asked this already. Wait for the answer."))
    there = changing.standing(unit, business, mine, theirs)
    standing_in.refuse(unit, there, changing.breaks(there, exchange(mine, own, theirs, other)))
    if not keeping_the_key.stays(there, mine, own, theirs, other):
        raise keeping_the_key.NoKeyThen
    swap = Swap(
        id=unit.new_id(),
        business=business,
        person=own.person,
        hers=mine.id,
        place=own.place,
        other=other.person,
        theirs=theirs.id,
        other_place=other.place,
        starts=min(mine.starts, theirs.starts),
        at=unit.now,
    )
    telling_changes.ask_to_swap(unit, theirs, swap)
    return unit.add(SWAPS, swap)


def _asked(unit: Unit, own: KeptAssignment) -> list[Swap]:
    return [one for one in swaps_of(unit, own.person, own.business) if one.person == own.person]


@attrs.frozen(kw_only=True)
class Shown:
    """A swap that waits, with both shifts and the faces of the two."""

    swap: Swap
    hers: KeptShift
    theirs: KeptShift
    face: people.Face
    other: people.Face


def waiting_of(unit: Unit, business: str, person: str) -> list[Shown]:
    """Return the swaps of a person that wait for somebody, asked by her or of her."""
    unit.need("cafe.see", business, own=person)
    return _shown(unit, swaps_of(unit, person, business))


def waiting_in(unit: Unit, business: str) -> list[Shown]:
    """Return the swaps of a café that wait for who plans."""
    unit.need("cafe.plan", business)
    return _shown(unit, [one for one in swaps_waiting(unit, business) if one.stand is Stand.AGREED])


def _shown(unit: Unit, swaps: list[Swap]) -> list[Shown]:
    if not swaps:
        return []
    ids = {shift for one in swaps for shift in (one.hers, one.theirs)}
    # A shift may have got other times since it was asked.
    shifts = {one.id: one for one in unit.find(SHIFTS, SHIFT.c.id.in_(sorted(ids)), SHIFT.c.starts > unit.now)}
    faces = people.faces_of(unit, {who for one in swaps for who in (one.person, one.other)})
    return [
        Shown(
            swap=one,
            hers=shifts[one.hers],
            theirs=shifts[one.theirs],
            face=faces[one.person],
            other=faces[one.other],
        )
        for one in swaps
        if {one.hers, one.theirs} <= shifts.keys() and {one.person, one.other} <= faces.keys()
    ]
