"""Swapping: which shifts two people could give each other, asking, answering, and doing it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import attrs

from alongside.api import enterprise, messages, people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, Period, monday_of, worded

from ..change import What
from ..checker import Breach
from ..legal import may_at_all
from ..rota import KeptAssignment, KeptShift
from ..rules import PLAIN, RULES
from ..swap import Stand, Swap
from ..tables import ASSIGNMENT, ASSIGNMENTS, SHIFT, SHIFTS
from ..tables.changes import SWAPS, settings_of, swaps_of, swaps_waiting
from . import changing, standing_in, telling_changes

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
    """Return what the one who acts could swap her own shift for, in order of time, and nothing that breaks a rule.

    Raises:
        NotFound: for a shift that is not hers.
    """
    unit.need("cafe.see", business)
    mine, place = _mine(unit, business, shift)
    there = _weeks_around(unit, business, mine)
    found = []
    for one, theirs in _candidates(unit, there, mine, place):
        if not changing.breaks(there, exchange(mine, place, theirs, one)):
            found.append((one, theirs))
        if len(found) == MOST:
            break
    faces = people.faces_of(unit, {one.person for one, _ in found})
    return [
        Possible(place=one, shift=theirs, face=faces[one.person]) for one, theirs in found if one.person in faces
    ]


def _weeks_around(unit: Unit, business: str, mine: KeptShift) -> changing.Standing:
    around = timedelta(weeks=WEEKS)
    first = max(monday_of(mine.day) - around, monday_of(enterprise.today(unit)))
    return changing.standing_in(unit, business, Period(first, monday_of(mine.day) + around + timedelta(days=6)))


def _candidates(
    unit: Unit, there: changing.Standing, mine: KeptShift, place: KeptAssignment
) -> Iterator[tuple[KeptAssignment, KeptShift]]:
    """Shifts of others to come that each of the two could have, looked at one by one; the nearest first."""
    workers, by_id = {one.id: one for one in there.able.workers}, there.rota.by_id
    on_mine, me = set(there.rota.on(mine)), workers.get(place.person)
    others = [one for one in there.rota.assignments if one.person not in on_mine and one.person in workers]
    for one in sorted(others, key=lambda one: (by_id[one.shift].starts, one.shift, one.place)):
        theirs = by_id[one.shift]
        if theirs.starts <= unit.now or me is None or me.id in there.rota.on(theirs):
            continue
        if may_at_all(there.able, me, there.shift(theirs), one.place) and may_at_all(
            there.able, workers[one.person], there.shift(mine), place.place
        ):
            yield one, theirs


def exchange(mine: KeptShift, place: KeptAssignment, theirs: KeptShift, other: KeptAssignment) -> changing.Wanted:
    """Return the change by which two people give each other their places."""
    return changing.Wanted(
        off=(place, other),
        on=(
            changing.New(shift=theirs, place=other.place, person=place.person),
            changing.New(shift=mine, place=place.place, person=other.person),
        ),
    )


def _mine(unit: Unit, business: str, shift: str) -> tuple[KeptShift, KeptAssignment]:
    kept = standing_in.open_shift(unit, business, shift)
    place = _place(unit, kept.id, unit.actor.id)
    if place is None or kept.starts <= unit.now:
        raise NotFound("shift of yours", shift)
    return kept, place


def _place(unit: Unit, shift: str, person: str) -> KeptAssignment | None:
    found = unit.find(ASSIGNMENTS, ASSIGNMENT.c.shift == shift, ASSIGNMENT.c.person == person)
    return found[0] if found else None


# --- asking


def ask(unit: Unit, business: str, shift: str, place: str) -> Swap:
    """Ask a colleague to give her place (the id of its row) for one's own shift.

    Raises:
        NotPossible: where it would break a rule, in the sentence that the one who acts may read.
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


# --- answering


def say_yes(unit: Unit, business: str, swap: str) -> Swap:
    """Agree to a swap: it is done, or waits for who plans, or is not possible any more."""
    asked = _of_me(unit, business, swap)
    if settings_of(unit, business).confirm_swaps:
        agreed = unit.change(SWAPS, asked, stand=Stand.AGREED)
        telling_changes.ask_who_plans(unit, unit.get(SHIFTS, asked.hers), agreed)
        return agreed
    return _do(unit, asked)


def say_no(unit: Unit, business: str, swap: str) -> Swap:
    """Say that one would rather not; no reason is asked for."""
    asked = _of_me(unit, business, swap)
    done = unit.change(SWAPS, asked, stand=Stand.NO, answered_at=unit.now)
    hers = unit.find(SHIFTS, SHIFT.c.id == asked.hers)
    if hers:
        telling_changes.tell_not_swapped(unit, hers[0], done, asked.person, telling_changes.NOT_WANTED)
    return done


