"""The commands for days that are other than every week."""

from __future__ import annotations

from datetime import date

import click

from alongside.api.commands import DAY, Desk
from alongside.api.values import BadInput

from ..actions import days as acting
from ..actions import planning
from ..bank_holidays import WHERE, bank_holidays
from ..pattern import ShiftTemplate
from .week import _time, break_option, learning_option, read_job, read_needs, read_span, with_break


def days(desk: Desk) -> None:
    """Show what of the time to come is other than every week."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        found = acting.ahead(unit, business.id)
    closed = [(one.day, "closed", one.words) for one in found.closures]
    once = [(one.day, f"{one.starts:%H:%M}–{one.ends:%H:%M}", one.job) for one in found.one_offs]
    rows = [(str(day), what, words) for day, what, words in sorted([*closed, *once])]
    desk.table(f"Days of {business.name} that are different", ["Day", "What", "Words"], rows)


@click.argument("day", type=DAY, required=False)
@click.option("--words", default="", help="Why, in a few words.")
@click.option("--bank-holidays", "where", type=click.Choice(WHERE), help="All of a year to come, in this part.")
def close(desk: Desk, day: date | None, words: str, where: str | None) -> None:
    """Close on one day, or on the bank holidays of a part of the country."""
    business = desk.business()
    with desk.unit() as unit:
        coming = acting.ahead(unit, business.id).holidays if where else ()
        wished = {one.day: one.title for one in coming if where in one.where} | ({day: words} if day else {})
        if not wished:
            raise BadInput("No day is named", remedy="Give one as YYYY-MM-DD, or --bank-holidays.")
        closed = [acting.close(unit, business.id, one, said) for one, said in sorted(wished.items())]
    source = f" They are from {bank_holidays().source}." if where else ""
    said = f"{business.name} is closed on {', '.join(str(one.day) for one in closed)}.{source}"
    desk.answer({"closed": [one.day for one in closed]}, said)


@click.argument("day", type=DAY)
def open_(desk: Desk, day: date) -> None:
    """Open again."""
    business = desk.business()
    with desk.unit() as unit:
        there = [one for one in acting.ahead(unit, business.id).closures if one.day == day]
        if not there:
            raise BadInput(f"{day} is not closed", remedy="See them: alongside cafe days")
        acting.open_again(unit, business.id, there[0].id)
    desk.answer({"open": day}, f"{business.name} is open on {day}.")


@click.argument("day", type=DAY)
@_time("from", "When it begins, such as 09:00.")
@_time("until", "When it ends.")
@click.option("--job", required=True, help="What the work is, such as Party.")
@click.option("--places", type=click.IntRange(1, 20), default=1, show_default=True, help="How many people.")
@click.option("--needs", default="", metavar="SKILLS", help="What each must be able to do, such as kitchen,till.")
@learning_option
@click.option("--key", is_flag=True, help="One of them needs the key.")
@break_option
def one_off(
    desk: Desk,
    day: date,
    since: str,
    until: str,
    job: str,
    places: int,
    needs: str,
    learning: str,
    key: bool,  # noqa: FBT001 - click hands a flag over by its name
    rest: int | None,
) -> None:
    """Add a shift on one date."""
    starts, ends = read_span(since, until)
    template = ShiftTemplate(
        weekday=day.weekday(),
        starts=starts,
        ends=ends,
        job=read_job(job),
        places=(frozenset(read_needs(needs)),) * places,
        key_holder=key,
        learning=tuple(read_needs(learning)),
    )
    business = desk.business()
    with desk.unit() as unit:
        usual = planning.usual_break(unit, business.id)
        made = acting.add_one_off(unit, business.id, day, usual.into(template, rest))
    when = f"{made.day} {made.starts:%H:%M}–{made.ends:%H:%M}"
    said = f"Added: {when} {made.job}{with_break(made.break_minutes)}."
    desk.answer({"day": made.day, "job": made.job}, said)
