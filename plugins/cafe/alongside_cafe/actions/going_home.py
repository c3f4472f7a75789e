"""Going home in mid-shift and coming in: what was worked of it by then stays hers, and is nobody else's."""

from __future__ import annotations

import attrs

from alongside.api import diary
from alongside.api.store import Unit
from alongside.api.values import Interval

from ..problem import Problem
from ..rota import KeptAssignment, KeptShift
from .change_wanted import Standing


def source_of(shift: KeptShift) -> str:
    """Return what the claims on people's time for a shift say of where they come from."""
    return f"cafe:shift:{shift.id}"


def give_back(unit: Unit, place: KeptAssignment, shift: KeptShift) -> None:
    """Give the time of a place back: all of it, or what is left of it from the minute in which she leaves."""
    worked = _until(unit, shift)
    claim = next((one for one in _held(unit, shift, place.person) if one.id == place.claim), None)
    if claim is None or worked is None or worked.ends <= claim.starts:
        diary.release(unit, place.claim)
    elif worked.ends < claim.ends:
        diary.move(unit, claim, claim.starts, worked.ends)


def _until(unit: Unit, shift: KeptShift) -> Interval | None:
    """What of a shift has gone by, in whole minutes; None before its first one is over."""
    minute = unit.now.replace(second=0, microsecond=0)
    return Interval(shift.starts, minute) if shift.starts < minute else None


def from_now(unit: Unit, shift: KeptShift, during: Interval) -> Interval:
    """Return what of its time somebody works who comes to a shift: of one that has begun, from this minute on."""
    gone = _until(unit, shift)
    return Interval(max(during.starts, gone.ends), during.ends) if gone else during


def as_she_came(shift: KeptShift, claim: diary.Claim, during: Interval) -> Interval:
    """Return what is hers of a shift that gets other times: who came in mid-shift gets nothing from before."""
    late = shift.starts < claim.starts < during.ends
    return Interval(max(during.starts, claim.starts), during.ends) if late else during


def _held(unit: Unit, shift: KeptShift, person: str) -> list[diary.Claim]:
    held = diary.holds(unit, [person], shift.shift.during)
    return [one for one in held if one.source == source_of(shift)]


def worked_of(unit: Unit, there: Standing, shift: KeptShift, person: str) -> diary.Claim | None:
    """Return the claim on what somebody worked of a shift that she has no place on any more; None for none."""
    return next((one for one in _held(unit, shift, person) if one.id not in there.rota.claims), None)


def without(there: Standing, person: str, worked: diary.Claim) -> Standing:
    """Return the rota as it stands for whoever comes back: what she worked of the shift is no other work."""
    return attrs.evolve(
        there,
        problem=_without(there.problem, person, worked.interval),
        able=_without(there.able, person, worked.interval),
    )


def _without(problem: Problem, person: str, worked: Interval) -> Problem:
    workers = (
        attrs.evolve(one, work=tuple(other for other in one.work if other != worked)) if one.id == person else one
        for one in problem.workers
    )
    return attrs.evolve(problem, workers=tuple(workers))
