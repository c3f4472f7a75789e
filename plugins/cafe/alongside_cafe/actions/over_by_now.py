"""What people were asked and what is over by now: to stand in where a new rota has the place, and to swap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from alongside.api import messages, people
from alongside.api.store import Unit

from ..request import Reply, Request
from ..rota import KeptShift, Rota
from ..swap import WAITING, Stand, Swap
from ..tables import SHIFT, SHIFTS
from ..tables.changes import REQUEST, REQUESTS, SWAP, SWAPS
from . import telling_changes

TOLD = timedelta(days=7)
"""How long after its shifts somebody is still told that nothing came of a swap."""


def by_publishing(unit: Unit, business: str, before: Rota, after: Rota) -> None:
    """End what was asked of shifts to come that a new rota has made another way, and tell whom it was asked of."""
    for one in _requests(unit, before):
        if not _is_open(one, before, after):
            _close(unit, one, before.by_id[one.shift], after)
    for swap in _swaps(unit, business):
        if not _both_there(swap, before, after):
            _end(unit, swap)


def by_the_clock(unit: Unit) -> None:
    """End the swaps of which a shift has begun or is gone without an answer, and tell who asked."""
    waiting = _swaps(unit)
    ids = {shift for one in waiting for shift in (one.hers, one.theirs)}
    coming = unit.find(SHIFTS, SHIFT.c.id.in_(sorted(ids)), SHIFT.c.starts > unit.now) if ids else []
    there = {one.id for one in coming}
    for swap in waiting:
        if not {swap.hers, swap.theirs} <= there:
            _end(unit, swap)


# --- to stand in


def _requests(unit: Unit, before: Rota) -> list[Request]:
    return unit.find(REQUESTS, REQUEST.c.shift.in_(sorted(before.by_id)), REQUEST.c.reply.is_(None))


def _is_open(one: Request, before: Rota, after: Rota) -> bool:
    """True while nobody has the place that was asked for, at the times and for the work for which it was."""
    old, new = before.by_id[one.shift], after.by_id.get(one.shift)
    if new is None or any((each.shift, each.place) == (one.shift, one.place) for each in after.assignments):
        return False
    return _place(old, one.place) == _place(new, one.place)


def _place(shift: KeptShift, place: int) -> object:
    return shift.starts, shift.ends, shift.job, shift.places[place] if place < len(shift.places) else None


def _close(unit: Unit, one: Request, shift: KeptShift, after: Rota) -> None:
    unit.change(REQUESTS, one, reply=Reply.GONE, replied_at=unit.now)
    if any((each.shift, each.person) == (one.shift, one.person) for each in after.assignments):
        # She has it herself, of which she hears as of any shift.
        messages.take_back(unit, f"cafe:request:{one.id}", one.person)
    else:
        telling_changes.tell_gone(unit, shift, one)


# --- to swap


def _swaps(unit: Unit, business: str | None = None) -> list[Swap]:
    here = () if business is None else (SWAP.c.business == business,)
    return unit.find(SWAPS, SWAP.c.stand.in_([one.value for one in WAITING]), *here)


def _both_there(swap: Swap, before: Rota, after: Rota) -> bool:
    """True if each of the two has the shift still; of other days, a new rota has changed nothing."""
    on = {(one.shift, one.person) for one in after.assignments}
    places = ((swap.hers, swap.person), (swap.theirs, swap.other))
    return all(place in on for place in places if place[0] in before.by_id)


def _end(unit: Unit, swap: Swap) -> None:
    unit.change(SWAPS, swap, stand=Stand.IMPOSSIBLE, answered_at=unit.now)
    telling_changes.take_question_back(unit, swap)
    for who in _told(swap):
        if people.find(unit, who) is not None:
            _tell(unit, swap, who)


def _told(swap: Swap) -> Iterator[str]:
    """Who counts on it: who has asked, and who has said yes."""
    yield swap.person
    if swap.stand is Stand.AGREED:
        yield swap.other


def _tell(unit: Unit, swap: Swap, who: str) -> None:
    title, lines = telling_changes.NO_SWAP, [telling_changes.NOT_ANY_MORE, telling_changes.NOTHING_TO_DO]
    key, until = f"cafe:unswapped:{swap.id}", swap.starts + TOLD
    messages.write_to(unit, who, key, telling_changes.PART, title, lines, path="/week", until=until)
