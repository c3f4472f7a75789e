"""The commands for a swap: what somebody could have for a shift of hers, asking for it, and answering.

Who asks or answers is the one who acts: alongside --as NAME cafe swap …
"""

from __future__ import annotations

import click

from alongside.api import people
from alongside.api.commands import Desk
from alongside.api.store import Unit
from alongside.api.values import BadInput

from ..actions import answering_swaps, swapping
from ..actions.asking_why import found
from . import said_of
from .by_hand import shift_argument


@shift_argument
@click.option("--with", "other", metavar="NAME", help="Ask this person for the shift that she would give.")
@click.option("--for", "theirs", metavar="SHIFT", help="Which shift of hers, where she could give more than one.")
def swap(desk: Desk, shift: str, other: str | None, theirs: str | None) -> None:
    """Show what you could have for a shift of yours, which breaks no rule; or ask somebody to swap."""
    business = desk.business()
    with desk.unit(writing=other is not None) as unit:
        kept = found(unit, business.id, shift)
        could = swapping.possible(unit, business.id, kept.id)
        if other is not None:
            one = _meant(unit, could, other, theirs)
            asked = swapping.ask(unit, business.id, kept.id, one.place.id)
            said = f"{one.face.name} is asked to give {one.shift.called} for {kept.called}."
            facts = {"swap": asked.id, "hers": kept.called, "theirs": one.shift.called}
    if other is None:
        rows = [(one.face.name, one.shift.called, said_of(one.shift)) for one in could]
        desk.table(f"What you could have for {kept.called}", ["Person", "Shift", "Time"], rows)
    else:
        desk.answer(facts, said)


def _meant(unit: Unit, could: list[swapping.Possible], name: str, theirs: str | None) -> swapping.Possible:
    who = people.find_person(unit, name)
    hers = [one for one in could if one.place.person == who.id and theirs in (None, one.shift.called)]
    if not hers:
        remedy = "See what you could have: the same command without --with"
        raise BadInput(f"{who.name} could not swap this shift with you", remedy=remedy)
    if len(hers) > 1:
        shifts = ", ".join(one.shift.called for one in hers)
        raise BadInput(f"{who.name} could give more than one shift", where="--for", remedy=f"Say which: {shifts}.")
    return hers[0]


def swaps(desk: Desk) -> None:
    """Show the swaps that wait: for you, and, where you plan, those on which two have agreed."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        mine = swapping.waiting_of(unit, business.id, unit.actor.id) if people.find(unit, unit.actor.id) else []
        agreed = swapping.waiting_in(unit, business.id) if unit.may("cafe.plan", business.id) else []
        me = unit.actor.id
    rows = {one.swap.id: _row(one, "your answer" if one.swap.other == me else "their answer") for one in mine}
    rows |= {one.swap.id: _row(one, "who plans") for one in agreed}
    headers = ["Who asks", "Gives", "Of whom", "Gets", "Waits for", "Swap"]
    desk.table(f"Swaps that wait at {business.name}", headers, list(rows.values()))


def _row(one: swapping.Shown, waits: str) -> tuple[str, ...]:
    return one.face.name, one.hers.called, one.other.name, one.theirs.called, waits, one.swap.id


@click.argument("swap")
@click.argument("answer", type=click.Choice(["yes", "no", "back"]))
def answer_swap(desk: Desk, swap: str, answer: str) -> None:
    """Say yes or no to a swap: of yours, or, where you plan, one on which two have agreed. Or take yours back."""
    business = desk.business()
    with desk.unit() as unit:
        agreed = swapping.waiting_in(unit, business.id) if unit.may("cafe.plan", business.id) else []
        if answer == "back":
            done = answering_swaps.take_back(unit, business.id, swap)
        elif swap in {one.swap.id for one in agreed}:
            done = answering_swaps.confirm(unit, business.id, swap, yes=answer == "yes")
        elif answer == "yes":
            done = answering_swaps.say_yes(unit, business.id, swap)
        else:
            done = answering_swaps.say_no(unit, business.id, swap)
    desk.answer({"swap": done.id, "stands": done.stand.value}, _CAME[done.stand.value])


_CAME = {
    "done": "They have swapped, and are told.",
    "agreed": "Both want it. It waits for who plans.",
    "no": "There is no swap. Who has to know is told.",
    "taken_back": "The question is taken back.",
    "impossible": "The swap would break a rule by now. Both are told.",
}
