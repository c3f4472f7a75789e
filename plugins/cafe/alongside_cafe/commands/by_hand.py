"""The commands that change a draft by hand: who has a place, who keeps it, and what the house set aside for it."""

from __future__ import annotations

from datetime import date, timedelta

import click

from alongside.api import people
from alongside.api.commands import Desk
from alongside.api.store import Unit
from alongside.api.values import BadInput, Period

from ..actions import drafting, placing, publishing
from ..draft import Draft, meets
from ..pattern import day_in
from ..rules import RULES
from ..tables.drafts import drafts_of
from . import first_of, for_weeks, from_day

shift_argument = click.argument("shift")
place_option = click.option(
    "--place", type=click.IntRange(1, 99), help="Which place, counted from 1.  [default: the first that fits]"
)


@shift_argument
@click.argument("person")
@place_option
@click.option("--reason", default="", help="Why a rule of the house is set aside; a rule of law never is.")
@click.option("--said-yes", is_flag=True, help="She was asked, and has said yes.")
def put(desk: Desk, shift: str, person: str, place: int | None, reason: str, said_yes: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Put somebody on a place of a draft, where she stays when it is filled again; whoever had it is off it.

    SHIFT is a day, a start and a job, such as 2026-11-30T09:00-Kitchen.
    """
    business = desk.business()
    with desk.unit() as unit:
        draft, who = _drafted(unit, business.id, shift), people.find_person(unit, person)
        number = place - 1 if place else _open_place(unit, draft, shift)
        placing.put(unit, draft, shift, number, who.id, reason, said_yes=said_yes)
    aside = " The reason is kept with the rota." if reason else ""
    facts = {"shift": shift, "place": number + 1, "person": who.id, "reason": reason}
    desk.answer(facts, f"{who.name} has place {number + 1} of {shift}.{aside}")


@shift_argument
@click.argument("person")
@click.option("--let-go", is_flag=True, help="Filled again, the place may be another's.")
def pin(desk: Desk, shift: str, person: str, let_go: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Keep somebody on her place of a draft when it is filled again, or let it change."""
    business = desk.business()
    with desk.unit() as unit:
        draft, who = _drafted(unit, business.id, shift), people.find_person(unit, person)
        placing.pin(unit, draft, shift, _place_of(unit, draft, shift, who.id, who.name), stays=not let_go)
    said = "may be moved" if let_go else "stays"
    facts = {"shift": shift, "person": who.id, "stays": not let_go}
    desk.answer(facts, f"{who.name} {said} when the rota is filled again: {shift}.")


@shift_argument
@click.argument("person")
def take_off(desk: Desk, shift: str, person: str) -> None:
    """Take somebody off her place of a draft; nobody is told, as a draft is told to nobody."""
    business = desk.business()
    with desk.unit() as unit:
        draft, who = _drafted(unit, business.id, shift), people.find_person(unit, person)
        placing.take_off(unit, draft, shift, _place_of(unit, draft, shift, who.id, who.name))
    desk.answer({"shift": shift, "person": who.id}, f"{who.name} is off {shift}. The place is open.")


@from_day
@for_weeks(4)
def set_aside(desk: Desk, first_day: date | None, weeks: int) -> None:
    """Show for whom which rule of the house was set aside in some weeks, with the reason."""
    business, start = desk.business(), first_of(desk, first_day)
    days = Period(start, start + timedelta(days=7 * weeks - 1))
    with desk.unit(writing=False) as unit:
        unit.need("cafe.plan", business.id)
        drafts = [one for one in drafts_of(unit, business.id) if meets(one.period, days)]
        found = drafting.still_set_aside(unit, business.id, days, drafts)
        names = people.names_of(unit, {one.person for one in found})
    rows = [(one.shift, names[one.person], RULES[one.rule].one, one.reason) for one in found]
    desk.table(f"Rules of the house set aside at {business.name}", ["Shift", "Person", "Rule", "Reason"], rows)


# --- what is meant


def _drafted(unit: Unit, business: str, shift: str) -> Draft:
    """The draft of a shift's day.

    Raises:
        BadInput: for what names no shift, or where no draft has that day.
    """
    unit.need("cafe.plan", business)
    day = day_in(shift)
    if day is None:
        raise BadInput(f"“{shift}” is no shift", remedy="Name it as the rota does: 2026-11-30T09:00-Kitchen.")
    draft = drafting.draft_for(unit, business, Period(day, day))
    if draft is None:
        raise BadInput(f"there is no draft of {day}", remedy="Fill its week first: alongside cafe fill")
    return draft


def _open_place(unit: Unit, draft: Draft, shift: str) -> int:
    standing = publishing.stand(unit, draft)
    planned = next((one for one in standing.problem.shifts if one.id == shift), None)
    taken = {one.place for one in standing.wanted if one.shift == shift}
    found = [n for n in range(len(planned.places)) if n not in taken] if planned else []
    if not found:
        raise BadInput(f"no place of {shift} is open", where="--place", remedy="Say which place she is to have.")
    return found[0]


def _place_of(unit: Unit, draft: Draft, shift: str, person: str, name: str) -> int:
    there = publishing.stand(unit, draft).wanted
    found = [one.place for one in there if (one.shift, one.person) == (shift, person)]
    if not found:
        raise BadInput(f"{name} is not on {shift} in the draft", remedy="See it: alongside cafe rota --draft")
    return found[0]
