"""The diary at the keyboard: a week, what is free, and closures."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import click

from alongside.cli import Desk
from alongside.cli.options import DAY, WALL_TIME
from alongside.diary import actions
from alongside.diary.claim import Claim, Purpose
from alongside.display.wording import day as day_words
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, at, local, monday_of
from alongside.people import offers as people
from alongside.refusal import BadInput


@click.argument("person", required=False)
@click.option("--from", "first", type=DAY, help="A day of the week to show; this week if not said.")
def week(desk: Desk, person: str | None, first: date | None) -> None:
    """Show a person's week: your own, or that of PERSON."""
    monday = monday_of(first or desk.today)
    with desk.unit(writing=False) as unit:
        whose = actions.whose_week(unit, person)
        claims = actions.week(unit, whose, monday, desk.zone)
        name = people.person(unit, whose).name
        places = {one.id: one.name for one in enterprise.all_businesses(unit)}
    rows = [_row(claim, desk.zone, places) for claim in claims]
    desk.table(f"{name}, week from {day_words(monday, year=True)}", ("Day", "From", "To", "What", "Where"), rows)


def _row(claim: Claim, zone: str, places: dict[str, str]) -> tuple[str, ...]:
    starts, ends = local(claim.starts, zone), local(claim.ends, zone)
    busy = "Busy" if claim.purpose is Purpose.OTHER else claim.purpose.value.capitalize()
    where = places.get(claim.business or "", "")
    return day_words(starts.date()), f"{starts:%H:%M}", f"{ends:%H:%M}", claim.label or busy, where


@click.argument("resource")
@click.option("--from", "first", type=DAY, help="The first day; today if not said.")
@click.option("--days", default=7, show_default=True, type=click.IntRange(1, 62), help="How many days.")
@click.option(
    "--hours", default=1.0, show_default=True, type=click.FloatRange(0.25, 24), help="The least free time."
)
def free(desk: Desk, resource: str, first: date | None, days: int, hours: float) -> None:
    """Show when RESOURCE, a room or a thing, is free."""
    day = first or desk.today
    span = Interval(_midnight(day, desk), _midnight(day + timedelta(days=days), desk))
    with desk.unit(writing=False) as unit:
        found, gaps = actions.free(unit, resource, span, round(hours * 60))
    rows = [(*_moment(gap.starts, desk.zone), *_moment(gap.ends, desk.zone)) for gap in gaps]
    desk.table(f"{found.name} is free", ("From day", "From", "To day", "To"), rows)


def _midnight(day: date, desk: Desk) -> datetime:
    return at(day, time(), desk.zone)


def _moment(moment: datetime, zone: str) -> tuple[str, str]:
    there = local(moment, zone)
    return day_words(there.date()), f"{there:%H:%M}"


@click.argument("resource")
@click.option("--from", "starts", type=WALL_TIME, required=True, help="Day and time, as “2026-12-24 12:00”.")
@click.option("--to", "ends", type=WALL_TIME, required=True, help="Day and time it opens again.")
@click.option("--why", default="Closed", show_default=True, help="A few words; no names.")
def close(desk: Desk, resource: str, starts: datetime, ends: datetime, why: str) -> None:
    """Close RESOURCE, a room or a thing, for a while."""
    first, last = (at(one.date(), one.time(), desk.zone) for one in (starts, ends))
    if last <= first:
        raise BadInput(
            f"{ends:%Y-%m-%d %H:%M} is not later than {starts:%Y-%m-%d %H:%M}",
            where="--to",
            remedy="Give a later day or time.",
        )
    with desk.unit() as unit:
        found, claims = actions.close(unit, resource, Interval(first, last), why, desk.zone)
    facts = {"resource": found.name, "from": first, "to": last, "claims": [claim.id for claim in claims]}
    desk.answer(facts, f"{found.name} is closed from {_said(starts)} until {_said(ends)}.")


def _said(moment: datetime) -> str:
    return f"{day_words(moment.date())}, {moment:%H:%M}"
