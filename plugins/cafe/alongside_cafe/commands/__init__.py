"""The café's commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import click

from alongside.api import enterprise
from alongside.api.commands import DAY, Desk
from alongside.api.display import span_short
from alongside.api.store import Unit
from alongside.api.values import Period, local, monday_of

from ..actions import drafting, looking, looking_again, planning, publishing
from ..pages import wall_pdf
from ..pattern import WEEKDAYS
from ..rota import KeptShift, wanted

from_day = click.option(
    "--from", "first_day", type=DAY, help="The first day, as YYYY-MM-DD; next Monday if not said."
)


def for_weeks(default: int) -> Callable[..., Any]:
    """Return the option that says for how many weeks."""
    return click.option(
        "--weeks", type=click.IntRange(1, 13), default=default, show_default=True, help="How many weeks."
    )


def first_of(desk: Desk, first_day: date | None) -> date:
    """Return the first day that is meant: next Monday where none was said."""
    return first_day or monday_of(desk.today) + timedelta(days=7)


def _clock(moment: datetime, zone: str) -> str:
    return f"{local(moment, zone):%H:%M}"


def said_of(shift: KeptShift) -> str:
    """Say a shift in a line: “09:00–14:00 Kitchen”."""
    return f"{_clock(shift.starts, shift.zone)}–{_clock(shift.ends, shift.zone)} {shift.job}"


def _in_cell(shift: KeptShift, *, waits: bool = False) -> str:
    short = span_short(local(shift.starts, shift.zone), local(shift.ends, shift.zone))
    return f"{short}\n{shift.job}" + ("\ncertificate!" if waits else "")


@from_day
@for_weeks(1)
@click.option("--draft", is_flag=True, help="Show the draft, where there is one.")
def rota(desk: Desk, first_day: date | None, weeks: int, draft: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Show a table for each week: people down, days across."""
    business, start = desk.business(), first_of(desk, first_day)
    with desk.unit(writing=False) as unit:
        shown = [_week(unit, business.id, start + timedelta(days=7 * n), draft=draft) for n in range(weeks)]
    for week in shown:
        headers = ["Person", *(f"{day:%a} {day.day}" for day in week.days), "Hours"]
        desk.table(f"{business.name}, week of {week.days[0]}", headers, _lines(week))


def _week(unit: Unit, business: str, monday: date, *, draft: bool) -> looking.Week:
    found = drafting.draft_for(unit, business, Period(monday, monday + timedelta(days=6))) if draft else None
    if found is None:
        return looking.week(unit, business, monday)
    return looking.drafted_week(unit, publishing.stand(unit, found), monday)


def _lines(week: looking.Week) -> list[list[str]]:
    of_nobody = [
        "Open places",
        *("\n".join(_in_cell(shift) for _, shift in week.gaps_on(day)) for day in week.days),
        "",
    ]
    of_people = [
        [
            name,
            *("\n".join(_hers(week, person, day)) for day in week.days),
            f"{week.minutes(person) / 60:g} of {week.agreed.get(person, 0) / 60:g}",
        ]
        for person, name in week.names.items()
    ]
    return [of_nobody, *of_people]


def _hers(week: looking.Week, person: str, day: date) -> list[str]:
    return [_in_cell(one, waits=(one.id, person) in week.waits) for one in week.shifts_of(person, day)]


@from_day
@for_weeks(4)
def check(desk: Desk, first_day: date | None, weeks: int) -> None:
    """Look at every rule again; the command fails where one is broken."""
    business, start = desk.business(), first_of(desk, first_day)
    period = Period(start, start + timedelta(days=7 * weeks - 1))
    with desk.unit(writing=False) as unit:
        broken = looking_again.faults(unit, business.id, period)
    said = "\n".join(broken) or f"No rule is broken from {period.first} to {period.last}."
    desk.answer({"first_day": period.first, "last_day": period.last, "broken": broken}, said)
    if broken:
        raise SystemExit(1)


@from_day
@click.option("--days", type=click.IntRange(1, 14), default=6, show_default=True, help="How many days.")
def wall(desk: Desk, first_day: date | None, days: int) -> None:
    """Read the rota, then set the sheets with no unit open, and keep them among the papers."""
    business, start = desk.business(), first_of(desk, first_day)
    with desk.unit(writing=False) as unit:
        week = looking.week(unit, business.id, start, days)
        ask, words = looking.whom_to_ask(unit, business.id), enterprise.words(unit)
        named = set(unit.named)
    photos = desk.photos.handed_over(week.photos)
    content = wall_pdf(week, business.name, ask, desk.today, desk.zone, words, photos)
    path = desk.file_paper(f"wall-rota-{business.slug}-{start}.pdf", content, named)
    desk.answer({"paper": str(path)}, f"The wall rota is {path}.")


def pattern(desk: Desk) -> None:
    """Show the shifts of every week."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        lines = planning.pattern(unit, business.id)
    rows = [
        [
            WEEKDAYS[one.weekday],
            f"{one.starts:%H:%M}–{one.ends:%H:%M}",
            one.job,
            "; ".join(wanted(place) or "anybody" for place in one.places),
            "yes" if one.key_holder else "",
            f"{one.break_minutes} minutes" if one.break_minutes else "",
        ]
        for one in lines
    ]
    desk.table(f"Every week of {business.name}", ["Day", "Time", "Job", "Places", "Key", "Break"], rows)
