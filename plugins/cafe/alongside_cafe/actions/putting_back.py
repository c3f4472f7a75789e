"""Putting a shift back that was called off or became shorter: what it was planned to be, and making it that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import attrs

from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, worded

from ..change import Change, What
from ..rota import KeptShift
from ..tables.changes import changes_in, reshaped_in
from . import change_wanted, changing, needed, standing_in

OF_TIMES = (What.SHORTER, What.CALLED_OFF)


def can_be_put_back(unit: Unit, business: str, shifts: Iterable[KeptShift]) -> dict[str, KeptShift]:
    """Return what those of some shifts that are changed would be again, by their ids; the caller was checked."""
    return {one.id: then for one in shifts if (then := as_planned(unit, business, one)) is not None}


def as_planned(unit: Unit, business: str, shift: KeptShift) -> KeptShift | None:
    """Return a shift as it was planned; None where nothing was changed, or it cannot be so any more.

    Its times are those from before it was changed. Of one that was called off the places are asked for that a
    week, or the day, needs now: where it needs the shift no more, there is nothing to put back.
    """
    days = Period(shift.day, shift.day)
    newest = reshaped_in(unit, business, days).get(shift.called)
    if newest is None or newest.what not in OF_TIMES or shift.ends <= unit.now:
        return None
    changes = [one for one in changes_in(unit, business, days) if one.called == shift.called and not one.person]
    starts, ends = _times_before(unit, shift, changes)
    then = attrs.evolve(shift, starts=starts, ends=ends)
    if shift.places:
        return None if then == shift else then
    wanted = needed.shift_called(unit, business, shift.day, shift.called)
    if wanted is None or starts <= unit.now:
        return None
    return attrs.evolve(then, places=wanted.places, learning=wanted.learning, key_holder=wanted.key_holder)


def _times_before(unit: Unit, shift: KeptShift, changes: list[Change]) -> tuple[datetime, datetime]:
    """The times of a shift before it became shorter, however often; what has gone by does not come back."""
    starts, ends = shift.starts, shift.ends
    for one in reversed(changes):
        if one.what is What.SHORTER and (one.now_starts, one.now_ends) == (starts, ends):
            starts, ends = one.starts, one.ends
    return (starts if starts > unit.now else shift.starts), ends


def put_back(unit: Unit, business: str, shift: str) -> list[Change]:
    """Let a shift be again what it was planned to be; whoever is on it is told of her times.

    The places of one that was called off are open then: who had them may have plans of their own by now.

    Raises:
        BadInput: where it is over, or was not changed, or is not needed any more.
        NotPossible: where somebody on it could not stay for all of it; mark her off first.
    """
    unit.need("cafe.plan", business)
    changing.hold(unit, business, standing_in.open_shift(unit, business, shift))
    kept = standing_in.open_shift(unit, business, shift)
    then = as_planned(unit, business, kept)
    if then is None:
        raise BadInput(worded("cafe", "This shift cannot be put back any more. Look at the page again."))
    there = changing.standing(unit, business, kept)
    wanted = change_wanted.Wanted(back=((kept, then),))
    standing_in.refuse(unit, there, changing.breaks(there, wanted))
    return changing.change(unit, there, wanted, What.PUT_BACK)
