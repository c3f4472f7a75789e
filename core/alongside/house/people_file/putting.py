"""Putting people on record: in one unit the file is checked against what stands there, then all or nobody."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.house.people_file.checking import Known, check
from alongside.house.people_file.joining import Joining, Plan, Work
from alongside.house.people_file.sheet import Sheet
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import offers as placements
from alongside.placements.placement import Placement
from alongside.store import Unit

_NEEDED = ("people.change", "enterprise.change", "placements.change")


def look_through(unit: Unit, sheet: Sheet) -> Plan:
    """Check a file against what is on record; nothing is written."""
    for permission in _NEEDED:
        unit.need(permission)
    return check(sheet, known(unit))


def known(unit: Unit) -> Known:
    """Return what a file is held against."""
    everybody = tuple(people.everybody(unit))
    bare = [
        one.id for one in everybody if one.date_of_birth is None and not placements.placements_of(unit, one.id)
    ]
    businesses = tuple(enterprise.businesses(unit))
    return Known(
        today=enterprise.today(unit),
        businesses=businesses,
        promises={one.id: enterprise.promises(unit, one.id) for one in businesses},
        people=everybody,
        bare=frozenset(bare),
    )


def put_on_record(unit: Unit, sheet: Sheet) -> tuple[Plan, tuple[str, ...]]:
    """Put everybody on record with roles and work, or nobody where the plan has a fault; return the new ids."""
    plan = look_through(unit, sheet)
    if plan.faults:
        return plan, ()
    return plan, tuple(join(unit, one) for one in plan.people)


def join(unit: Unit, new: Joining) -> str:
    """Put one person on record, with what she is for the enterprise and what was agreed with her."""
    person = _recorded(unit, new)
    for held in new.roles:
        enterprise.give_role(unit, person.id, held.role, held.business.id if held.business else None)
    if new.work is not None:
        _agree(unit, person.id, new.work)
    return person.id


def _recorded(unit: Unit, new: Joining) -> Person:
    wanted = Person(
        id=unit.new_id(),
        name=new.name,
        date_of_birth=new.date_of_birth,
        email=new.email,
        phone=new.phone,
        preferred_format=new.preferred_format,
        edition=new.edition,
        joined=new.joined,
    )
    if new.completes is None:
        return people.add_person(unit, wanted)
    return people.fill_in(unit, people.person(unit, new.completes), wanted)


def _agree(unit: Unit, person: str, work: Work) -> None:
    placement = Placement(
        id=unit.new_id(),
        person=person,
        business=work.business.id,
        kind=work.kind,
        first_day=work.first_day,
        agreed_minutes=work.minutes,
        rate=work.rate,
    )
    unit.tell("placement_started", placement=placements.add_placement(unit, placement))
