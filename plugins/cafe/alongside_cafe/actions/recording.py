"""Recording which rota people were told: every publication and every change afterwards counts the number on."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import attrs

from alongside.api import people
from alongside.api.store import Guarded, Unit
from alongside.api.values import Interval, Period, SomebodyWasFaster

from ..change import Change, What
from ..draft import Override
from ..publication import Publication, digest_of
from ..rota import KeptShift, Rota
from ..tables import PUBLICATIONS, rota_of
from ..tables.changes import CHANGES
from ..tables.drafts import last_number, publications_of

TRIES = 5
"""How often another number is tried; each time somebody else's was written meanwhile."""


def record(unit: Unit, business: str, days: Period, overrides: Sequence[Override] = ()) -> Publication:
    """Note that the rota of some days is published as it stands now; the same rota again is no new publication.

    Whoever changes something of what is published calls it for the days that changed, in the same unit.
    """
    digest, newest = digest_of(rota_of(unit, business, days)), publications_of(unit, business, days)[:1]
    if newest and (newest[0].period, newest[0].digest, newest[0].overrides) == (days, digest, tuple(overrides)):
        return newest[0]
    known = people.find(unit, unit.actor.id)
    new = Publication(
        id=unit.new_id(),
        business=business,
        first=days.first,
        last=days.last,
        number=0,
        digest=digest,
        at=unit.now,
        by=known.id if known else None,
        overrides=tuple(overrides),
    )
    return _numbered(unit, new)


def record_changes(unit: Unit, before: Rota, after: Rota) -> None:
    """Keep which shift has other times by a new publication, who has it and who has not any more.

    A shift whose start moves is called otherwise and is the same one still. Of one that is new, nothing is kept.
    Who is on a shift still, and learns beside the team now or no more, has changed too.
    """
    for shift in after.shifts:
        old = before.by_id.get(shift.id)
        if old is not None and (old.starts, old.ends) != (shift.starts, shift.ends):
            moved = attrs.evolve(shift, starts=old.starts, ends=old.ends)
            keep(unit, moved, What.MOVED, now=shift.shift.during)
    was, now = _who(before), _who(after)
    shifts = {**before.by_id, **after.by_id}
    for row, person in sorted({*was} ^ {*now}, key=lambda one: (shifts[one[0]].called, one[1])):
        if row in before.by_id and people.find(unit, person) is not None:
            place = now.get((row, person), was.get((row, person)))
            what = What.GIVEN if (row, person) in now else What.LEFT
            keep(unit, shifts[row], what, place, person)
    for row, person in sorted({*was} & {*now}):
        learns = after.learnt.get((row, person), "")
        if learns != before.learnt.get((row, person), ""):
            what = What.LEARNS if learns else What.IN_THE_TEAM
            keep(unit, shifts[row], what, now[row, person], person)


def _who(rota: Rota) -> dict[tuple[str, str], int]:
    return {(one.shift, one.person): one.place for one in rota.assignments}


def keep(
    unit: Unit,
    shift: KeptShift,
    what: What,
    place: int | None = None,
    person: str | None = None,
    *,
    herself: bool = False,
    now: Interval | None = None,
) -> Change:
    """Keep one change of a shift as it was, who made it, and the times ``now`` where they are others."""
    row = Change(
        id=unit.new_id(),
        business=shift.business,
        called=shift.called,
        day=shift.day,
        job=shift.job,
        starts=shift.starts,
        ends=shift.ends,
        now_starts=now.starts if now else None,
        now_ends=now.ends if now else None,
        what=what,
        place=place,
        person=person,
        herself=herself,
        by=unit.actor.id if people.find(unit, unit.actor.id) else None,
        at=unit.now,
    )
    return unit.add(CHANGES, row)


def _numbered(unit: Unit, new: Publication) -> Publication:
    """Keep a publication under the next number; who records another week at the same moment takes one too.

    Raises:
        SomebodyWasFaster: where others were faster each time.
    """
    for _again in range(TRIES):
        with suppress(Guarded), unit.apart():
            return unit.add(PUBLICATIONS, attrs.evolve(new, number=last_number(unit, new.business) + 1))
    raise SomebodyWasFaster("rota")
