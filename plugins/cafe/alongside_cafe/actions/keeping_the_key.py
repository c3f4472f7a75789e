"""Who of a team brings the key, and that two who change places leave no shift without it."""

from __future__ import annotations

from alongside.api.values import Refusal, worded

from ..legal import brings_the_key
from ..rota import KeptAssignment, KeptShift
from .change_wanted import Standing


class NoKeyThen(Refusal):
    """Two people cannot change places: on one of the shifts nobody would have the key."""

    status = 409

    def __init__(self) -> None:
        super().__init__(worded("cafe", "Nobody on one of the two shifts would have the key. Choose another."))


def team(there: Standing, shift: KeptShift) -> list[KeptAssignment]:
    """Return the places of a shift that somebody has, without those who learn beside the team."""
    on = [one for one in there.rota.assignments if one.shift == shift.id]
    return [one for one in on if one.place < len(shift.places)]


def keepers(there: Standing, shift: KeptShift) -> list[str]:
    """Return who could bring the key to a shift, whether she is on it or not; nobody where none is needed."""
    planned = there.shift(shift)
    # Whoever has left has a day off: she brings no key, even where she is still on the rota.
    here = [one for one in there.problem.workers if shift.day not in one.availability.away]
    return [one.id for one in here if brings_the_key(one, planned)]


def with_the_key(there: Standing, shift: KeptShift) -> frozenset[str]:
    """Return who of the team of a shift brings the key, where one is needed."""
    on_it = {one.person for one in team(there, shift)}
    return frozenset(one for one in keepers(there, shift) if one in on_it)


def stays(
    there: Standing, mine: KeptShift, place: KeptAssignment, theirs: KeptShift, other: KeptAssignment
) -> bool:
    """True where two who change places take the only key off neither shift.

    A missing key is no broken rule, as a rota may have to stand without: but nobody is to make it so by a swap.
    """
    return _kept(there, mine, place, other) and _kept(there, theirs, other, place)


def _kept(there: Standing, shift: KeptShift, goes: KeptAssignment, comes: KeptAssignment) -> bool:
    if with_the_key(there, shift) != {goes.person}:
        return True
    return comes.person in keepers(there, shift) and goes.place < len(shift.places)
