"""The café's pages: the week's rota, and the rota for the wall."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from alongside.api import enterprise
from alongside.api.display import Display, Said, View, day, weekday
from alongside.api.reports import make_pdf
from alongside.api.values import BadInput, Period, monday_of, worded
from alongside.api.web import GoTo, PdfAnswer, Thinking, Visit

from ..actions import looking
from ..actions.before_filling import look as what_is_missing
from ..actions.needed import anything_needed
from ..rota import KeptGap, KeptShift, first_names, wanted
from .drafts import (
    anchor,
    begin,
    draft_facts,
    fill,
    leading,
    marks,
    published_facts,
    send_draft,
    set_aside,
    shown_draft,
    waiting,
)
from .put_right import NOTHING, to_put_right
from .why import link as why_link

PICTURES = {"kitchen": "cook", "front": "cup", "till": "till"}
"""Which picture stands for a job; others have the café's own."""

TINTS = {"kitchen": "brand", "till": "now"}
MOST_NAMED = 3
"""Things that are missing which a week names by itself."""

ROWS = 4
"""Shifts that one sheet has room for; a fuller day gets a second sheet with its heading."""


def rota(visit: Visit) -> View:
    """Show a week: people down and days across, or day by day on a narrow screen."""
    business = _here(visit)
    monday = monday_in(visit.query.get("week", ""), visit.today)
    plans = visit.unit.may("cafe.plan", business.id)
    draft, published = shown_draft(visit.unit, business.id, monday), visit.query.get("show") == "published"
    if draft and not published:
        week = looking.drafted_week(visit.unit, draft, monday)
    else:
        week = looking.week(visit.unit, business.id, monday)
    facts = {
        "draft": draft_facts(draft) if draft else None,
        "drafted": draft is not None and not published,
        "publication": published_facts(visit.unit, business.id, Period(week.days[0], week.days[-1])),
        "lacking": _lacking(visit, monday) if plans and not draft and not week.rota.places else [],
        "waiting_drafts": waiting(visit, Period(week.days[0], week.days[-1])),
        "anchor": anchor,
        "opened": _opened(visit, week),
        "this": visit.link(f"/rota?week={monday}"),
        "by": "day" if visit.query.get("by") == "day" else "person",
        "leads": leading(visit, draft) if not published else {},
        "marks": marks(draft) if not published else {},
        "set_aside": set_aside(visit.unit, business.id, week, draft if not published else None) if plans else [],
        **_week_facts(week),
        "asks": _asks(visit, week, monday if draft and not published else None),
        **(to_put_right(visit, week, published=published, draft=bool(draft)) if plans else NOTHING),
        "me": visit.actor.id,
        "plans": plans,
        "today": visit.today,
        "monday": monday,
        "ask": looking.whom_to_ask(visit.unit, business.id),
        "earlier": visit.link(f"/rota?week={monday - timedelta(days=7)}"),
        "later": visit.link(f"/rota?week={monday + timedelta(days=7)}"),
        "wall": visit.link(f"/wall/{monday}"),
        "missing": visit.link(f"/missing?week={monday}"),
        "pattern": "" if _anything_needed(visit, week.days) else visit.link("/pattern"),
    }
    return View("rota.html", "Rota", facts)


def _anything_needed(visit: Visit, days: Sequence[date]) -> bool:
    return anything_needed(visit.unit, _here(visit).id, Period(days[0], days[-1]))


def _lacking(visit: Visit, monday: date) -> list[Said]:
    """What is missing for an empty week, named before it is filled; its own page has where each is put right."""
    if not _anything_needed(visit, [monday, monday + timedelta(days=6)]):
        return []
    found = what_is_missing(visit.unit, _here(visit).id, monday, 1)[:MOST_NAMED]
    return [Said(one.said.key, **one.said.facts).of(one.said.part) for one in found]


