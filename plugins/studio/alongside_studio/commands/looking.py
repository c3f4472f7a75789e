"""When something is free to book."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import click

from alongside.api.commands import DAY, Desk
from alongside.api.display import day as day_words
from alongside.api.values import BadInput, Period, local

from ..actions import looking
from ..bookable import Bookable
from ..sweep import runs
from .reading import business_of, whole_minutes


@click.option("--from", "first", type=DAY, help="The first day; today if not said.")
@click.option("--days", default=7, show_default=True, type=click.IntRange(1, 62), help="How many days.")
@click.option(
    "--hours", default=2.0, show_default=True, type=click.FloatRange(0.25, 24), help="How long it is to be."
)
def free(desk: Desk, first: date | None, days: int, hours: float) -> None:
    """Show for each thing to book when it could start."""
    begins, business = first or desk.today, business_of(desk)
    period = Period(begins, begins + timedelta(days=days - 1))
    with desk.unit(writing=False) as unit:
        found = looking.free(unit, business, period, whole_minutes(hours))
    if not found:
        raise BadInput(f"nothing here can be booked for {hours:g} hours", remedy="Give another length.")
    if desk.as_json:
        desk.answer(_free_facts(desk, period, hours, found), "")
        return
    rows = [
        (bookable.name, *_run(desk, one, whole_minutes(hours)))
        for bookable, starts in found
        for one in runs(starts, bookable.grid)
    ]
    if not rows:
        desk.answer({}, f"Nothing is free for {hours:g} hours on these days.")
        return
    title = f"Free for {hours:g} hours, from {day_words(period.first, year=True)}"
    desk.table(title, ("What", "Day", "Start from", "Start until", "Free until"), rows)


def _run(desk: Desk, run: tuple[datetime, datetime], minutes: int) -> tuple[str, ...]:
    first, last = (local(one, desk.zone) for one in run)
    ends = local(run[1] + timedelta(minutes=minutes), desk.zone)
    return day_words(first.date()), f"{first:%H:%M}", f"{last:%H:%M}", f"{ends:%H:%M}"


def _free_facts(
    desk: Desk, period: Period, hours: float, found: list[tuple[Bookable, list[datetime]]]
) -> dict[str, Any]:
    return {
        "from": period.first,
        "to": period.last,
        "hours": hours,
        "zone": desk.zone,
        "free": [
            {"what": bookable.name, "starts": [local(one, desk.zone).isoformat() for one in starts]}
            for bookable, starts in found
        ],
    }
