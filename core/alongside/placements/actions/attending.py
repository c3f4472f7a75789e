"""Confirming who was there: a whole shift at once, by whoever runs the business; corrections stand above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

import attrs

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, Period, local
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.attendance import Attendance, must_be_possible
from alongside.refusal import BadInput
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Planned:
    """One person's part in a stretch, and what is noted of it.

    ``expected`` is False where it is no work by itself, such as a session that somebody with a paid job learns in:
    it is paid where a person says so.
    """

    claim: diary.Claim
    face: people.Face
    noted: Attendance | None
    expected: bool = True


@attrs.frozen(kw_only=True)
class Stretch:
    """A shift, a session or a booking, as it stands in the diary: who was to be there, at one time."""

    label: str
    starts: datetime
    ends: datetime
    people: tuple[Planned, ...]

    @property
    def confirmed(self) -> bool:
        """True if everybody's part in it is noted that is work."""
        return all(one.noted for one in self.people if one.expected)


@attrs.frozen(kw_only=True)
class Note:
    """What is said of one claim: when she was there, None where she was not; ``why`` where it corrects a note."""

    time: Interval | None
    why: str = ""


def over_on(unit: Unit, business: str, day: date) -> list[Stretch]:
    """Return the work of a day that is over in a business, shift by shift, for whoever may confirm it."""
    unit.need("placements.change", business)
    zone = enterprise.the_enterprise(unit).zone
    there = [one for one in _over(unit, business, Period(day, day)) if local(one.starts, zone).date() == day]
    expected = offers.at_work(unit, there)
    paid = {one.person for one in offers.placements_on(unit, day) if one.paid}
    claims = [one for one in there if one.id in expected or one.resource in paid]
    faces = people.faces_of(unit, {one.resource for one in claims})
    noted = offers.attendance_in(unit, business, Period(day, day))
    found: dict[tuple[datetime, datetime, str], list[Planned]] = {}
    for one in claims:
        planned = Planned(
            claim=one, face=faces[one.resource], noted=noted.get(one.id), expected=one.id in expected
        )
        found.setdefault((one.starts, one.ends, one.label), []).append(planned)
    stretches = [
        Stretch(starts=starts, ends=ends, label=label, people=tuple(sorted(theirs, key=_by_name)))
        for (starts, ends, label), theirs in sorted(found.items())
    ]
    # Of a session that is nobody's work, nothing has to be said.
    return sorted(stretches, key=lambda one: not any(planned.expected for planned in one.people))


def _over(unit: Unit, business: str, period: Period) -> list[diary.Claim]:
    """What may be work of people in a business, and is over."""
    zone, here = enterprise.the_enterprise(unit).zone, {resource.id for resource in diary.resources(unit)}
    return [
        one
        for one in diary.claims_of(unit, business, period.interval(zone))
        if one.purpose in offers.MAY_BE_WORK and one.ends <= unit.now and one.resource not in here
    ]


def _by_name(one: Planned) -> tuple[str, str]:
    return one.face.name.casefold(), one.claim.id


def not_confirmed(unit: Unit, business: str, period: Period) -> dict[date, int]:
    """Return how many stretches of work of each day are over and not noted; days with none are left out."""
    unit.need("placements.change", business)
    zone = enterprise.the_enterprise(unit).zone
    noted, there = offers.attendance_in(unit, business, period), _over(unit, business, period)
    expected = offers.at_work(unit, there)
    found: dict[date, int] = {}
    for one in there:
        if one.id in expected and one.id not in noted:
            day = local(one.starts, zone).date()
            found[day] = found.get(day, 0) + 1
    return found


def confirm(unit: Unit, business: str, day: date, notes: Mapping[str, Note]) -> list[Attendance]:
    """Note who was there, all at once; return what is new. What says the same again is not kept twice.

    ``notes`` are by claim.

    Raises:
        BadInput: for a claim that is no work of that day that is over there, or a correction without a reason.
        NotThen: for time that is not over, or in which she was elsewhere.
    """
    planned = {one.claim.id: one for stretch in over_on(unit, business, day) for one in stretch.people}
    if set(notes) - set(planned):
        found = f"one of these is no work of {day} that is over"
        raise BadInput(found, remedy="Open the page of that day again.")
    new = _new(unit, ((planned[claim], said) for claim, said in notes.items()), day)
    around = offers.attendance_of_people(unit, {one.person for one in new}, days_around(day))
    must_be_possible(new, around.values(), unit.now)
    return [offers.note_attendance(unit, note) for note in new]


def days_around(day: date) -> Period:
    """Return the days whose work may reach into a day."""
    return Period(day - timedelta(days=1), day + timedelta(days=1))


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
