"""The commands that shape the week of a café, and say when people can work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

import click

from alongside.api import people
from alongside.api.commands import Desk
from alongside.api.values import BadInput

from ..actions import beginning, planning
from ..availability import FreeHours, meets_any, with_more
from ..pages.shaping import LONGEST_JOB, skill_key
from ..pattern import LONGEST_BREAK, WEEKDAYS, ShiftTemplate
from ..rota import PatternLine, wanted
from ..starter import Opening

DAYS = tuple(name[:3].lower() for name in WEEKDAYS)

_days = click.option("--days", required=True, metavar="DAYS", help="Days, such as mon,tue,sat.")


def _time(name: str, words: str) -> Callable[..., Any]:
    return click.option(f"--{name}", name.replace("from", "since"), required=True, metavar="TIME", help=words)


learning_option = click.option(
    "--learning", default="", metavar="SKILLS", help="What somebody can learn on it, beside the team."
)
break_option = click.option(
    "--break",
    "rest",
    type=click.IntRange(0, LONGEST_BREAK),
    metavar="MINUTES",
    help="The break in it; if not said, a long shift has the one that the law asks for.",
)


def read_job(text: str) -> str:
    """Return what the work of a shift is called.

    Raises:
        BadInput: where nothing is said, or more than a rota has room for.
    """
    job = " ".join(text.split())
    if not 0 < len(job) <= LONGEST_JOB:
        found = f"The job has {len(job)} letters" if job else "The job has no name"
        raise BadInput(found, where="--job", remedy=f"Write what the work is, in 1 to {LONGEST_JOB} letters.")
    return job


def read_needs(text: str) -> list[str]:
    """Return the keys of skills that a shift asks for or teaches, however they are written."""
    return [skill_key(one) for one in read_skills(text)]


def read_span(since: str, until: str) -> tuple[time, time]:
    """Return when a shift begins and ends.

    Raises:
        BadInput: for what is no time, and for two times that are the same.
    """
    starts, ends = _read_time(since), _read_time(until)
    if starts == ends:
        raise BadInput(f"It begins and ends at {starts:%H:%M}", remedy="Give two times, such as 09:00 and 14:00.")
    return starts, ends


def read_skills(text: str) -> list[str]:
    """Return the skills of a list with commas."""
    return [one.strip() for one in text.split(",") if one.strip()]


def with_break(minutes: int) -> str:
    """Say the break of a shift after its name."""
    return f", with a break of {minutes} minutes" if minutes else ""


def _read_days(text: str) -> tuple[int, ...]:
    named = [one.strip().lower()[:3] for one in text.replace(" ", ",").split(",") if one.strip()]
    if not named:
        raise BadInput("No day of the week is named", where="--days", remedy="Write them as mon,tue,sat.")
    for one in named:
        if one not in DAYS:
            raise BadInput(f"“{one}” is no day of the week", where="--days", remedy="Write them as mon,tue,sat.")
    return tuple(sorted({DAYS.index(one) for one in named}))


def _read_time(text: str) -> time:
    try:
        # No seconds and no zone: a rota is of minutes on the café's own wall.
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a time of day has no zone
    except ValueError as wrong:
        raise BadInput(f"“{text}” is no time of day", remedy="Write it as 09:30.") from wrong


def _said(one: PatternLine) -> str:
    return f"{WEEKDAYS[one.weekday]} {one.starts:%H:%M}–{one.ends:%H:%M} {one.job}{with_break(one.break_minutes)}"


@_days
@click.option("--opens", required=True, metavar="TIME", help="When it opens, such as 10:00.")
@click.option("--closes", required=True, metavar="TIME", help="When it closes.")
@click.option("--kitchen", type=click.IntRange(0, 20), default=2, show_default=True, help="People in the kitchen.")
@click.option("--front", type=click.IntRange(0, 20), default=2, show_default=True, help="People at the front.")
def start(desk: Desk, days: str, opens: str, closes: str, kitchen: int, front: int) -> None:
    """Make a week to start with; each of its shifts can be changed."""
    opening = Opening(
        days=_read_days(days), opens=_read_time(opens), closes=_read_time(closes), kitchen=kitchen, front=front
    )
    business = desk.business()
    with desk.unit() as unit:
        made = beginning.begin_week(unit, business.id, opening)
    lines = [f"The week of {business.name} has {len(made)} shifts:", *(f"  {_said(one)}" for one in made)]
    desk.answer({"shifts": [_said(one) for one in made]}, "\n".join(lines))


@_days
@_time("from", "When it begins, such as 09:00.")
@_time("until", "When it ends.")
@click.option("--job", required=True, help="What the work is, such as Kitchen.")
@click.option("--places", type=click.IntRange(1, 20), default=1, show_default=True, help="How many people.")
@click.option("--needs", default="", metavar="SKILLS", help="What each must be able to do, such as kitchen,till.")
@learning_option
@click.option("--key", is_flag=True, help="One of them needs the key.")
@break_option
def add(
    desk: Desk,
    days: str,
    since: str,
    until: str,
    job: str,
    places: int,
    needs: str,
    learning: str,
    key: bool,  # noqa: FBT001 - click hands a flag over by its name
    rest: int | None,
) -> None:
    """Add a shift to every week, on one day or more."""
    starts, ends = read_span(since, until)
    templates = [
        ShiftTemplate(
            weekday=day,
            starts=starts,
            ends=ends,
            job=read_job(job),
            places=(frozenset(read_needs(needs)),) * places,
            key_holder=key,
            learning=tuple(read_needs(learning)),
        )
        for day in _read_days(days)
    ]
    business = desk.business()
    with desk.unit() as unit:
        usual = planning.usual_break(unit, business.id)
        made = beginning.add_shifts(unit, business.id, [usual.into(one, rest) for one in templates])
    desk.answer({"shifts": [_said(one) for one in made]}, "\n".join(f"Added: {_said(one)}." for one in made))


@_days
@_time("from", "When it begins.")
@click.option("--job", required=True, help="What the work is.")
def remove(desk: Desk, days: str, since: str, job: str) -> None:
    """Take a shift out of every week; what is on the rota stays."""
    business, starts, wished = desk.business(), _read_time(since), _read_days(days)
    with desk.unit() as unit:
        gone = [
            one
            for one in planning.pattern(unit, business.id)
            if one.weekday in wished and one.starts == starts and one.job.casefold() == job.strip().casefold()
        ]
        if not gone:
            raise BadInput("there is no such shift in the week", remedy="See them: alongside cafe pattern")
        for one in gone:
            beginning.remove_shift(unit, one)
    desk.answer({"removed": [_said(one) for one in gone]}, "\n".join(f"Taken out: {_said(one)}." for one in gone))


def team(desk: Desk) -> None:
    """Show everybody whom the rota may ask."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        found = beginning.team(unit, business.id)
    rows = [
        (
            one.name,
            ", ".join(sorted(wanted([skill]) for skill in one.skills)),
            ", ".join(map(_free, one.said.hours)) if one.said else "has not said",
        )
        for one in found
    ]
    desk.table(f"Who works in {business.name}", ["Name", "Can do", "Can work"], rows)


