"""``alongside reports``: writes the trustees' report from the keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import click

from alongside.cli import Desk
from alongside.cli.options import DAY
from alongside.refusal import BadInput

if TYPE_CHECKING:
    from alongside.house.opening import House


@click.option("--from", "first", type=DAY, help="First day; the quarter before this one if not said.")
@click.option("--to", "last", type=DAY, help="Last day.")
@click.option(
    "--edition", type=click.Choice(["en", "en@easy"]), default="en", show_default=True, help="How it is said."
)
def write(desk: Desk, first: date | None, last: date | None, edition: str) -> None:
    """Write the report of a period as a PDF into the enterprise's papers."""
    from alongside.cli.keeping import faults_log
    from alongside.display import Edition
    from alongside.house.reporting import write_report
    from alongside.instants import Period

    if (first is None) != (last is None):
        raise BadInput("a period has a first and a last day", remedy="Say both --from and --to, or neither.")
    if first and last and last < first:
        raise BadInput(f"the period ends on {last}, before it begins on {first}", remedy="Change the two round.")
    period = Period(first, last) if first and last else Period.quarter(desk.today).before
    house = cast("House", desk.opened)
    desk.step_back()
    desk.say(f"Reading what happened from {period.first} to {period.last}.")
    with desk.unit(writing=False) as unit:
        report = write_report(unit, house.parts, house.display, period, Edition(edition))
    for owner in report.failed:
        desk.say(f"The chapter of {owner} could not be written; the report says so. Details: {faults_log()}")
    desk.say("Setting the pages.")
    path = desk.file_paper(report.file, report.pdf(), report.named)
    desk.answer({"file": str(path), "edition": edition, "failed": report.failed}, f"The report is in {path}")
