"""Recording which rota people were told: every publication and every change afterwards counts the number on."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import attrs

from alongside.api import people
from alongside.api.store import Guarded, Unit
from alongside.api.values import Period, SomebodyWasFaster

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
    """Keep who has a shift by a new publication, and who has not any more; of a shift that is new, nothing."""
    was, now = _who(before), _who(after)
    shifts = {one.called: one for one in (*after.shifts, *before.shifts)}
    told = {one.called for one in before.shifts}
    for called, person in sorted({*was} ^ {*now}):
        if called in told and people.find(unit, person) is not None:
            place = now.get((called, person), was.get((called, person)))
            what = What.GIVEN if (called, person) in now else What.LEFT
            unit.add(CHANGES, _change(unit, shifts[called], what, place, person))


def _who(rota: Rota) -> dict[tuple[str, str], int]:
    return {(rota.by_id[one.shift].called, one.person): one.place for one in rota.assignments}


def _change(unit: Unit, shift: KeptShift, what: What, place: int | None, person: str) -> Change:
    return Change(
        id=unit.new_id(),
        business=shift.business,
        called=shift.called,
        day=shift.day,
        job=shift.job,
        starts=shift.starts,
        ends=shift.ends,
        what=what,
        place=place,
        person=person,
        by=unit.actor.id if people.find(unit, unit.actor.id) else None,
        at=unit.now,
    )


def _numbered(unit: Unit, new: Publication) -> Publication:
    """Keep a publication under the next number; who records another week at the same moment takes one too.

    Raises:
        SomebodyWasFaster: where others were faster each time.
    """
    for _again in range(TRIES):
        with suppress(Guarded), unit.apart():
            return unit.add(PUBLICATIONS, attrs.evolve(new, number=last_number(unit, new.business) + 1))
    raise SomebodyWasFaster("rota")
