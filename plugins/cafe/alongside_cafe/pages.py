"""The café's pages: the week's rota, one's own hours, and the rota for the wall."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from functools import partial
from typing import Any

from alongside.api import enterprise
from alongside.api.display import Display, View, day, weekday
from alongside.api.display import Said as _
from alongside.api.reports import make_pdf
from alongside.api.values import BadInput, monday_of
from alongside.api.web import GoTo, PdfAnswer, Thinking, Visit

from .actions import filling, looking, planning
from .availability import FreeHours
from .pattern import WEEKDAYS
from .rota import KeptShift, first_names

PICTURES = {"kitchen": "cook", "front": "cup", "till": "till"}
"""Which picture stands for a job; others have the café's own."""

TINTS = {"kitchen": "brand", "till": "now"}
ROWS = 4
"""Shifts that one sheet has room for; a fuller day gets a second sheet with its heading."""

CLOSES = time(17)
OPENS = time(9)


def rota(visit: Visit) -> View:
    """Show a week: people down and days across, or day by day on a narrow screen."""
    business = _here(visit)
    monday = _monday(visit.query.get("week", ""), visit.today)
    week = looking.week(visit.unit, business.id, monday)
    plans = visit.unit.may("cafe.plan", business.id)
    facts = {
        **_week_facts(week),
        "me": visit.actor.id,
        "plans": plans,
        "monday": monday,
        "ask": looking.whom_to_ask(visit.unit, business.id),
        "earlier": visit.link(f"/rota?week={monday - timedelta(days=7)}"),
        "later": visit.link(f"/rota?week={monday + timedelta(days=7)}"),
        "wall": visit.link(f"/wall/{monday}"),
    }
    return View("rota.html", "Rota", facts)


def send_rota(visit: Visit) -> Thinking:
    """Fill the rota from the week that is shown; thinking takes some seconds, in which nobody else waits."""
    business, monday = _here(visit), _monday(visit.form.get("week", ""), visit.today)
    weeks = 4 if visit.form.get("weeks") == "4" else 1
    asked = filling.ask(visit.unit, business.id, monday, weeks)

    def settle(later: Visit, thought: filling.Thought) -> GoTo:
        done = filling.settle(later.unit, asked, thought)
        said = _("{filled} of {places} places are filled.", filled=done.filled, places=done.rota.places)
        return GoTo(later.link(f"/rota?week={monday}"), said)

    return Thinking(partial(filling.think, asked), settle)


def _here(visit: Visit) -> Any:
    return visit.business


def _monday(text: str, today: date) -> date:
    if not text:
        return monday_of(today)
    try:
        return monday_of(date.fromisoformat(text))
    except ValueError as wrong:
        raise BadInput(f"“{text}” is no day", remedy="Write it as 2026-11-30.") from wrong


def _week_facts(week: looking.Week) -> dict[str, Any]:
    names = first_names(week.names)
    days = [day for day in week.days if any(shift.day == day for shift in week.rota.shifts)]
    return {
        "days": week.days,
        "heads": [f"{weekday(day)[:3]} {day.day}" for day in days],
        "people": [_row(week, who, names[who], days) for who in week.names],
        "open": [
            (day, [(shift, _title(gap.place, shift), week.why[gap.id]) for gap, shift in week.gaps_on(day)])
            for day in days
        ],
        "by_day": [(day, _sheet(week, day, names)) for day in days],
        "places": week.rota.places,
        "filled": len(week.rota.assignments) - len(week.waits),
        "waiting": [(day, week.waiting_on(day)) for day in days],
        "waits": len(week.waits),
        "tints": PICTURES,
    }


def _row(week: looking.Week, who: str, name: str, days: list[date]) -> dict[str, Any]:
    return {
        "name": name,
        "cells": [(week.shifts_of(who, day), (who, day) in week.leave) for day in days],
        "waiting": {shift for shift, person in week.waits if person == who},
        "minutes": week.minutes(who),
        "agreed": week.agreed.get(who, 0),
    }


def _title(place: int | None, shift: KeptShift) -> str:
    return "Key-holder" if place is None else shift.job


