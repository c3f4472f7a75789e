"""Who was there: the notes of work that is over."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

import sqlalchemy as sa

from alongside.instants import Period, minutes_between
from alongside.placements.attendance import Attendance, latest
from alongside.placements.tables import ATTENDANCE, ATTENDANCES
from alongside.refusal import SomebodyWasFaster
from alongside.store import Guarded, Unit

_A_DAY = timedelta(days=1)


def attendance_in(unit: Unit, business: str, period: Period) -> dict[str, Attendance]:
    """Return the note that counts of each stretch of work in a business, planned for a period, by claim."""
    return latest(unit.find(ATTENDANCES, ATTENDANCE.c.business == business, *_about(period)))


def attendance_of(unit: Unit, person: str, period: Period) -> dict[str, Attendance]:
    """Return the note that counts of each stretch of a person's work, planned for a period, by claim."""
    return latest(unit.find(ATTENDANCES, ATTENDANCE.c.person == person, *_about(period)))


def _about(period: Period) -> tuple[object, ...]:
    # A shift of the evening before reaches into the period, and somebody may have begun a night earlier.
    return ATTENDANCE.c.day >= period.first - _A_DAY, ATTENDANCE.c.day <= period.last + _A_DAY


def attendance_everywhere(unit: Unit, days: Period) -> dict[str, Attendance]:
    """Return the note that counts of each stretch of anybody's work that was planned for these days, by claim."""
    return latest(unit.find(ATTENDANCES, ATTENDANCE.c.day >= days.first, ATTENDANCE.c.day <= days.last))


def attendance_by_claims(unit: Unit, claims: Collection[str]) -> dict[str, Attendance]:
    """Return the note that counts of each of the claims that has one."""
    ids = sorted(claims)
    return latest(
        note
        for first in range(0, len(ids), _AT_ONCE)
        for note in unit.find(ATTENDANCES, ATTENDANCE.c.claim.in_(ids[first : first + _AT_ONCE]))
    )


def attendance_of_people(unit: Unit, people: Collection[str], days: Period) -> dict[str, Attendance]:
    """Return the note that counts of each stretch of some people's work, planned for these days, by claim."""
    during = ATTENDANCE.c.day >= days.first, ATTENDANCE.c.day <= days.last
    return latest(unit.find(ATTENDANCES, ATTENDANCE.c.person.in_(people), *during)) if people else {}


def claims_noted(unit: Unit, days: Period, since: datetime) -> set[str]:
    """Return the claims, planned for these days, of which any note was made after an instant."""
    query = sa.select(ATTENDANCE.c.claim).distinct()
    during = ATTENDANCE.c.day >= days.first, ATTENDANCE.c.day <= days.last
    return {row.claim for row in unit.question(query.where(*during, ATTENDANCE.c.noted_at > since))}


def minutes_noted(unit: Unit, days: Period, people: Collection[str] | None = None) -> dict[str, tuple[str, int]]:
    """Return person and minutes of the note that counts of each stretch of work, planned for these days, by claim.

    Of everybody's work, or of some people's. Notes themselves are not made of the rows: a pay run asks this of
    half a year of everybody's work.
    """
    query = sa.select(ATTENDANCE.c.claim, ATTENDANCE.c.person, ATTENDANCE.c.starts, ATTENDANCE.c.ends)
    during = [ATTENDANCE.c.day >= days.first, ATTENDANCE.c.day <= days.last]
    if people is not None:
        during.append(ATTENDANCE.c.person.in_(sorted(people)))
    return {
        claim: (person, minutes_between(starts, ends) if starts and ends else 0)
        for claim, person, starts, ends in unit.question(query.where(*during).order_by(ATTENDANCE.c.number))
    }


_AT_ONCE = 500
"""So many ids in one question: databases do not take any number."""


def notes_of(unit: Unit, claim: str) -> list[Attendance]:
    """Return every note of one stretch of work, the first one first."""
    return unit.find(ATTENDANCES, ATTENDANCE.c.claim == claim, order=(ATTENDANCE.c.number,))


def every_note(unit: Unit, person: str) -> list[Attendance]:
    """Return every note of a person's work there ever was."""
    return unit.find(ATTENDANCES, ATTENDANCE.c.person == person, order=(ATTENDANCE.c.day, ATTENDANCE.c.number))


def note_attendance(unit: Unit, note: Attendance) -> Attendance:
    """Put a note on record and let everybody react to it.

    Raises:
        SomebodyWasFaster: where another unit notes the same stretch of work at this moment.
    """
    try:
        added = unit.add(ATTENDANCES, note)
    except Guarded as twice:
        raise SomebodyWasFaster(ATTENDANCES.called) from twice
    unit.tell("hours_confirmed", person=note.person, claim=note.claim, minutes=note.minutes)
    return added


def forget_reasons(unit: Unit, person: str) -> None:
    """Empty the words of a person's notes; the hours stay, as the law asks, and hold no name."""
    for one in every_note(unit, person):
        if one.why:
            unit.change(ATTENDANCES, one, why=_GONE)


_GONE = "–"
"""Stands for a reason that was taken out: a correction cannot be without one."""