def take_back(unit: Unit, business: str, swap: str) -> Swap:
    """Take one's own question back, as long as nothing came of it."""
    unit.need("cafe.see", business)
    asked = unit.get(SWAPS, swap)
    if asked.person != unit.actor.id or asked.business != business:
        raise NotFound(SWAPS.called, swap)
    _must_wait(asked)
    telling_changes.take_question_back(unit, asked)
    return unit.change(SWAPS, asked, stand=Stand.TAKEN_BACK, answered_at=unit.now)


def confirm(unit: Unit, business: str, swap: str, *, yes: bool) -> Swap:
    """Say yes or no to a swap on which two people have agreed.

    Raises:
        BadInput: where the colleague has not said yes, or somebody has answered already.
    """
    unit.need("cafe.plan", business)
    agreed = unit.get(SWAPS, swap)
    if agreed.business != business:
        raise NotFound(SWAPS.called, swap)
    _must_wait(agreed)
    if agreed.stand is not Stand.AGREED:
        raise BadInput(worded("cafe", "Not both of them have said yes. Wait for the answer."))
    if yes:
        return _do(unit, agreed)
    done = unit.change(SWAPS, agreed, stand=Stand.NO, answered_at=unit.now)
    for who, shift in ((agreed.person, agreed.hers), (agreed.other, agreed.theirs)):
        for kept in unit.find(SHIFTS, SHIFT.c.id == shift):
            telling_changes.tell_not_swapped(unit, kept, done, who, telling_changes.NOT_AGREED)
    return done


def _of_me(unit: Unit, business: str, swap: str) -> Swap:
    unit.need("cafe.see", business)
    asked = unit.get(SWAPS, swap)
    if asked.other != unit.actor.id or asked.business != business:
        raise NotFound(SWAPS.called, swap)
    _must_wait(asked)
    return asked


def _must_wait(swap: Swap) -> None:
    if not swap.waits:
        raise BadInput(worded("cafe", "This was answered already. Look at the page again."))


def _do(unit: Unit, swap: Swap) -> Swap:
    """Do it if both still have their places and no rule is broken; else tell each of them what she may know."""
    shifts = {one.id: one for one in unit.find(SHIFTS, SHIFT.c.id.in_([swap.hers, swap.theirs]))}
    own, other = _place(unit, swap.hers, swap.person), _place(unit, swap.theirs, swap.other)
    begun = any(one.starts <= unit.now for one in shifts.values())
    if len(shifts) < 2 or own is None or other is None or begun:
        return _give_up(unit, swap, shifts, None)
    hers, theirs = shifts[swap.hers], shifts[swap.theirs]
    there = changing.standing(unit, swap.business, hers, theirs)
    wanted = exchange(hers, own, theirs, other)
    broken = changing.breaks(there, wanted)
    if broken:
        return _give_up(unit, swap, shifts, broken[0], rest=there.problem.limits.adults.rest)
    changing.change(unit, there, wanted, What.SWAPPED, herself={swap.person, swap.other})
    done = unit.change(SWAPS, swap, stand=Stand.DONE, answered_at=unit.now)
    telling_changes.tell_swapped(unit, min((hers, theirs), key=lambda one: one.starts), done)
    return done


NOT_ANY_MORE = messages.Sentence(key="The swap is not possible any more.", picture="changed")


def _give_up(unit: Unit, swap: Swap, shifts: dict[str, KeptShift], broken: Breach | None, rest: int = 0) -> Swap:
    done = unit.change(SWAPS, swap, stand=Stand.IMPOSSIBLE, answered_at=unit.now)
    for who, shift in ((swap.person, swap.hers), (swap.other, swap.theirs)):
        if shift in shifts:
            telling_changes.tell_not_swapped(unit, shifts[shift], done, who, _why(who, broken, rest))
    return done


def _why(who: str, broken: Breach | None, rest: int) -> messages.Sentence:
    """Why there is no swap: the reason itself for her whom it is about, and for the other that there is one.

    News is printed, and read with a helper: it names no rule that would tell of hours, age, health or a quarrel.
    Her own page of the shift does, to her alone.
    """
    if broken is None or broken.person != who or broken.rule not in PLAIN:
        return NOT_ANY_MORE
    return messages.Sentence(key=RULES[broken.rule].person, facts={"rest": f"{rest / 60:g}"}, picture="wait")
