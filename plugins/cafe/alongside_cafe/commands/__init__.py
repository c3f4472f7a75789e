"""The café's commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import click

from alongside.api import enterprise
from alongside.api.commands import DAY, Desk
from alongside.api.display import span_short
from alongside.api.values import Period, local, monday_of

from ..actions import filling, looking, planning
from ..pages import wall_pdf
from ..pattern import WEEKDAYS
from ..rota import KeptShift, wanted

_from = click.option(
    "--from", "first_day", type=DAY, help="The first day, as YYYY-MM-DD; next Monday if not said."
)


def _weeks(default: int) -> Callable[..., Any]:
    return click.option(
        "--weeks", type=click.IntRange(1, 13), default=default, show_default=True, help="How many weeks."
    )


def _first(desk: Desk, first_day: date | None) -> date:
    return first_day or monday_of(desk.today) + timedelta(days=7)


def _clock(moment: datetime, zone: str) -> str:
    return f"{local(moment, zone):%H:%M}"


def _said(shift: KeptShift) -> str:
    return f"{_clock(shift.starts, shift.zone)}–{_clock(shift.ends, shift.zone)} {shift.job}"


def _in_cell(shift: KeptShift, *, waits: bool = False) -> str:
    short = span_short(local(shift.starts, shift.zone), local(shift.ends, shift.zone))
    return f"{short}\n{shift.job}" + ("\ncertificate!" if waits else "")


@_from
@_weeks(4)
def fill(desk: Desk, first_day: date | None, weeks: int) -> None:
    """Read, think with no unit open, write; gaps are listed with their reasons."""
    business, start = desk.business(), _first(desk, first_day)
    desk.say(f"Reading who can work from {start} on.")
    with desk.unit(writing=False) as unit:
        asked = filling.ask(unit, business.id, start, weeks)
    desk.say(f"Filling {sum(len(one.places) for one in asked.problem.shifts)} places.")
    thought = filling.think(asked)
    with desk.unit() as unit:
        done = filling.settle(unit, asked, thought)
        gaps = _gaps(looking.week(unit, business.id, start, 7 * weeks))
    facts = {
        "places": done.rota.places,
        "filled": done.filled,
        "gaps": gaps,
        "ending": done.ending.value,
        "distance": round(done.distance, 4),
        "changed": done.changed,
    }
    desk.answer(facts, _in_words(done, gaps))


def _gaps(week: looking.Week) -> list[dict[str, str]]:
    return [
        {
            "day": str(day),
            "shift": _said(shift),
            "place": "key" if gap.place is None else wanted(shift.places[gap.place]),
            "reason": week.why[gap.id],
        }
        for day in week.days
        for gap, shift in week.gaps_on(day)
    ]


_ENDINGS = {
    "best": "No rota is better.",
    "work_done": "At most {share:.0%} of its cost away from the best possible.",
    "clock": "It ran out of time; another run may give another rota.",
    "nothing": "No rota was found in the time there was.",
}


def _in_words(done: filling.Filled, gaps: list[dict[str, str]]) -> str:
    open_places = [f"  {one['day']} {one['shift']}, {one['place']}: {one['reason']}" for one in gaps]
    return "\n".join(
        [
            f"{done.filled} of {done.rota.places} places are filled.",
            _ENDINGS[done.ending.value].format(share=done.distance),
            f"{done.changed} shifts that somebody had went to somebody else or to nobody.",
            *open_places,
        ]
    )


@_from
@_weeks(1)
def rota(desk: Desk, first_day: date | None, weeks: int) -> None:
    """Show a table for each week: people down, days across."""
    business, start = desk.business(), _first(desk, first_day)
    with desk.unit(writing=False) as unit:
        shown = [looking.week(unit, business.id, start + timedelta(days=7 * n)) for n in range(weeks)]
    for week in shown:
        headers = ["Person", *(f"{day:%a} {day.day}" for day in week.days), "Hours"]
        desk.table(f"{business.name}, week of {week.days[0]}", headers, _lines(week))


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


@_from
@_weeks(4)
def check(desk: Desk, first_day: date | None, weeks: int) -> None:
    """Look at every rule again; the command fails where one is broken."""
    business, start = desk.business(), _first(desk, first_day)
    period = Period(start, start + timedelta(days=7 * weeks - 1))
    with desk.unit(writing=False) as unit:
        broken = looking.faults(unit, business.id, period)
    said = "\n".join(broken) or f"No rule is broken from {period.first} to {period.last}."
    desk.answer({"first_day": period.first, "last_day": period.last, "broken": broken}, said)
    if broken:
        raise SystemExit(1)


@_from
@click.option("--days", type=click.IntRange(1, 14), default=6, show_default=True, help="How many days.")
def wall(desk: Desk, first_day: date | None, days: int) -> None:
    """Read the rota, then set the sheets with no unit open, and keep them among the papers."""
    business, start = desk.business(), _first(desk, first_day)
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
        ]
        for one in lines
    ]
    desk.table(f"Every week of {business.name}", ["Day", "Time", "Job", "Places", "Key"], rows)
