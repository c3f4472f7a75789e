"""Looking at the published rota again: which rules it breaks by what is true today, on shifts that are to come.

What was so when it was published may have changed: somebody has other hours now, or works elsewhere as well. What
the page tells already is not told twice: who waits for a certificate, and who has left.
"""

from __future__ import annotations

import attrs

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import Period

from ..rota import A_MEMBER, KeptShift, Rota
from ..rules import said
from ..tables import flags_of
from .giving_way import broken_since
from .left_work import left_work
from .looking import as_it_stands, as_who_plans_knows


@attrs.frozen
class Broken:
    """Somebody's place that breaks a rule, and the sentence for who plans."""

    shift: KeptShift
    person: str
    said: str


def broken_now(unit: Unit, business: str, rota: Rota) -> list[Broken]:
    """Return what the rota of some days breaks now, in order of time; the caller was checked."""
    coming = {one.called: one for one in rota.shifts if one.starts > unit.now}
    if not coming:
        return []
    problem, there = as_it_stands(unit, business, _days(rota))
    names, waiting = people.names_of(unit, there.people), _waiting(unit, there)
    gone = {(shift.called, person) for shift, person in left_work(unit, business, there)}
    found = [
        Broken(
            coming[one.shift], one.person, f"{said(one.rule, [names.get(one.person, A_MEMBER)], problem.limits)}."
        )
        for one in broken_since(as_who_plans_knows(unit, problem), there.planned, names)
        if one.shift in coming and (one.shift, one.person) not in gone
        if one.rule != "certificate" or (one.shift, one.person) not in waiting
    ]
    return sorted(found, key=lambda one: (one.shift.starts, one.shift.job, one.person, one.said))


def _days(rota: Rota) -> Period:
    days = [one.day for one in rota.shifts]
    return Period(min(days), max(days))


def _waiting(unit: Unit, rota: Rota) -> set[tuple[str, str]]:
    places = {one.id: (rota.by_id[one.shift].called, one.person) for one in rota.assignments}
    return {places[flag.assignment] for flag in flags_of(unit, rota)}