@click.argument("person")
@_days
@_time("from", "From when, such as 09:00.")
@_time("until", "Until when.")
@click.option("--add", is_flag=True, help="As well as what is written down for other days and times.")
def hours(desk: Desk, person: str, days: str, since: str, until: str, *, add: bool = False) -> None:
    """Write down when somebody can work, as she has said."""
    business, starts, ends = desk.business(), _read_time(since), _read_time(until)
    new = [FreeHours(day, starts, ends) for day in _read_days(days)]
    with desk.unit() as unit:
        who = people.find_person(unit, person)
        old = planning.availability(unit, business.id, who.id)
        free = list(old.hours) if add and old else []
        for one in new:
            free = list(with_more(free, one))
        planning.set_hours(unit, business.id, who.id, free)
    said = f"{who.name} can work {', '.join(DAYS[one.weekday] for one in new)}, {starts:%H:%M} to {ends:%H:%M}."
    # What is written down is the whole week: whoever meant to add a day reads which others went.
    gone = [one for one in old.hours if not meets_any(one, free)] if old else []
    if gone:
        said += f" No more: {', '.join(_free(one) for one in gone)}. Name all days to keep them."
    facts = {"days": [DAYS[one.weekday] for one in new], "no_more": [DAYS[one.weekday] for one in gone]}
    desk.answer({"person": who.id, **facts}, said)


def _free(one: FreeHours) -> str:
    return f"{DAYS[one.weekday]} {one.since:%H:%M}–{one.until:%H:%M}"


def hours_start(desk: Desk) -> None:
    """Let everybody who said nothing work while the café is open."""
    business = desk.business()
    with desk.unit() as unit:
        number = beginning.all_when_open(unit, business.id)
    desk.answer({"people": number}, f"{number} people can work when {business.name} is open. Each can change it.")
