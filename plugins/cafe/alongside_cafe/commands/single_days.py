"""The command that says of one date when somebody can work."""

from __future__ import annotations

from datetime import date

import click

from alongside.api import people
from alongside.api.commands import DAY, Desk
from alongside.api.values import BadInput

from ..actions import planning
from ..availability import DayHours
from .week import read_span

REMEDY = "Give --from and --until, or --cannot, or --usual."


@click.argument("person")
@click.argument("day", type=DAY)
@click.option("--from", "since", metavar="TIME", help="From when, such as 10:00.")
@click.option("--until", metavar="TIME", help="Until when.")
@click.option("--cannot", is_flag=True, help="No work on this day.")
@click.option("--add", is_flag=True, help="As well as other hours of this day.")
@click.option("--usual", is_flag=True, help="The hours of every week count again.")
def hours_on(
    desk: Desk,
    person: str,
    day: date,
    since: str | None,
    until: str | None,
    *,
    cannot: bool,
    usual: bool,
    add: bool = False,
) -> None:
    """Write down of one date at which hours somebody can work, or that she cannot."""
    hours = _hours(day, since, until)
    if [hours is not None, cannot, usual].count(True) != 1:
        raise BadInput("It is not clear what is to count on this day", remedy=REMEDY)
    business = desk.business()
    with desk.unit() as unit:
        who = people.find_person(unit, person)
        on: tuple[DayHours, ...] = ()
        if usual:
            planning.free_day(unit, business.id, who.id, day)
        elif hours is None:
            planning.set_away(unit, business.id, who.id, day)
        else:
            on = planning.set_day(unit, business.id, who.id, hours, add=add)
    facts = {"person": who.id, "day": day, "hours": [f"{one.since:%H:%M}-{one.until:%H:%M}" for one in on]}
    desk.answer(facts, _said(who.name, day, on, usual=usual))


def _hours(day: date, since: str | None, until: str | None) -> DayHours | None:
    if (since is None) != (until is None):
        raise BadInput("One of the two times is missing", remedy=REMEDY)
    return DayHours(day, *read_span(since, until)) if since is not None and until is not None else None


def _said(name: str, day: date, on: tuple[DayHours, ...], *, usual: bool) -> str:
    if usual:
        return f"The hours of every week count again for {name} on {day}."
    if not on:
        return f"{name} cannot work on {day}."
    times = " and ".join(f"{one.since:%H:%M} to {one.until:%H:%M}" for one in on)
    return f"{name} can work on {day}, {times}, and at no other time of it."
