"""Pay at the keyboard: make the draft of a run, list runs, write the list for the payroll bureau."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from alongside.cli import Desk
from alongside.cli.ending import DONE, NOT_RIGHT
from alongside.display.wording import duration
from alongside.enterprise import offers as enterprise
from alongside.money import pounds
from alongside.pay import actions
from alongside.pay.bureau import as_csv, file_name
from alongside.pay.matter import Kind, Matter
from alongside.refusal import BadInput, NotFound
from alongside.store import Unit

_SAID = {
    Kind.NOT_CONFIRMED: "planned and not confirmed, so not paid",
    Kind.NOT_SAID_WHY: "was not there, and nobody has said whether it was illness or leave",
    Kind.NOTHING_AGREED: "worked where no placement says what it pays",
    Kind.QUESTION: "asks about hours and has no answer",
    Kind.LOW: "rate under the floor",
    Kind.PROMISED: "rate is lawful, and less than was promised",
    Kind.NO_BIRTHDAY: "date of birth not known, so the floor is not known",
    Kind.NO_RULE: "no rule says what the floor is",
    Kind.OVER_AGREED: "more hours in a week than were agreed",
    Kind.OLD_SICKNESS: "sickness that began before the rules of April 2026",
    Kind.NO_EARNINGS: "sick pay worked out of no earnings",
    Kind.EARLIER_PAY: "sick pay worked out of weeks before the first run, whose hours may be missing",
    Kind.NO_WEEKDAYS: "ill or on leave, and nobody has said on which days they work",
    Kind.HOLIDAY_LEFT: "has left, and holiday is left",
    Kind.TAKES_BACK: "something is taken back",
    Kind.NO_REFERENCE: "no pay reference",
}


def _day_of(period: str) -> date:
    """Read 2026-10 or 2026-10-05 as a day in the pay period that is meant."""
    try:
        return date.fromisoformat(f"{period}-01" if re.fullmatch(r"\d{4}-\d{2}", period) else period)
    except ValueError as wrong:
        remedy = "Write a month as 2026-10, or any day of the period as 2026-10-05."
        raise BadInput(f"“{period}” is no pay period", remedy=remedy) from wrong


@click.option("--period", metavar="PERIOD", help="A month, 2026-10, or a day in the period.  [default: the next]")
def run(desk: Desk, period: str | None) -> int:
    """Work out the next pay run as a draft; it is looked at and agreed on its page."""
    day = _day_of(period) if period else None
    with desk.unit(writing=False) as unit:
        ready = actions.read(unit, day)
    worked = actions.work_out(ready)
    with desk.unit() as unit:
        made = actions.keep(unit, worked)
        seen = actions.look_at_run(unit, made.id)
    lines = [f"{one.name}: {_said(matter)}" for one, matter in seen.matters]
    total = sum(one.advice.pence for one in seen.paid)
    minutes = sum(one.advice.minutes for one in seen.paid)
    facts = {
        "run": made.id,
        "from": made.first_day,
        "to": made.last_day,
        "people": len(seen.paid),
        "minutes": minutes,
        "pence": total,
        "needs_a_human": [
            {"person": one.advice.person, "what": matter.kind.value, "days": list(matter.days)}
            for one, matter in seen.matters
        ],
    }
    sums = f"{len(seen.paid)} people, {duration(minutes)}, {pounds(total)}"
    head = f"Draft for {made.first_day} to {made.last_day}: {sums}."
    desk.answer(facts, "\n".join([head, *lines, f"Look at it and agree it on the page /pay/runs/{made.id}"]))
    return NOT_RIGHT if any(matter.stops for _, matter in seen.matters) else DONE


def _said(matter: Matter) -> str:
    days = f" ({', '.join(str(day) for day in matter.days)})" if matter.days else ""
    return f"{_SAID[matter.kind]}{days}. {matter.words}".rstrip()


def list_(desk: Desk) -> None:
    """List the pay runs, the newest first."""
    with desk.unit(writing=False) as unit:
        found = actions.overview(unit)
    rows = [
        (
            str(one.run.first_day),
            str(one.run.last_day),
            "agreed" if one.run.agreed else "draft",
            str(one.people),
            duration(one.minutes),
            pounds(one.pence),
            one.run.id,
        )
        for one in found
    ]
    desk.table("Pay runs", ("from", "to", "state", "people", "hours", "pay", "run"), rows)


@click.argument("period")
@click.option("--to", "folder", type=click.Path(path_type=Path), default=Path(), help="The folder to write it in.")
def csv_(desk: Desk, period: str, folder: Path) -> None:
    """Write an agreed run as CSV for the payroll bureau; docs/paying.md describes the columns."""
    with desk.unit() as unit:
        seen = actions.look_at_run(unit, _run_of(unit, _day_of(period)))
        places = {one.id: one.name for one in enterprise.all_businesses(unit)}
    content = as_csv(seen.run, ((one.name, one.advice) for one in seen.paid), places)
    path = folder / file_name(seen.run)
    path.write_text(content, encoding="utf-8", newline="")
    desk.answer({"file": str(path), "people": len(seen.paid)}, f"{path}: {len(seen.paid)} people.")


def tidy(desk: Desk) -> None:
    """Take out the pay advices of erased people that need not be kept any longer."""
    with desk.erasing() as unit:
        gone = actions.tidy(unit)
    desk.answer({"taken_out": gone}, f"{gone} pay advices were taken out.")


def _run_of(unit: Unit, day: date) -> str:
    for one in actions.overview(unit):
        if one.run.first_day <= day <= one.run.last_day:
            return one.run.id
    raise NotFound("pay run", str(day), "“alongside pay list” shows those that there are.")
