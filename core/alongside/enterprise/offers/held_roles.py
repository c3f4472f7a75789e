"""What is lent of roles: who holds which, and what they give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from alongside.enterprise.business import Business
from alongside.enterprise.offers.group import today
from alongside.enterprise.offers.its_businesses import businesses
from alongside.enterprise.roles import Grant, Role
from alongside.enterprise.roles import rights as rights_from
from alongside.enterprise.tables import GRANTS
from alongside.store import ActorKind, Rights, Unit


def grants(unit: Unit) -> list[Grant]:
    """Return the roles held today, by everybody, the oldest first."""
    day, table = today(unit), GRANTS.table
    order = (table.c.first_day, table.c.id)
    begun = unit.once("enterprise.grants", lambda: tuple(unit.find(GRANTS, table.c.first_day <= day, order=order)))
    return [grant for grant in begun if grant.holds(day)]


def grants_not_over(unit: Unit) -> list[Grant]:
    """Return the roles held today and those that begin later, by everybody, the oldest first."""
    table, day = GRANTS.table, today(unit)
    not_over = table.c.last_day.is_(None) | (table.c.last_day >= day)
    found = unit.find(GRANTS, not_over, order=(table.c.first_day, table.c.id))
    # One that was taken back before it began is held on no day.
    return [grant for grant in found if grant.last_day is None or grant.last_day >= grant.first_day]


def grant(unit: Unit, id: str) -> Grant:  # noqa: A002 - what the column is called
    """Return a role that somebody holds or held, by its id."""
    return unit.get(GRANTS, id)


def roles_of(unit: Unit, person: str) -> list[Grant]:
    """Return the roles a person holds today."""
    day, hers = today(unit), GRANTS.table.c.person == person
    held = unit.once(f"enterprise.grants.{person}", lambda: tuple(unit.find(GRANTS, hers)))
    return [grant for grant in held if grant.holds(day)]


def _ever_held(unit: Unit, role: Role) -> list[Grant]:
    table = GRANTS.table
    return unit.find(GRANTS, table.c.role == role.value, order=(table.c.first_day, table.c.id))


def people_with(unit: Unit, role: Role | str, business: str | None = None) -> list[str]:
    """Return the ids of people who hold a role today, for a business or (None) anywhere; the longest first."""
    wanted, day = Role(role), today(unit)
    every = unit.once(f"enterprise.people_with.{wanted.value}", lambda: tuple(_ever_held(unit, wanted)))
    held = [one.person for one in every if one.holds(day) and business in {None, one.business}]
    return list(dict.fromkeys(held))


def steward(unit: Unit) -> str | None:
    """Return the person who has been steward for longest, or None where nobody is."""
    return next((grant.person for grant in grants(unit) if grant.role is Role.STEWARD), None)


def give_role(
    unit: Unit,
    person: str,
    role: Role | str,
    business: str | None = None,
    *,
    first_day: date | None = None,
    last_day: date | None = None,
) -> Grant:
    """Give a person a role from a day on, until a day if one is said; one that she holds stays as it is."""
    wanted = Role(role)
    for held in roles_of(unit, person):
        if (held.role, held.business) == (wanted, business):
            return held
    new = Grant(
        id=unit.new_id(),
        person=person,
        role=wanted,
        business=business,
        first_day=first_day or today(unit),
        last_day=last_day,
    )
    unit.add(GRANTS, new)
    unit.tell("roles_changed", person=person)
    return new


def end_role(unit: Unit, ending: Grant, last_day: date) -> Grant:
    """Set a role's last day; a day before its first takes it back altogether."""
    ended = unit.change(GRANTS, ending, last_day=last_day)
    unit.tell("roles_changed", person=ending.person)
    return ended


def remove_roles(unit: Unit, person: str) -> None:
    """Take every role of an erased person out of the record, those of the past too."""
    for grant in unit.find(GRANTS, GRANTS.table.c.person == person):
        unit.remove(GRANTS, grant)


def rights_of(unit: Unit, permissions_by_part: Mapping[str, tuple[str, ...]]) -> Rights:
    """Return what the unit's actor may do now, from the roles held today; the keyboard needs none."""
    if unit.actor.kind is not ActorKind.PERSON:
        return {}
    held = roles_of(unit, unit.actor.id)
    known = {one.id: one for one in businesses(unit)} if held else {}
    return rights_from(held, known, permissions_by_part, today(unit))


def manager_may(business: Business, permissions: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return what whoever manages a business may do there: permissions with their prefix."""
    day = business.opened
    grant = Grant(id="", person="", role=Role.MANAGER, business=business.id, first_day=day)
    found = rights_from([grant], {business.id: business}, permissions, day)
    return found.get(None, frozenset()) | found.get(business.id, frozenset())
