"""Writing a rota over the one that is kept: shifts are brought up to date, then who is on them, then reasons.

A shift whose time moves stays the same row, and so does the claim of whoever stays on it: people are told of a
change and not of an end and a beginning, and their calendars show one entry that moves.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import attrs

from alongside.api import diary
from alongside.api.store import Unit

from ..offers import unflag
from ..problem import Problem
from ..rota import KeptAssignment, KeptGap, KeptShift, Rota, kept_shift
from ..shift import Assignment, Shift
from ..tables import ASSIGNMENTS, GAPS, SHIFTS


class Writing:
    """The writing of one rota; ``before`` is what is kept of the same days and has not begun."""

    def __init__(self, unit: Unit, business: str, before: Rota, problem: Problem) -> None:
        self._unit, self._business, self._problem = unit, business, problem
        self._made: dict[tuple[str, str], str] = {}
        # A reason is of the whole rota: who is elsewhere now may have been what an old one says.
        for gap in before.gaps:
            unit.remove(GAPS, gap)
        # A rota that may be written breaks no rule, so nothing of it waits for a certificate.
        unflag(unit, before.assignments)
        self._old = {one.id: one for one in before.shifts}
        successors = succeeding(before.shifts, problem.shifts)
        self._free_all(before, {old.id for old in successors.values()})
        self._shifts = {one.id: self._brought(one, successors.get(one.id)) for one in problem.shifts}
        self._there = [one for one in before.assignments if one.shift in {row.id for row in self._shifts.values()}]

    def _free_all(self, before: Rota, staying: set[str]) -> None:
        """Give back the time of shifts that are not needed any more, and take them out."""
        for one in before.assignments:
            if one.shift not in staying:
                self._free(one)
        for old in before.shifts:
            if old.id not in staying:
                self._unit.remove(SHIFTS, old)

    def _brought(self, shift: Shift, old: KeptShift | None) -> KeptShift:
        """The row of a shift: as it is, changed from the one it comes from, or new."""
        if old is None:
            row = kept_shift(shift, self._unit.new_id(), self._business, self._problem.zone)
            return self._unit.add(SHIFTS, row)
        if old.shift == shift:
            return old
        new = kept_shift(shift, old.id, self._business, self._problem.zone)
        return self._unit.change(SHIFTS, old, **attrs.asdict(new, recurse=False, filter=_changes))

    def _free(self, one: KeptAssignment) -> None:
        self._unit.remove(ASSIGNMENTS, one)
        diary.release(self._unit, one.claim)

    def assign(self, wanted: Sequence[Assignment]) -> list[Assignment]:
        """Bring who is on the shifts to what is wanted; return those whose time was taken meanwhile."""
        places = {(self._shifts[one.shift].id, one.person): one for one in wanted}
        claims: dict[tuple[str, str], str] = {}
        for one in self._there:
            wish = places.get((one.shift, one.person))
            if wish is None:
                self._free(one)
            elif wish.place == one.place and not self._moved(one.shift):
                del places[one.shift, one.person]
            else:
                # Out before anybody is put in: a place has one row, and two may have changed theirs.
                self._unit.remove(ASSIGNMENTS, one)
                claims[one.shift, one.person] = one.claim
        late = self._put_all(list(places.values()), claims)
        # Somebody whose shifts change places stands in her own way at first.
        late = self._put_all(late, claims) if late and claims else late
        for gone in late:
            if claim := claims.get((self._shifts[gone.shift].id, gone.person)):
                diary.release(self._unit, claim)
        return late

    def pin(self, rota: Rota, pinned: Collection[Assignment]) -> None:
        """Note on the rota as it now stands which of it was put there by hand."""
        for one, planned in zip(rota.assignments, rota.planned, strict=True):
            if one.pinned != (planned in pinned):
                self._unit.change(ASSIGNMENTS, one, pinned=planned in pinned)

    def _put_all(self, new: Sequence[Assignment], claims: Mapping[tuple[str, str], str]) -> list[Assignment]:
        # In the order of people, so that two fills at one moment cannot wait for each other in a ring.
        in_order = sorted(new, key=lambda one: (one.person, one.shift))
        self._claim_at_once([one for one in in_order if (self._shifts[one.shift].id, one.person) not in claims])
        return [one for one in in_order if not self._put(one, claims)]

    def _claim_at_once(self, new: Sequence[Assignment]) -> None:
        """Claim the time of all at once; where somebody's is taken, each is claimed, or not, for herself."""
        for person in sorted({one.person for one in new}):
            diary.ensure_person(self._unit, person)
        wishes = [self._wish(self._shifts[one.shift], one.person) for one in new]
        try:
            claimed = diary.claim_all(self._unit, wishes)
        except diary.Taken:
            return
        for one, claim in zip(new, claimed, strict=True):
            self._made[self._shifts[one.shift].id, one.person] = claim.id

    def _moved(self, row: str) -> bool:
        old, new = self._old[row], next(one for one in self._shifts.values() if one.id == row)
        return (old.starts, old.ends) != (new.starts, new.ends)

    def _put(self, one: Assignment, claims: Mapping[tuple[str, str], str]) -> bool:
        shift = self._shifts[one.shift]
        try:
            claim = self._claimed(shift, one.person, claims.get((shift.id, one.person)))
        except diary.Taken:
            return False
        row = KeptAssignment(
            id=self._unit.new_id(),
            business=self._business,
            shift=shift.id,
            place=one.place,
            person=one.person,
            claim=claim,
        )
        self._unit.add(ASSIGNMENTS, row)
        return True

    def _claimed(self, shift: KeptShift, person: str, kept: str | None) -> str:
        """The claim of somebody on a shift: the one she has, moved where the shift has moved, or a new one."""
        if kept is None:
            return self._claim(shift, person)
        if self._moved(shift.id):
            there = diary.holds(self._unit, [person], self._old[shift.id].shift.during)
            for one in there:
                if one.id == kept:
                    diary.move(self._unit, one, shift.starts, shift.ends)
        return kept

    def _claim(self, shift: KeptShift, person: str) -> str:
        made = self._made.pop((shift.id, person), None)
        return made or diary.claim_all(self._unit, [self._wish(shift, person)])[0].id

    def _wish(self, shift: KeptShift, person: str) -> diary.Wish:
        return diary.Wish(
            resource=person,
            starts=shift.starts,
            ends=shift.ends,
            purpose=diary.Purpose.WORK,
            label=shift.job,
            business=self._business,
            source=f"cafe:shift:{shift.id}",
            zone=shift.zone,
        )

    def explain(self, gaps: Sequence[KeptGap]) -> None:
        """Note each gap, whose shift is named as it is planned."""
        for gap in gaps:
            self._unit.add(GAPS, attrs.evolve(gap, id=self._unit.new_id(), shift=self._shifts[gap.shift].id))


def _changes(field: attrs.Attribute[object], _: object) -> bool:
    return field.name not in {"id", "business", "version"}


def succeeding(old: Sequence[KeptShift], new: Sequence[Shift]) -> dict[str, KeptShift]:
    """Return the row that each new shift goes on from, by its id: one of the same name, else of its day and job.

    Of several on one day that have the same job, the earlier goes on as the earlier.
    """
    named = {one.called: one for one in old}
    found = {one.id: named[one.id] for one in new if one.id in named}
    left = [one for one in sorted(old, key=lambda one: one.starts) if one.called not in found]
    for shift in sorted(new, key=lambda one: one.during.starts):
        match = next((one for one in left if (one.day, one.job) == (shift.day, shift.job)), None)
        if shift.id not in found and match is not None:
            found[shift.id] = match
            left.remove(match)
    return found
