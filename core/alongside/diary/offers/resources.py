"""Resources as they are lent: adding them, finding them, naming them, and keeping them still."""

from __future__ import annotations

from collections.abc import Collection

from alongside.diary.resource import Resource, ResourceKind
from alongside.diary.tables import RESOURCE, RESOURCES
from alongside.people import offers as people
from alongside.refusal import NotFound, SomebodyWasFaster
from alongside.store import Guarded, Unit


def ensure_person(unit: Unit, person: str) -> Resource:
    """Return the resource of a person's own time, made when it is first asked for.

    Raises:
        SomebodyWasFaster: where another unit is making it at this moment.
    """
    found = unit.find(RESOURCES, RESOURCE.c.id == person)
    if found:
        return found[0]
    try:
        return unit.add(RESOURCES, Resource.of_person(person))
    except Guarded as held_back:
        raise SomebodyWasFaster("diary") from held_back


def add_resource(unit: Unit, name: str, kind: ResourceKind, business: str | None = None) -> Resource:
    """Add a room or a thing, of one business or shared by all."""
    return unit.add(RESOURCES, Resource(id=unit.new_id(), kind=kind, name=name, business=business))


def resource(unit: Unit, resource: str) -> Resource:
    """Return one resource by its id."""
    return unit.get(RESOURCES, resource)


def resources(unit: Unit, business: str | None = None) -> list[Resource]:
    """Return the rooms and things, all or those of one business, by name."""
    of_business = () if business is None else (RESOURCE.c.business == business,)
    return unit.find(RESOURCES, RESOURCE.c.person.is_(None), *of_business, order=(RESOURCE.c.name, RESOURCE.c.id))


def names_of(unit: Unit, ids: Collection[str]) -> dict[str, str]:
    """Return what people call each resource."""
    found = unit.find(RESOURCES, RESOURCE.c.id.in_(ids))
    persons = [one.person for one in found if one.person is not None]
    names = people.names_of(unit, persons) if persons else {}
    return {one.id: names.get(one.id, one.name) for one in found}


def keep_still(unit: Unit, resources: Collection[str]) -> list[Resource]:
    """Let nobody else claim these resources until the unit ends, so that what is read of them stays so.

    Whoever has to choose among several resources asks for all of them at once, before the first look.

    Raises:
        NotFound: for a resource that does not exist.
    """
    # Two units that insert clashing rows on PostgreSQL wait for each other until one is ended as a deadlock;
    # whoever holds the resources first lets the other look in peace.
    ids = sorted(set(resources))
    unit.lock(RESOURCES, ids)
    known = unit.find(RESOURCES, RESOURCE.c.id.in_(ids))
    for missing in sorted(set(ids) - {one.id for one in known}):
        raise NotFound(RESOURCES.called, missing)
    return known
