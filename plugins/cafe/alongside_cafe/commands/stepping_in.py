"""The commands for a day that goes another way: who stands in, and a shorter opening."""

from __future__ import annotations

from datetime import date

import click

from alongside.api import people
from alongside.api.commands import DAY, Desk
from alongside.api.store import Unit
from alongside.api.values import BadInput

from ..actions import morning, own_ways, putting_back, shortening, standing_in
from ..actions.asking_why import found
from ..rota import KeptShift
from . import said_of
from .by_hand import place_option, shift_argument
from .week import _read_time


@shift_argument
@click.argument("person")
@place_option
def stand_in(desk: Desk, shift: str, person: str, place: int | None) -> None:
    """Note that somebody has said yes to an open place of the published rota; everybody whom it touches is told.

    SHIFT is a day, a start and a job, such as 2026-11-30T09:00-Kitchen.
    """
    business = desk.business()
    with desk.unit() as unit:
        unit.need("cafe.plan", business.id)
        kept, who = found(unit, business.id, shift), people.find_person(unit, person)
        number = place - 1 if place else _open_place(unit, business.id, kept, who.id)
        standing_in.put_on(unit, business.id, kept.id, number, who.id)
    facts = {"shift": kept.called, "place": number + 1, "person": who.id}
    desk.answer(facts, f"{who.name} comes: {said_of(kept)} on {kept.day}.")


def _open_place(unit: Unit, business: str, shift: KeptShift, person: str) -> int:
    """The first open place that she may have, else the first: then it is said why she may not."""
    there = [one for one in morning.morning(unit, business, shift.day).open if one.shift.id == shift.id]
    if not there:
        raise BadInput(
            f"no place of {shift.called} is open", remedy=f"See the day: alongside cafe today --on {shift.day}"
        )
    hers = [one for one in there if any(each.who.person == person for each in one.people)]
    return (hers or there)[0].gap.place or 0


@click.argument("day", type=DAY)
@click.option("--opens", metavar="HH:MM", help="Open only then.")
@click.option("--closes", metavar="HH:MM", help="Close then already.")
def shorter(desk: Desk, day: date, opens: str | None, closes: str | None) -> None:
    """Make one day shorter: shifts are cut to it or called off, and everybody on them is told."""
    business = desk.business()
    if not opens and not closes:
        raise BadInput("No time is named", remedy="Say --opens or --closes, such as 10:00.")
    times = [_read_time(text) if text else None for text in (opens, closes)]
    with desk.unit() as unit:
        done = shortening.open_shorter(unit, business.id, day, *times)
    shifts = sorted({one.called for one in done})
    desk.answer({"day": day, "shifts": shifts}, f"{day} is shorter. What has changed: {', '.join(shifts)}.")


@shift_argument
def put_back(desk: Desk, shift: str) -> None:
    """Let a shift that was called off or made shorter be as it was planned again; whoever is on it is told.

    SHIFT is a day, a start and a job, such as 2026-11-30T09:00-Kitchen.
    """
    business = desk.business()
    with desk.unit() as unit:
        unit.need("cafe.plan", business.id)
        kept = found(unit, business.id, shift)
        (done,) = putting_back.put_back(unit, business.id, kept.id)
    facts = {"shift": kept.called, "starts": done.now_starts, "ends": done.now_ends}
    desk.answer(facts, f"{kept.called} is as it was planned again.")


@click.argument("number", required=False)
@click.option("--none", "nothing", is_flag=True, help="Keep no number.")
def number(desk: Desk, number: str | None, nothing: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Show or keep the café's own number, which whoever cannot come on the same day is asked to ring."""
    business = desk.business()
    with desk.unit(writing=nothing or number is not None) as unit:
        if nothing or number is not None:
            own_ways.set_number(unit, business.id, "" if nothing else number or "")
        kept = own_ways.own_ways(unit, business.id).phone
    desk.answer(
        {"number": kept}, f"{business.name} is rung at {kept}." if kept else f"{business.name} keeps no number."
    )