def _opened(visit: Visit, week: looking.Week) -> str:
    """The day that stands unfolded: the one somebody comes back to, else the first on which a place is open."""
    return visit.query.get("day") or str(next((of for of in week.days if week.gaps_on(of)), week.days[0]))


def send_rota(visit: Visit) -> GoTo | Thinking:
    """Fill a draft from the week that is shown, publish one, or throw it away."""
    what = visit.form.get("do", "")
    if what in {"publish", "away", "again"}:
        return send_draft(visit, what)
    monday = monday_in(visit.form.get("week", ""), visit.today)
    if what == "begin":
        return begin(visit, monday)
    return fill(visit, monday, 4 if visit.form.get("weeks") == "4" else 1)


def _here(visit: Visit) -> Any:
    return visit.business


def monday_in(text: str, today: date) -> date:
    """Return the Monday of the day that an address names, else of today.

    Raises:
        BadInput: for what is no day.
    """
    if not text:
        return monday_of(today)
    try:
        return monday_of(date.fromisoformat(text))
    except ValueError as wrong:
        raise BadInput(worded("cafe", "“{text}” is no day. Write it as 2026-11-30.", text=text)) from wrong


def _week_facts(week: looking.Week) -> dict[str, Any]:
    names = first_names(week.names)
    days = [day for day in week.days if any(shift.day == day for shift in week.rota.shifts)]
    return {
        "days": week.days,
        "heads": [(day, f"{weekday(day)[:3]} {day.day}") for day in days],
        "people": [_row(week, who, names[who], days) for who in week.names],
        "open": [
            (
                day,
                [
                    (gap, shift, _title(gap.place, shift), week.why[gap.id], _law(week, gap, day))
                    for gap, shift in week.gaps_on(day)
                ],
            )
            for day in days
        ],
        "names": names,
        "closed": list(week.closed.items()),
        "by_day": [(day, _sheet(week, day, names, set(week.photos))) for day in days],
        "places": week.rota.places,
        "filled": week.rota.filled - len(week.waits),
        "waiting": [(day, week.waiting_on(day)) for day in days],
        "waits": len(week.waits),
        "held": [(name, Said(one.key, **one.facts).of(one.part), path) for name, one, path in week.held],
        "tints": PICTURES,
    }


def _asks(visit: Visit, week: looking.Week, draft: date | None) -> dict[str, str]:
    """Where to ask why, by the id of an open place for who plans, and of a shift for who could work here."""
    by_id = week.rota.by_id
    if visit.unit.may("cafe.plan", _here(visit).id):
        return {gap.id: why_link(visit, by_id[gap.shift], draft, gap=gap.id) for gap in week.rota.gaps}
    if visit.actor.id not in week.agreed:
        return {}
    hers = {one.shift for one in week.rota.assignments if one.person == visit.actor.id}
    there = {gap.shift for gap in week.rota.gaps if gap.place is not None} - hers
    return {shift: why_link(visit, by_id[shift], None) for shift in there}


def _row(week: looking.Week, who: str, name: str, days: list[date]) -> dict[str, Any]:
    return {
        "id": who,
        "name": name,
        **_face(week, who, set(week.photos)),
        "cells": [(week.shifts_of(who, day), (who, day) in week.leave) for day in days],
        "place": {one.shift: one.place for one in week.rota.assignments if one.person == who},
        "waiting": {shift for shift, person in week.waits if person == who},
        "learns": {shift: wanted([skill]) for (shift, person), skill in week.rota.learnt.items() if person == who},
        "minutes": week.minutes(who),
        "agreed": week.agreed.get(who, 0),
        "most": week.most.get(who, 0),
    }


def _law(week: looking.Week, gap: KeptGap, day: date) -> str:
    """Where the rule of the law stands that keeps most people from a place; empty where none does."""
    return f"/rules/{week.laws[gap.id]}?on={day}" if gap.id in week.laws else ""