def _sheet(week: looking.Week, day: date, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The shifts of a day with the people on each, as a wall or a narrow screen shows them."""
    return [
        {
            "shift": shift,
            "picture": PICTURES.get(shift.job.casefold(), "cup"),
            "tint": TINTS.get(shift.job.casefold(), "act"),
            "people": [
                {"id": who, "name": names[who], "picture_name": week.pictures.get(who)}
                for who in week.rota.on(shift)
            ],
            "open": len(shift.places) - len(week.rota.on(shift)),
            "waiting": {who for row, who in week.waits if row == shift.id},
        }
        for shift in week.rota.shifts
        if shift.day == day
    ]


# --- one's own hours


def availability(visit: Visit) -> View:
    """Show the form in which a member says when she can work."""
    said = planning.availability(visit.unit, _here(visit).id, visit.actor.id)
    hours = said.hours if said else ()
    return _form(
        [str(one.weekday) for one in hours],
        f"{hours[0].since if hours else OPENS:%H:%M}",
        f"{hours[0].until if hours else CLOSES:%H:%M}",
    )


def _form(days: list[str], since: str, until: str, mistakes: Mapping[str, Any] | None = None) -> View:
    week = [(str(number), name) for number, name in enumerate(WEEKDAYS)]
    facts = {"week": week, "chosen": days, "since": since, "until": until, "mistakes": mistakes or {}}
    return View("availability.html", "When I can work", facts)


def send_availability(visit: Visit) -> GoTo | View:
    """Note what the member said, or say what is missing."""
    days, since, until = visit.form.every("days"), visit.form.get("since", ""), visit.form.get("until", "")
    mistakes: dict[str, Any] = {}
    if not days:
        mistakes["days"] = _("Choose one day or more.")
    hours = _hours(days, since, until)
    if days and not hours:
        mistakes["until"] = _("Give an end that is later than the start, such as 15:00.")
    if mistakes:
        return _form(list(days), since, until, mistakes)
    business = _here(visit).id
    old = planning.availability(visit.unit, business, visit.actor.id)
    planning.set_availability(visit.unit, business, visit.actor.id, hours, old.away if old else ())
    return GoTo(visit.link("/availability"), _("We know now when you can work."))


def _hours(days: tuple[str, ...], since: str, until: str) -> list[FreeHours]:
    try:
        starts, ends = time.fromisoformat(since), time.fromisoformat(until)
        return [FreeHours(int(one), starts, ends) for one in days if one in "0123456"]
    except (ValueError, BadInput):
        return []


# --- the wall


def wall(visit: Visit) -> PdfAnswer:
    """Make the wall rota of the week that the address names."""
    business = _here(visit)
    monday = _monday(visit.path["week"], visit.today)
    week = looking.week(visit.unit, business.id, monday)
    ask = looking.whom_to_ask(visit.unit, business.id)
    words = enterprise.words(visit.unit)
    content = wall_pdf(week, business.name, ask, visit.today, visit.zone, words)
    return PdfAnswer(content, f"wall-rota-{business.slug}-{monday}.pdf")


def wall_pdf(
    week: looking.Week, owner: str, ask: str, made_on: date, zone: str, words: Mapping[str, str]
) -> bytes:
    """Return the rota for the wall: a sheet for each day on which somebody is needed.

    Raises:
        BadInput: where there is no shift on any of the days.
    """
    names = first_names(week.names)
    days = [(of, _sheet(week, of, names)) for of in week.days]
    sheets = [(of, shifts[n : n + ROWS]) for of, shifts in days for n in range(0, len(shifts), ROWS)]
    if not sheets:
        raise BadInput(
            f"There are no shifts from {week.days[0]} to {week.days[-1]}", remedy="Fill the rota first."
        )
    facts = {
        "sheets": [(weekday(of), day(of, weekday=False), shifts) for of, shifts in sheets],
        "owner": owner,
        "ask": ask.split()[0] if ask else "",
        "made_on": made_on,
    }
    html = Display({"cafe": __package__}).render(
        "cafe",
        View("wall.html", "Wall rota", facts),
        frame="paper",
        sheet="wall",
        enterprise=owner,
        zone=zone,
        words=words,
    )
    return make_pdf(html)
