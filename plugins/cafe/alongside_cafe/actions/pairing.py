"""Saying with whom: whom one likes to work with, and who is never on a shift with whom. Nobody gives a reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from alongside.api import enterprise, people, placements
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, Period, worded

from ..company import Apart, Beside
from ..house_rules import COMING
from ..offers import brought
from ..tables.bringing import APARTS, BESIDES, aparts_by, besides_of


def colleagues(unit: Unit, business: str) -> Mapping[str, people.Face]:
    """Return everybody who works here for pay, now or within a year, by id, in the order of names.

    Who is on the rota stands on the wall: it tells nothing new to whoever sees it.
    """
    unit.need("cafe.see", business)
    today = enterprise.today(unit)
    there = placements.placements_in(unit, Period(today, today + COMING), business)
    faces = people.faces_of(unit, {one.person for one in there if one.paid})
    return dict(sorted(faces.items(), key=lambda item: (item[1].name.casefold(), item[0])))


# --- whom one likes to work with


def whom_i_like(unit: Unit, business: str) -> frozenset[str]:
    """Return whom the one who acts likes to work with; beside a helper nobody, as a helper need not know."""
    unit.need("cafe.see", business)
    if unit.actor.helper is not None:
        return frozenset()
    return frozenset(one.other for one in besides_of(unit, unit.actor.id, business))


def say_whom_i_like(unit: Unit, business: str, others: Collection[str]) -> None:
    """Keep whom the one who acts likes to work with, and nobody from before.

    Raises:
        NotWithAHelper: where somebody has come in with her.
    """
    unit.need_alone()
    known = colleagues(unit, business)
    for old in besides_of(unit, unit.actor.id, business):
        unit.remove(BESIDES, old)
    for other in sorted(set(others) & set(known) - {unit.actor.id}):
        unit.add(BESIDES, Beside(id=unit.new_id(), business=business, person=unit.actor.id, other=other))


# --- who is never with whom


def kept_apart(unit: Unit, business: str) -> Sequence[Apart]:
    """Return the pairs that the one who acts has entered herself, and none of anybody else's.

    What she has entered in another café counts here too, and is among it where the two work here as well.
    Whoever has come in with a helper sees none: a helper need not know.
    """
    unit.need("cafe.see", business)
    return [] if unit.actor.helper is not None else _entered(unit, business)


def _entered(unit: Unit, business: str) -> list[Apart]:
    every, here = aparts_by(unit, unit.actor.id), set(colleagues(unit, business))
    return [one for one in every if one.business == business or one.pair <= here]


def keep_apart(unit: Unit, business: str, person: str, other: str) -> Apart:
    """Note that two people are never on a shift together: a person of herself, or who plans of any two.

    Raises:
        NotAllowed: for two others, from whoever does not plan.
        NotWithAHelper: where somebody has come in with her.
        BadInput: for one and the same person, or for somebody who does not work here.
    """
    unit.need("cafe.plan", business, own=person)
    unit.need_alone()
    if not {person, other} <= set(colleagues(unit, business)):
        raise BadInput(worded("cafe", "Not both of them work here. Choose somebody else."))
    known = [one for one in _entered(unit, business) if one.pair == {person, other}]
    new = Apart(id=unit.new_id(), business=business, person=person, other=other, by=unit.actor.id)
    return known[0] if known else unit.add(APARTS, new)


def left_behind(unit: Unit, business: str) -> Sequence[Apart]:
    """Return the pairs of others, for who plans, that somebody entered who plans no more; with a helper none."""
    unit.need("cafe.plan", business)
    return [] if unit.actor.helper is not None else brought.left_behind(unit, business)


def take_over(unit: Unit, business: str, called: str) -> Apart:
    """Answer from now on for a pair that somebody entered who plans here no more.

    Raises:
        NotFound: where none of that id is left behind.
        NotWithAHelper: where somebody has come in with her.
    """
    unit.need_alone()
    found = _of(left_behind(unit, business), called)
    mine = [one for one in _entered(unit, business) if one.pair == found.pair]
    if mine:
        unit.remove(APARTS, found)
        return mine[0]
    return unit.change(APARTS, found, by=unit.actor.id)


def together_again(unit: Unit, business: str, called: str) -> None:
    """Take out a pair that the one who acts has entered, or for which she answers now as who plans.

    Where she has entered the same two in several cafés it is taken out of all: each counts everywhere.

    Raises:
        NotFound: where there is none of that id for her: what others entered is not there.
        NotWithAHelper: where somebody has come in with her.
    """
    unit.need_alone()
    plans = unit.may("cafe.plan", business)
    hers = [*_entered(unit, business), *(brought.left_behind(unit, business) if plans else ())]
    over = _of(hers, called)
    for one in aparts_by(unit, over.by) if over.by == unit.actor.id else (over,):
        if one.pair == over.pair:
            unit.remove(APARTS, one)


def _of(pairs: Sequence[Apart], called: str) -> Apart:
    found = [one for one in pairs if one.id == called]
    if not found:
        raise NotFound("pair", called)
    return found[0]