def _title(place: int | None, shift: KeptShift) -> str:
    return "Key-holder" if place is None else shift.job


def _sheet(
    week: looking.Week, day: date, names: Mapping[str, str], photos: Container[str | None]
) -> list[dict[str, Any]]:
    """The shifts of a day with the people on each, as a wall or a narrow screen shows them."""
    return [
        {
            "shift": shift,
            "picture": PICTURES.get(shift.job.casefold(), "cup"),
            "tint": TINTS.get(shift.job.casefold(), "act"),
            "people": [
                {"id": who, "name": names[who], "learns": skill and wanted([skill]), **_face(week, who, photos)}
                for who, skill in week.rota.learning_on(shift)
            ],
            "skills": {len(shift.places) + n: wanted([skill]) for n, skill in enumerate(shift.learning)},
            "open": week.rota.open_on(shift),
            "places": _places(week, shift),
            "waiting": {who for row, who in week.waits if row == shift.id},
        }
        for shift in week.rota.shifts
        if shift.day == day and shift.places
    ]


def _places(week: looking.Week, shift: KeptShift) -> list[tuple[int, str | None]]:
    """Each place of a shift with who has it, the team's first and then the learners'."""
    people = {one.place: one.person for one in week.rota.assignments if one.shift == shift.id}
    return [(place, people.get(place)) for place in range(len(shift.places) + len(shift.learning))]


def _face(week: looking.Week, who: str, photos: Container[str | None]) -> dict[str, str | None]:
    face = week.faces.get(who)
    photo = face.photo if face and face.photo in photos else None
    return {"photo": photo, "picture_name": face.picture if face else None}


# --- the wall


def wall(visit: Visit) -> PdfAnswer:
    """Make the wall rota of the week that the address names."""
    business = _here(visit)
    monday = monday_in(visit.path["week"], visit.today)
    week = looking.week(visit.unit, business.id, monday)
    ask = looking.whom_to_ask(visit.unit, business.id)
    words, photos = enterprise.words(visit.unit), visit.host.photos.handed_over(week.photos)
    content = wall_pdf(week, business.name, ask, visit.today, visit.zone, words, photos)
    return PdfAnswer(content, f"wall-rota-{business.slug}-{monday}.pdf")


def wall_pdf(
    week: looking.Week,
    owner: str,
    ask: str,
    made_on: date,
    zone: str,
    words: Mapping[str, str],
    photos: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return the rota for the wall: a sheet for each day on which somebody is needed.

    ``photos`` are those of the people on it, by their addresses; who has none there is shown by her picture.

    Raises:
        BadInput: where there is no shift on any of the days.
    """
    html = Display({"cafe": "alongside_cafe"}).render(
        "cafe",
        wall_view(week, owner, ask, made_on, photos or {}),
        frame="paper",
        sheet="wall",
        enterprise=owner,
        zone=zone,
        words=words,
    )
    return make_pdf(html, files=photos or {})


def wall_view(week: looking.Week, owner: str, ask: str, made_on: date, photos: Container[str | None]) -> View:
    """Return the sheets for the wall as a view; ``photos`` are the addresses of those that can be shown.

    Raises:
        BadInput: where there is no shift on any of the days.
    """
    names = first_names(week.names)
    days = [(of, _sheet(week, of, names, photos)) for of in week.days]
    sheets = [(of, shifts[n : n + ROWS]) for of, shifts in days for n in range(0, len(shifts), ROWS)]
    if not sheets:
        raise BadInput(
            f"There are no shifts from {week.days[0]} to {week.days[-1]}", remedy="Fill the rota first."
        )
    facts = {
        "sheets": [(weekday(of), day(of, weekday=False), shifts, week.versions.get(of)) for of, shifts in sheets],
        "owner": owner,
        "ask": ask.split()[0] if ask else "",
        "made_on": made_on,
    }
    return View("wall.html", "Wall rota", facts)
