"""The pages on which a manager says for others what they can do and when they can work, as they have told her."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View, clock
from alongside.api.values import NotFound
from alongside.api.web import Fields, GoTo, ManyOf, Visit, all_valid

from ..actions import beginning, planning
from ..pattern import WEEKDAYS
from ..rota import KeptAvailability, wanted
from .availability import availability_form, send_availability_of


def _here(visit: Visit) -> Any:
    return visit.business


class CanDo(Fields):
    """What one person can do of what the week asks for."""

    skills = ManyOf(_("{name} can do"), needed=False, depends=True)


def team(visit: Visit) -> View:
    """Show everybody whom the rota may ask, with what they can do of what the week asks for, and their hours."""
    return _team(visit, _forms(visit))


def _forms(visit: Visit) -> dict[str, CanDo]:
    """What each can do, by the person's id; all of them are sent together."""
    wanted_here = beginning.asked_for(planning.pattern(visit.unit, _here(visit).id))
    offered = [(key, wanted([key]).capitalize()) for key in wanted_here]
    forms = {}
    for one in beginning.team(visit.unit, _here(visit).id):
        form = CanDo(visit, {"skills": sorted(one.skills)}, prefix=f"{one.id}-", facts={"name": one.name})
        form.skills.offer(offered)
        forms[one.id] = form
    return forms


def _team(visit: Visit, forms: Mapping[str, CanDo]) -> View:
    colleagues = beginning.team(visit.unit, _here(visit).id)
    skills = any(form.skills.answers for form in forms.values())
    facts = {
        "people": [
            {
                "id": one.id,
                "name": one.name,
                "face": one.face,
                "form": forms[one.id],
                "days": _days(one.said),
                "hours": visit.link(f"/hours/{one.id}"),
            }
            for one in colleagues
        ],
        "skills": skills,
        "silent": sum(one.said is None for one in colleagues),
        "pattern": visit.link("/pattern"),
        "rota": visit.link("/rota"),
        "pairs": visit.link("/pairs"),
    }
    return View("team.html", "Who can do what", facts)


def _days(said: KeptAvailability | None) -> list[str]:
    return (
        [f"{WEEKDAYS[one.weekday][:3]} {clock(one.since)}–{clock(one.until)}" for one in said.hours]
        if said
        else []
    )


def send_team(visit: Visit) -> GoTo | View:
    """Keep who can do what, or let everybody who said nothing work while the café is open."""
    business, forms = _here(visit).id, _forms(visit)
    sent = {person: forms[person] for person in visit.form.every("person") if person in forms}
    if not all_valid(sent.values()):
        return _team(visit, forms)
    beginning.note_skills(visit.unit, business, {person: form.skills.value for person, form in sent.items()})
    # Both buttons keep what was ticked: nobody should lose it by pressing the other one.
    if visit.form.get("then") == "open":
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
