"""Answering a swap that was asked for: yes, no, taking it back, what who plans says, and doing it."""

from __future__ import annotations

from alongside.api import messages
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, worded

from ..change import What
from ..checker import Breach
from ..rota import KeptShift
from ..rules import PLAIN, RULES
from ..swap import Stand, Swap
from ..tables import SHIFT, SHIFTS
from ..tables.changes import SWAPS, settings_of
from . import changing, keeping_the_key, swapping, telling_changes, telling_who_plans


def say_yes(unit: Unit, business: str, swap: str) -> Swap:
    """Agree to a swap: it is done, or waits for who plans, or is not possible any more."""
    asked = _of_me(unit, business, swap)
    if settings_of(unit, business).confirm_swaps:
        agreed = unit.change(SWAPS, asked, stand=Stand.AGREED)
        telling_who_plans.swap_waits(unit, unit.get(SHIFTS, asked.hers), agreed)
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
    """Do it if both have their places, no rule is broken and no key goes; else tell each what she may know."""
    shifts = {one.id: one for one in unit.find(SHIFTS, SHIFT.c.id.in_([swap.hers, swap.theirs]))}
    own, other = swapping.place_of(unit, swap.hers, swap.person), swapping.place_of(unit, swap.theirs, swap.other)
    begun = any(one.starts <= unit.now for one in shifts.values())
    if len(shifts) < 2 or own is None or other is None or begun:
        return _give_up(unit, swap, shifts, None)
    hers, theirs = shifts[swap.hers], shifts[swap.theirs]
    there = changing.standing(unit, swap.business, hers, theirs)
    wanted = swapping.exchange(hers, own, theirs, other)
    broken = changing.breaks(there, wanted)
    if broken:
        return _give_up(unit, swap, shifts, broken[0], rest=there.problem.limits.adults.rest)
    if not keeping_the_key.stays(there, hers, own, theirs, other):
        return _give_up(unit, swap, shifts, None)
    changing.change(unit, there, wanted, What.SWAPPED, herself={swap.person, swap.other})
    done = unit.change(SWAPS, swap, stand=Stand.DONE, answered_at=unit.now)
    telling_who_plans.swapped(unit, min((hers, theirs), key=lambda one: one.starts), done)
    return done


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
        return telling_changes.NOT_ANY_MORE
    return messages.Sentence(key=RULES[broken.rule].person, facts={"rest": f"{rest / 60:g}"}, picture="wait")
