"""Confirming who was there: a whole shift at once, by whoever runs the business; corrections stand above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

import attrs

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, Period, local
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.attendance import Attendance
from alongside.refusal import BadInput
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Planned:
    """One person's part in a stretch of work, and what is noted of it."""

    claim: diary.Claim
    face: people.Face
    noted: Attendance | None


@attrs.frozen(kw_only=True)
class Stretch:
    """A shift, as it stands in the diary: who was to be there, all from the same time to the same time."""

    label: str
    starts: datetime
    ends: datetime
    people: tuple[Planned, ...]

    @property
    def confirmed(self) -> bool:
        """True if everybody's part in it is noted."""
        return all(one.noted for one in self.people)


@attrs.frozen(kw_only=True)
class Note:
    """What is said of one claim: when she was there, None where she was not; ``why`` where it corrects a note."""

    time: Interval | None
    why: str = ""


def over_on(unit: Unit, business: str, day: date) -> list[Stretch]:
    """Return the work of a day that is over in a business, shift by shift, for whoever may confirm it."""
    unit.need("placements.change", business)
    zone = enterprise.the_enterprise(unit).zone
    here = {resource.id for resource in diary.resources(unit)}
    claims = [
        one
        for one in diary.claims_of(unit, business, Period(day, day).interval(zone))
        if one.purpose is diary.Purpose.WORK and one.ends <= unit.now and one.resource not in here
        if local(one.starts, zone).date() == day
    ]
    faces = people.faces_of(unit, {one.resource for one in claims})
    noted = offers.attendance_in(unit, business, Period(day, day))
    found: dict[tuple[datetime, datetime, str], list[Planned]] = {}
    for one in claims:
        planned = Planned(claim=one, face=faces[one.resource], noted=noted.get(one.id))
        found.setdefault((one.starts, one.ends, one.label), []).append(planned)
    return [
        Stretch(starts=starts, ends=ends, label=label, people=tuple(sorted(theirs, key=_by_name)))
        for (starts, ends, label), theirs in sorted(found.items())
    ]


def _by_name(one: Planned) -> tuple[str, str]:
    return one.face.name.casefold(), one.claim.id


def not_confirmed(unit: Unit, business: str, period: Period) -> dict[date, int]:
    """Return how many stretches of work of each day are over and not noted; days with none are left out."""
    unit.need("placements.change", business)
    zone, here = enterprise.the_enterprise(unit).zone, {resource.id for resource in diary.resources(unit)}
    noted = offers.attendance_in(unit, business, period)
    found: dict[date, int] = {}
    for one in diary.claims_of(unit, business, period.interval(zone)):
        open_ = one.purpose is diary.Purpose.WORK and one.ends <= unit.now and one.id not in noted
        if open_ and one.resource not in here:
            day = local(one.starts, zone).date()
            found[day] = found.get(day, 0) + 1
    return found


def confirm(unit: Unit, business: str, day: date, notes: Mapping[str, Note]) -> list[Attendance]:
    """Note who was there, all at once; return what is new. What says the same again is not kept twice.

    ``notes`` are by claim.

    Raises:
        BadInput: for a claim that is no work of that day that is over there, or a correction without a reason.
    """
    planned = {one.claim.id: one for stretch in over_on(unit, business, day) for one in stretch.people}
    if set(notes) - set(planned):
        found = f"one of these is no work of {day} that is over"
        raise BadInput(found, remedy="Open the page of that day again.")
    return [
        offers.note_attendance(unit, note)
        for note in _new(unit, ((planned[claim], said) for claim, said in notes.items()), day)
    ]


def _new(unit: Unit, said: Iterable[tuple[Planned, Note]], day: date) -> list[Attendance]:
    by = unit.actor.id if unit.actor.kind.value == "person" else None
    return [
        Attendance(
            id=unit.new_id(),
            claim=one.claim.id,
            person=one.claim.resource,
            business=str(one.claim.business),
            day=day,
            number=one.noted.number + 1 if one.noted else 1,
            starts=note.time.starts if note.time else None,
            ends=note.time.ends if note.time else None,
            why=note.why if one.noted else "",
            noted_by=by,
            noted_at=unit.now,
        )
        for one, note in said
        if one.noted is None or not one.noted.says_the_same(note.time)
    ]
