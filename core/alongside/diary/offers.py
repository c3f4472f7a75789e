"""What the diary lends: claims on the time of people, rooms and things, and what is free."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import attrs

from alongside.diary.claim import Claim, Purpose, Taken, Wish, clash
from alongside.diary.free import gaps
from alongside.diary.resource import Resource, ResourceKind
from alongside.diary.tables import CLAIM, CLAIMS, OVERLAP, RESOURCE, RESOURCES, held, times_held
from alongside.instants import LONDON, Interval, Period
from alongside.people import offers as people
from alongside.refusal import NotFound, SomebodyWasFaster
from alongside.store import Guarded, Unit

__all__ = [
    "Claim",
    "Purpose",
    "Resource",
    "ResourceKind",
    "Taken",
    "Wish",
    "add_resource",
    "claim",
    "claim_all",
    "claims_of",
    "ensure_person",
    "every_claim",
    "forget",
    "free",
    "holds",
    "move",
    "names_of",
    "release",
    "resource",
    "resources",
    "week_of",
]


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


def claim(
    unit: Unit,
    resource: str,
    starts: datetime,
    ends: datetime,
    purpose: Purpose,
    label: str,
    *,
    business: str | None = None,
    source: str = "",
    zone: str = LONDON,
) -> Claim:
    """Claim one resource's time; ``ends`` includes the turnaround.

    Raises:
        Taken: where another claim stands then.
    """
    wish = Wish(
        resource=resource,
        starts=starts,
        ends=ends,
        purpose=purpose,
        label=label,
        business=business,
        source=source,
        zone=zone,
    )
    return claim_all(unit, [wish])[0]


def claim_all(unit: Unit, wishes: Sequence[Wish]) -> list[Claim]:
    """Claim many times at once, all or none; the resources are held from before the first look.

    Raises:
        Taken: at the first wish that meets a standing claim, or another wish.
        NotFound: for a resource that does not exist.
    """
    if not wishes:
        return []
    wanted = [Claim(id=unit.new_id(), **attrs.asdict(wish, recurse=False)) for wish in wishes]
    known = _hold(unit, wanted)
    _refuse_clash(unit, wanted)
    for one in wanted:
        with _backstop(known[one.resource], one):
            unit.add(CLAIMS, one)
    return wanted


def move(unit: Unit, old: Claim, starts: datetime, ends: datetime) -> Claim:
    """Move a claim to another time of the same resource, as one change.

    Raises:
        Taken: where another claim stands then; the old time is kept.
    """
    wanted = attrs.evolve(old, starts=starts, ends=ends)
    known = _hold(unit, [wanted])
    if old.active:
        _refuse_clash(unit, [wanted])
    with _backstop(known[old.resource], wanted):
        return unit.change(CLAIMS, old, starts=wanted.starts, ends=wanted.ends)


def release(unit: Unit, claim: str) -> Claim:
    """Give the time of a claim back; one that was released before stays as it is."""
    standing = unit.get(CLAIMS, claim)
    return unit.change(CLAIMS, standing, active=False) if standing.active else standing


def _hold(unit: Unit, wanted: Sequence[Claim]) -> dict[str, Resource]:
    # Two units that insert clashing rows on PostgreSQL wait for each other until one is ended as a deadlock;
    # whoever holds the resources first lets the other look in peace.
    ids = sorted({one.resource for one in wanted})
    unit.lock(RESOURCES, ids)
    known = {one.id: one for one in unit.find(RESOURCES, RESOURCE.c.id.in_(ids))}
    for missing in set(ids) - set(known):
        raise NotFound(RESOURCES.called, missing)
    return known


def _refuse_clash(unit: Unit, wanted: Sequence[Claim]) -> None:
    span = Interval(min(one.starts for one in wanted), max(one.ends for one in wanted))
    themselves = {one.id for one in wanted}
    there = [one for one in holds(unit, {one.resource for one in wanted}, span) if one.id not in themselves]
    met = clash(wanted, there)
    if met is not None:
        wish, standing = met
        raise Taken(names_of(unit, [wish.resource])[wish.resource], wish, standing)


@contextmanager
def _backstop(resource: Resource, wanted: Claim) -> Iterator[None]:
    """Say in words what the database itself would not have; after that nothing more can be read to say it with."""
    try:
        yield
    except Guarded as guarded:
        if OVERLAP not in str(guarded):
            raise
        raise Taken(resource.name or "This person", wanted) from guarded


def holds(unit: Unit, resources: Collection[str], interval: Interval) -> list[Claim]:
    """Return the active claims on resources that share time with the interval, in order of time."""
    return unit.find(CLAIMS, CLAIM.c.resource.in_(resources), *held(interval), order=(CLAIM.c.starts, CLAIM.c.id))


def claims_of(unit: Unit, business: str, interval: Interval) -> list[Claim]:
    """Return a business's active claims that share time with the interval, in order of time."""
    return unit.find(CLAIMS, CLAIM.c.business == business, *held(interval), order=(CLAIM.c.starts, CLAIM.c.id))


def week_of(unit: Unit, person: str, monday: date, zone: str) -> list[Claim]:
    """Return a person's active claims in the seven days from ``monday``, as clocks in ``zone`` show them."""
    return holds(unit, [person], Period(monday, monday + timedelta(days=6)).interval(zone))


def free(unit: Unit, resources: Collection[str], interval: Interval, minutes: int) -> list[tuple[str, Interval]]:
    """Return the free stretches of each resource within the interval that are at least ``minutes`` long."""
    taken: dict[str, list[Interval]] = {one: [] for one in resources}
    for row in unit.question(times_held(resources, interval)):
        taken[row.resource].append(Interval(row.starts, row.ends))
    return [(one, gap) for one, times in taken.items() for gap in gaps(times, interval, minutes)]


def every_claim(unit: Unit, resource: str) -> list[Claim]:
    """Return all claims there ever were on a resource, released ones too, in order of time."""
    return unit.find(CLAIMS, CLAIM.c.resource == resource, order=(CLAIM.c.starts, CLAIM.c.id))


def forget(unit: Unit, person: str) -> None:
    """Release what is to come of a person's claims, and empty the words of all of them."""
    for one in every_claim(unit, person):
        to_come = one.starts >= unit.now
        if one.label or (to_come and one.active):
            unit.change(CLAIMS, one, label="", active=one.active and not to_come)
