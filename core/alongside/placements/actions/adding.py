"""Time that was not planned and is paid: a debrief, a training, work that came up. Adding it confirms it."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, local
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.actions.attending import days_around
from alongside.placements.attendance import Attendance, must_be_possible
from alongside.refusal import BadInput
from alongside.store import Unit


def paid_there(unit: Unit, business: str, day: date) -> dict[str, str]:
    """Return who has a paid placement in a business on a day, id -> name, by name."""
    unit.need("placements.change", business)
    persons = {one.person for one in offers.placements_on(unit, day, business) if one.paid}
    names = people.names_of(unit, persons)
    return dict(sorted(names.items(), key=lambda each: (each[1].casefold(), each[0])))


def add_time(unit: Unit, business: str, person: str, during: Interval, what: str) -> Attendance:
    """Put time in the diary that somebody has worked, and confirm it.

    Raises:
        Taken: where she had something else to do then.
        BadInput: for time that is not over, or somebody who is not paid there.
        NotThen: where other hours of hers are confirmed then.
    """
    zone = enterprise.the_enterprise(unit).zone
    day = local(during.starts, zone).date()
    if person not in paid_there(unit, business, day):
        raise BadInput("nobody is paid there by that name on this day", remedy="Agree the work first.")
    if during.ends > unit.now:
        raise BadInput("this time is not over", remedy="Add it when it is.")
    diary.ensure_person(unit, person)
    with unit.apart():  # whoever is told no has claimed no time
        claim = _claimed(unit, business, person, during, what, zone)
        note = _noted(unit, claim, day)
        # The diary knows what was planned; what was confirmed may reach further.
        known = offers.attendance_of_people(unit, {person}, days_around(day))
        must_be_possible([note], known.values(), unit.now)
        return offers.note_attendance(unit, note)


def _claimed(unit: Unit, business: str, person: str, during: Interval, what: str, zone: str) -> diary.Claim:
    """Claim the time, or say that she is not free then; what she does elsewhere is her own, and is not said."""
    try:
        return diary.claim(
            unit, person, during.starts, during.ends, diary.Purpose.WORK, what, business=business, zone=zone
        )
    except diary.Taken as taken:
        if taken.standing is None or taken.standing.business == business:
            raise
        unsaid = attrs.evolve(taken.standing, label="")
        raise diary.Taken(taken.called, taken.wanted, unsaid) from None


def _noted(unit: Unit, claim: diary.Claim, day: date) -> Attendance:
    return Attendance(
        id=unit.new_id(),
        claim=claim.id,
        person=claim.resource,
        business=str(claim.business),
        day=day,
        starts=claim.starts,
        ends=claim.ends,
        noted_by=unit.actor.id if unit.actor.kind.value == "person" else None,
        noted_at=unit.now,
    )
