"""Claiming time, moving it and giving it back: the one way into the table of claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import attrs

from alongside.diary.claim import Claim, Purpose, Taken, Wish, clash
from alongside.diary.closure import day_by_day
from alongside.diary.offers.looking import every_claim, holds
from alongside.diary.offers.resources import keep_still, names_of
from alongside.diary.resource import Resource
from alongside.diary.tables import CLAIM, CLAIMS, OVERLAP, meeting, run_out
from alongside.instants import LONDON, Interval
from alongside.refusal import BadInput
from alongside.store import Guarded, Unit

LONGEST_CLOSURE_DAYS = 366


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
    wanted = [Claim(id=unit.new_id(), made_at=unit.now, **attrs.asdict(wish, recurse=False)) for wish in wishes]
    _keep_known_still(unit, wanted)
    _clear_run_out(unit, wanted)
    _refuse_clash(unit, wanted)
    with _backstop(unit, wanted):
        unit.add_all(CLAIMS, wanted)
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
        moved = unit.change(CLAIMS, old, starts=wanted.starts, ends=wanted.ends)
    if moved.active and moved.interval != old.interval:
        unit.tell("time_moved", before=old, claim=moved)
    return moved


def release(unit: Unit, claim: str) -> Claim:
    """Give the time of a claim back; one that was released before stays as it is."""
    standing = unit.get(CLAIMS, claim)
    if not standing.active:
        return standing
    released = unit.change(CLAIMS, standing, active=False)
    unit.tell("time_released", claim=released)
    return released


def close(unit: Unit, closed: Resource, interval: Interval, label: str, zone: str) -> list[Claim]:
    """Close a room or a thing for a while, as a claim a day.

    Raises:
        Taken: where something stands there; move or cancel it first.
        BadInput: for more than a year.
    """
    pieces = day_by_day(interval, zone)
    if len(pieces) > LONGEST_CLOSURE_DAYS:
        raise BadInput("a closure is a year at the most", remedy="Choose an earlier end.")
    wishes = [
        Wish(
            resource=closed.id,
            starts=piece.starts,
            ends=piece.ends,
            purpose=Purpose.CLOSURE,
            label=label,
            business=closed.business,
            zone=zone,
            source="diary:closure",
        )
        for piece in pieces
    ]
    return claim_all(unit, wishes)


def let_go_run_out(unit: Unit) -> list[Claim]:
    """Release every hold that has run out; return them."""
    found = unit.find(CLAIMS, *run_out(unit.now))
    if not found:
        return []
    keep_still(unit, {one.resource for one in found})
    # Looked up again: while this waited, somebody may have cleared one away to claim its time.
    still = unit.find(CLAIMS, CLAIM.c.id.in_([one.id for one in found]), *run_out(unit.now))
    return [unit.change(CLAIMS, one, active=False) for one in still]


def forget(unit: Unit, person: str) -> None:
    """Release what is to come of a person's claims, and empty the words of all of them."""
    for one in every_claim(unit, person):
        to_come = one.starts >= unit.now
        if one.label or (to_come and one.active):
            unit.change(CLAIMS, one, label="", active=one.active and not to_come)


def _keep_known_still(unit: Unit, wanted: Sequence[Claim]) -> None:
    keep_still(unit, {one.resource for one in wanted})


def _span(wanted: Sequence[Claim]) -> Interval:
    return Interval(min(one.starts for one in wanted), max(one.ends for one in wanted))


def _clear_run_out(unit: Unit, wanted: Sequence[Claim]) -> None:
    """Release holds that have run out, as the database's own guard knows no clock and would still refuse."""
    resources = {one.resource for one in wanted}
    for gone in unit.find(CLAIMS, CLAIM.c.resource.in_(resources), *meeting(_span(wanted)), *run_out(unit.now)):
        unit.change(CLAIMS, gone, active=False)


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
