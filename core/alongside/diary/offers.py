"""What the diary lends: claims on the time of people, rooms and things, and what is free."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import attrs

from alongside.diary.claim import Claim, Purpose, Taken, Wish, clash
from alongside.diary.free import gaps
from alongside.diary.repeat import Every, Repeat
from alongside.diary.repeat import days as repeat_days
from alongside.diary.resource import Resource, ResourceKind
from alongside.diary.tables import (
    CLAIM,
    CLAIMS,
    OVERLAP,
    RESOURCE,
    RESOURCES,
    meeting,
    run_out,
    standing,
    times_held,
)
from alongside.instants import LONDON, Interval, Period
from alongside.people import offers as people
from alongside.refusal import NotFound, SomebodyWasFaster
from alongside.store import Guarded, Unit

__all__ = [
    "Claim",
    "Every",
    "Purpose",
    "Repeat",
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
    "keep_still",
    "let_go_run_out",
    "move",
    "names_of",
    "release",
    "repeat_days",
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
    expires: datetime | None = None,
) -> Claim:
    """Claim one resource's time; ``ends`` includes the turnaround, ``expires`` makes it a hold.

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
        expires=expires,
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
    _keep_known_still(unit, wanted)
    _clear_run_out(unit, wanted)
    _refuse_clash(unit, wanted)
    with _backstop(unit, wanted):
        for one in wanted:
            unit.add(CLAIMS, one)
    return wanted


def move(unit: Unit, old: Claim, starts: datetime, ends: datetime) -> Claim:
    """Move a claim to another time of the same resource, as one change.

    Raises:
        Taken: where another claim stands then; the old time is kept.
    """
    wanted = attrs.evolve(old, starts=starts, ends=ends)
    _keep_known_still(unit, [wanted])
    if old.active:
        _clear_run_out(unit, [wanted])
        _refuse_clash(unit, [wanted])
    with _backstop(unit, [wanted]):
        return unit.change(CLAIMS, old, starts=wanted.starts, ends=wanted.ends)


def release(unit: Unit, claim: str) -> Claim:
    """Give the time of a claim back; one that was released before stays as it is."""
    standing = unit.get(CLAIMS, claim)
    return unit.change(CLAIMS, standing, active=False) if standing.active else standing


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


def _keep_known_still(unit: Unit, wanted: Sequence[Claim]) -> None:
    keep_still(unit, {one.resource for one in wanted})


def _span(wanted: Sequence[Claim]) -> Interval:
    return Interval(min(one.starts for one in wanted), max(one.ends for one in wanted))


def _clear_run_out(unit: Unit, wanted: Sequence[Claim]) -> None:
    """Release holds that have run out, as the database's own guard knows no clock and would still refuse."""
    resources = {one.resource for one in wanted}
    for gone in unit.find(CLAIMS, CLAIM.c.resource.in_(resources), *meeting(_span(wanted)), *run_out(unit.now)):
        unit.change(CLAIMS, gone, active=False)


def let_go_run_out(unit: Unit) -> list[Claim]:
    """Release every hold that has run out; return them."""
    found = unit.find(CLAIMS, *run_out(unit.now))
    if not found:
        return []
    keep_still(unit, {one.resource for one in found})
    # Looked up again: while this waited, somebody may have cleared one away to claim its time.
    still = unit.find(CLAIMS, CLAIM.c.id.in_([one.id for one in found]), *run_out(unit.now))
    return [unit.change(CLAIMS, one, active=False) for one in still]


def _refuse_clash(unit: Unit, wanted: Sequence[Claim]) -> None:
    themselves = {one.id for one in wanted}
    there = holds(unit, {one.resource for one in wanted}, _span(wanted))
    met = clash(wanted, [one for one in there if one.id not in themselves])
    if met is not None:
        wish, standing_there = met
        raise Taken(names_of(unit, [wish.resource])[wish.resource], wish, standing_there)


@contextmanager
def _backstop(unit: Unit, wanted: Sequence[Claim]) -> Iterator[None]:
    """Say in words what the database itself would not have: what is there is looked up after its refusal."""
    try:
        with unit.apart():
            yield
    except Guarded as guarded:
        if OVERLAP not in str(guarded):
            raise
        _refuse_clash(unit, wanted)
        raise Taken(names_of(unit, [wanted[0].resource])[wanted[0].resource], wanted[0]) from guarded


def holds(unit: Unit, resources: Collection[str], interval: Interval) -> list[Claim]:
    """Return the claims that stand on resources and share time with the interval, in order of time."""
    return unit.find(
        CLAIMS,
        CLAIM.c.resource.in_(resources),
        *meeting(interval),
        *standing(unit.now),
        order=(CLAIM.c.starts, CLAIM.c.id),
    )


def claims_of(unit: Unit, business: str, interval: Interval) -> list[Claim]:
    """Return a business's claims that stand and share time with the interval, in order of time."""
    return unit.find(
        CLAIMS,
        CLAIM.c.business == business,
        *meeting(interval),
        *standing(unit.now),
        order=(CLAIM.c.starts, CLAIM.c.id),
    )


def week_of(unit: Unit, person: str, monday: date, zone: str) -> list[Claim]:
    """Return a person's active claims in the seven days from ``monday``, as clocks in ``zone`` show them."""
    return holds(unit, [person], Period(monday, monday + timedelta(days=6)).interval(zone))


def free(unit: Unit, resources: Collection[str], interval: Interval, minutes: int) -> list[tuple[str, Interval]]:
    """Return the free stretches of each resource within the interval that are at least ``minutes`` long."""
    taken: dict[str, list[Interval]] = {one: [] for one in resources}
    for row in unit.question(times_held(resources, interval, unit.now)):
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
