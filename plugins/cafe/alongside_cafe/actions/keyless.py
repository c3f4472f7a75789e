"""Shifts to come for which nobody on the rota has the key any more: whoever had it has left, or was erased.

Nobody but time and the records does that, so it is looked for whenever the rota is. Where the key was missing when
the rota was made, it stands among the open places, and is not told twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from alongside.api.store import Unit

from ..rota import KeptShift, Rota
from ..shift import KEY_HOLDER
from .can_do import can_do
from .left_work import left_work


def without_a_key(unit: Unit, business: str, rota: Rota) -> list[KeptShift]:
    """Return the shifts to come that need somebody with the key and have nobody who works here then and has it."""
    told = {gap.shift for gap in rota.gaps if gap.place is None}
    asked = [one for one in rota.shifts if one.key_holder and one.starts > unit.now and one.id not in told]
    if not asked:
        return []
    gone = {(shift.id, person) for shift, person in left_work(unit, business, rota)}
    there = {shift for shift, person in _with_the_key(unit, rota) if (shift, person) not in gone}
    return [one for one in asked if one.id not in there]


def _with_the_key(unit: Unit, rota: Rota) -> Iterator[tuple[str, str]]:
    """Yield who of each team has the key on its day, whether she still works here or not."""
    held, by_id = can_do(unit, sorted(rota.people)), rota.by_id
    for one in rota.assignments:
        shift = by_id[one.shift]
        has = any(what.skill == KEY_HOLDER and what.on(shift.day) for what in held[one.person])
        if has and one.place < len(shift.places):
            yield shift.id, one.person
