"""Which hours may have to be paid, or put right: those of the period, and earlier ones as the ledger has them.

A note of hours is looked at again where it was made after the run before was read, where the ledger has paid for
other minutes than it says, and where a row of the ledger names a placement that does not pay that any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

import attrs

from alongside.instants import Period
from alongside.pay.facts import Days
from alongside.pay.line import PaidTime, What
from alongside.pay.offers.ledger import paid_for_claims, paid_for_days
from alongside.placements import offers as placements
from alongside.placements.attendance import Attendance
from alongside.placements.placement import Placement
from alongside.store import Unit

_A_DAY = timedelta(days=1)

_LONGEST_UNIT = timedelta(hours=1)
"""A unit's instant is its beginning: one that began before the run was read may have been kept after it."""


@attrs.define
class Owing:
    """By person: the notes that count, what the ledger says of their claims and of days, and where she came."""

    notes: dict[str, list[Attendance]] = attrs.field(factory=dict)
    paid: dict[str, list[PaidTime]] = attrs.field(factory=dict)
    came: dict[str, set[tuple[str, date]]] = attrs.field(factory=dict)
    claims: set[str] = attrs.field(factory=set)


def owing(unit: Unit, days: Days, before: datetime | None, agreed: Mapping[str, list[Placement]]) -> Owing:
    """Return the notes of a run's period and those of earlier ones that may have to be put right."""
    rows = paid_for_days(unit, days.looked_at)
    again = _again(unit, days, before, agreed, rows)
    now = placements.attendance_everywhere(unit, Period(days.period.first - _A_DAY, days.period.last))
    notes = {**now, **placements.attendance_by_claims(unit, again - now.keys())}
    found = Owing(claims=set(notes))
    for note in notes.values():
        found.notes.setdefault(note.person, []).append(note)
    of_claims = [row for row in rows if row[1].claim in now and row[1].claim not in again]
    for person, one in (*_of_days(rows), *of_claims, *paid_for_claims(unit, again)):
        found.paid.setdefault(person, []).append(one)
    for person, one in rows:
        if one.what is What.WORK and one.placement:
            found.came.setdefault(person, set()).add((one.placement, one.day))
    return found


def _of_days(rows: Iterable[tuple[str, PaidTime]]) -> list[tuple[str, PaidTime]]:
    return [row for row in rows if row[1].what is not What.WORK]


def _again(
    unit: Unit,
    days: Days,
    before: datetime | None,
    agreed: Mapping[str, list[Placement]],
    rows: Iterable[tuple[str, PaidTime]],
) -> set[str]:
    """The claims of earlier periods whose notes have to be looked at again."""
    if days.since >= days.period.first or before is None:
        return set()
    paid = {person for person, theirs in agreed.items() if any(one.paid for one in theirs)}
    so_far = _minutes(rows)
    earlier = Period(days.looked_at.first, days.period.first - _A_DAY)
    ever = Period(days.since - _A_DAY, days.period.first - _A_DAY)
    return {
        *(
            claim
            for claim, (person, minutes) in placements.minutes_noted(unit, earlier).items()
            if person in paid and minutes != so_far.get(claim, 0)
        ),
        *placements.claims_noted(unit, ever, before - _LONGEST_UNIT),
        *_paid_otherwise(agreed, rows),
    }


def _minutes(rows: Iterable[tuple[str, PaidTime]]) -> dict[str, int]:
    """What the ledger has paid for by now, in minutes by claim; what was taken back counts against it."""
    found: dict[str, int] = {}
    for _, one in rows:
        if one.claim:
            found[one.claim] = found.get(one.claim, 0) + one.minutes
    return found


def _paid_otherwise(agreed: Mapping[str, list[Placement]], rows: Iterable[tuple[str, PaidTime]]) -> set[str]:
    """The claims that were paid by a placement that has ended earlier since, or has another rate."""
    by_id = {one.id: one for theirs in agreed.values() for one in theirs}
    return {
        one.claim
        for _, one in rows
        if one.claim and one.minutes > 0 and not _pays_so(by_id.get(one.placement or ""), one)
    }


def _pays_so(placement: Placement | None, one: PaidTime) -> bool:
    return placement is not None and placement.runs_on(one.day) and placement.rate == one.rate
