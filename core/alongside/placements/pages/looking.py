"""The pages about work: who has agreed what, one's own hours, and every business's own page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from alongside.diary import offers as diary
from alongside.display import Said, View
from alongside.display.pictures import NAMES
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.instants import Period, local, monday_of
from alongside.people import offers as people
from alongside.placements import actions
from alongside.placements.placement import Placement
from alongside.store import Unit

if TYPE_CHECKING:
    from alongside.web import Visit


def placements(visit: Visit) -> View:
    """Show everybody's placement, business by business: those that run, and those to come."""
    found = actions.placements_from_now(visit.unit)
    groups = [
        {"business": business, "cards": _cards(visit.unit, [one for one in found if one.business == business.id])}
        for business in enterprise.businesses(visit.unit)
    ]
    facts = {
        "groups": [group for group in groups if group["cards"]],
        "today": visit.today,
        "may_change": visit.unit.may_somewhere("placements.change"),
    }
    return View("placements.html", "Placements", facts)


def business(visit: Visit) -> View:
    """Show a business: who works there, and what is on this week."""
    found = enterprise.business_by_slug(visit.unit, None, visit.path["business"])
    running = actions.team_of(visit.unit, found.id)
    facts = {
        "business": found,
        "cards": _cards(visit.unit, running),
        "may_see": visit.unit.may("placements.see", found.id),
        "days": _days(visit, found),
    }
    return View("business.html", Said("{name}", name=found.name), facts)


def _days(visit: Visit, of: Business) -> list[dict[str, Any]]:
    """What is on this week, day by day: who works when, what is booked; never who is away."""
    monday = monday_of(visit.today)
    week = Period(monday, monday + timedelta(days=6))
    claims = actions.week_of(visit.unit, of.id, week.interval(visit.zone))
    names = diary.names_of(visit.unit, {one.resource for one in claims})
    days: dict[date, list[dict[str, Any]]] = {}
    for one in claims:
        day = max(local(one.starts, visit.zone).date(), monday)
        days.setdefault(day, []).append(
            {"name": names[one.resource], "label": one.label, "starts": one.starts, "ends": one.ends}
        )
    return [{"day": day, "today": day == visit.today, "claims": found} for day, found in days.items()]


def _cards(unit: Unit, found: Sequence[Placement]) -> list[dict[str, Any]]:
    named = {one.person for one in found} | {one.supporter for one in found if one.supporter}
    names, faces = people.names_of(unit, named), people.faces_of(unit, {one.person for one in found})
    cards = [
        {
            "placement": one,
            "minutes": one.minutes_on(enterprise.today(unit)),
            "name": names[one.person],
            "photo": faces[one.person].photo if one.person in faces else None,
            "picture": known_picture(faces[one.person].picture) if one.person in faces else None,
            "supporter": names.get(one.supporter or ""),
        }
        for one in found
    ]
    return sorted(cards, key=lambda card: (str(card["name"]).casefold(), card["placement"].id))


def known_picture(name: str | None) -> str | None:
    """Return a picture that is there: one that the pack has lost since must not take the page away."""
    return name if name in NAMES else None
