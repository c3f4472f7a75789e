"""A rota as the values of a model's variables, and the other way round."""

from __future__ import annotations

from .layers import Values
from .model import Model
from .shift import Assignment

Rota = tuple[Assignment, ...]


def hint_of(model: Model, rota: Rota) -> dict[int, int]:
    """Return a rota as where a search of a model begins: the value of each variable, by its index."""
    there = {(one.person, one.shift, one.place) for one in rota}
    shifts = {shift.id: shift for shift in model.problem.shifts}
    return {
        one.index: int(any((who, shift, n) in there for n in shifts[shift].kinds[first]))
        for (who, shift), places in model.x.items()
        for first, one in places.items()
    }


def rota_in(model: Model, values: Values) -> Rota:
    """Return the rota that the values of a model's variables say; who was told a place keeps it where she can."""
    found = [Assignment(shift=shift, place=n, person=who) for (who, shift), n in model.fixed.items()]
    told = {(one.shift, one.person): one.place for one in model.problem.published}
    for shift in model.problem.shifts if values else ():
        taken = {one.place: one.person for one in found if one.shift == shift.id}
        for first, places in shift.kinds.items():
            there = [w.id for w in model.able[shift.id] if _is_on(model, values, w.id, shift.id, first)]
            kept = {who: told[shift.id, who] for who in there if told.get((shift.id, who)) in places}
            keep = {place: who for who, place in kept.items() if place not in taken}
            left = [n for n in places if n not in taken and n not in keep]
            put = [*keep.items(), *zip(left, (who for who in there if who not in keep.values()), strict=False)]
            found += [Assignment(shift=shift.id, place=n, person=who) for n, who in put]
    return tuple(found)


def _is_on(model: Model, values: Values, who: str, shift: str, kind: int) -> bool:
    one = model.x.get((who, shift), {}).get(kind)
    return one is not None and bool(values[one.index])
