"""The pages on which a manager says for others what they can do and when they can work, as they have told her."""

from __future__ import annotations

from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View, clock
from alongside.api.values import NotFound
from alongside.api.web import GoTo, Visit

from ..actions import beginning, planning
from ..pattern import WEEKDAYS
from ..rota import KeptAvailability, wanted
from . import availability_form, send_availability_of


def _here(visit: Visit) -> Any:
    return visit.business


def team(visit: Visit) -> View:
    """Show everybody whom the rota may ask, with what they can do of what the week asks for, and their hours."""
    lines = planning.pattern(visit.unit, _here(visit).id)
    colleagues = beginning.team(visit.unit, _here(visit).id)
    facts = {
        "people": [
            {
                "id": one.id,
                "name": one.name,
                "skills": one.skills,
                "days": _days(one.said),
                "hours": visit.link(f"/hours/{one.id}"),
            }
            for one in colleagues
        ],
        "skills": [(key, wanted([key]).capitalize()) for key in beginning.asked_for(lines)],
        "silent": sum(one.said is None for one in colleagues),
        "pattern": visit.link("/pattern"),
        "rota": visit.link("/rota"),
    }
    return View("team.html", "Who can do what", facts)


def _days(said: KeptAvailability | None) -> list[str]:
    return (
        [f"{WEEKDAYS[one.weekday][:3]} {clock(one.since)}–{clock(one.until)}" for one in said.hours]
        if said
        else []
    )


def send_team(visit: Visit) -> GoTo:
    """Keep who can do what, or let everybody who said nothing work while the café is open."""
    business = _here(visit).id
    chosen = {person: visit.form.every(f"skills.{person}") for person in visit.form.every("person")}
    beginning.note_skills(visit.unit, business, chosen)
    # Both buttons keep what was ticked: nobody should lose it by pressing the other one.
    if visit.form.get("do") == "open":
        number = beginning.all_when_open(visit.unit, business)
        return GoTo(visit.link("/team"), _("{number} people can work when the café is open.", number=number))
    return GoTo(visit.link("/team"), _("What people can do is kept."))


def hours(visit: Visit) -> View:
    """Show the form in which a manager writes down when somebody else can work."""
    return availability_form(visit, visit.path["person"], _name(visit))


def send_hours(visit: Visit) -> GoTo | View:
    """Note it for her; she may change it herself at any time."""
    who = visit.path["person"]
    return send_availability_of(visit, who, _name(visit), visit.link("/team"))


def _name(visit: Visit) -> str:
    for one in beginning.team(visit.unit, _here(visit).id):
        if one.id == visit.path["person"]:
            return one.name
    raise NotFound("colleague", visit.path["person"])
