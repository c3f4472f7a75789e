"""Writing down a change of the rota that stands: who leaves, what moves, who comes, and why as far as she said."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from alongside.api import diary, placements
from alongside.api.store import Guarded, Unit
from alongside.api.values import Interval, SomebodyWasFaster

from ..change import Change, SaidWhy, What, Why
from ..offers import unflag
from ..rota import KeptAssignment, KeptShift
from ..tables import ASSIGNMENTS, SHIFTS
from ..tables.changes import REASONS_SAID
from . import going_home, recording
from .change_wanted import New, Standing, Wanted


def leave(unit: Unit, there: Standing, wanted: Wanted, what: What, herself: Collection[str]) -> Iterator[Change]:
    """Take people off their places and give their time back, but what they worked; yield what is kept of each."""
    gone = {shift.id for shift, times in wanted.times if times is None}
    unneeded = [one for one in there.rota.assignments if one.shift in gone]
    unflag(unit, [*wanted.off, *unneeded])
    for one in (*wanted.off, *unneeded):
        unit.remove(ASSIGNMENTS, one)
        shift = there.rota.by_id[one.shift]
        if what is What.SWAPPED:
            diary.release(unit, one.claim)
        else:
            going_home.give_back(unit, one, shift)
        if one.person in herself:
            placements.called_off_herself(unit, one.claim)
        if what is not What.SWAPPED:
            of = What.CALLED_OFF if one in unneeded else What.OFF
            yield recording.keep(unit, shift, of, one.place, one.person, herself=one.person in herself)


def move(unit: Unit, there: Standing, wanted: Wanted) -> Iterator[Change]:
    """Give shifts their new times, call them off, or put them back; yield what is kept of each.

    Raises:
        Taken: where somebody's time is taken by something that the rota does not know.
    """
    for shift, during in wanted.times:
        if during is None:
            unit.change(SHIFTS, shift, places=(), learning=(), key_holder=False)
            yield recording.keep(unit, shift, What.CALLED_OFF)
            continue
        _move_claims(unit, _staying(there, wanted, shift), shift, during)
        unit.change(SHIFTS, shift, starts=during.starts, ends=during.ends)
        yield recording.keep(unit, shift, What.SHORTER, now=during)
    for shift, then in wanted.back:
        _move_claims(unit, _staying(there, wanted, shift), shift, then.shift.during)
        again = {name: getattr(then, name) for name in ("starts", "ends", "places", "learning", "key_holder")}
        unit.change(SHIFTS, shift, **again)
        yield recording.keep(unit, shift, What.PUT_BACK, now=then.shift.during)


def _move_claims(unit: Unit, staying: Sequence[KeptAssignment], shift: KeptShift, during: Interval) -> None:
    # Earlier ends and later starts free time before anybody needs it: the order of claims does not matter.
    for one in staying:
        for claim in diary.holds(unit, [one.person], shift.shift.during):
            if claim.id == one.claim:
                hers = going_home.as_she_came(shift, claim, during)
                diary.move(unit, claim, hers.starts, hers.ends)


def _staying(there: Standing, wanted: Wanted, shift: KeptShift) -> list[KeptAssignment]:
    off = {one.id for one in wanted.off}
    return [one for one in there.rota.assignments if one.shift == shift.id and one.id not in off]


def put(unit: Unit, there: Standing, wanted: Wanted, what: What, herself: Collection[str]) -> Iterator[Change]:
    """Put people on their places and claim their time; yield what is kept of each.

    Raises:
        SomebodyWasFaster: where a place has gone to somebody else meanwhile.
    """
    times = {shift.id: during for shift, during in wanted.moved}
    for one in sorted(wanted.on, key=lambda new: new.person):
        during = times.get(one.shift.id) or one.shift.shift.during
        claim = _claim(unit, there, one, during)
        row = KeptAssignment(
            id=unit.new_id(),
            business=there.business,
            shift=one.shift.id,
            place=one.place,
            person=one.person,
            claim=claim,
        )
        try:
            with unit.apart():
                unit.add(ASSIGNMENTS, row)
        except Guarded:
            raise SomebodyWasFaster("rota") from None
        of = what if what is What.SWAPPED else What.ON
        yield recording.keep(unit, one.shift, of, one.place, one.person, herself=one.person in herself)


def _claim(unit: Unit, there: Standing, new: New, during: Interval) -> str:
    worked = going_home.worked_of(unit, there, new.shift, new.person)
    if worked is not None:
        return diary.move(unit, worked, worked.starts, during.ends).id
    hers = going_home.from_now(unit, new.shift, during)
    claimed = diary.claim(
        unit,
        new.person,
        hers.starts,
        hers.ends,
        diary.Purpose.WORK,
        new.shift.job,
        business=new.shift.business,
        source=going_home.source_of(new.shift),
        zone=new.shift.zone,
    )
    return claimed.id


def keep_why(unit: Unit, changes: Sequence[Change], why: Why) -> None:
    """Keep why people left their places, as far as they said."""
    for one in changes:
        if one.person is not None:
            said = SaidWhy(
                id=unit.new_id(), business=one.business, change=one.id, person=one.person, why=why, at=unit.now
            )
            unit.add(REASONS_SAID, said)
