"""How people stand on the pages of checks, and what is told of one of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from alongside.checks.actions import OfPerson
from alongside.checks.check import Check
from alongside.display.pictures import NAMES
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people

if TYPE_CHECKING:
    from alongside.web import Visit


def shown_face(face: people.Face) -> dict[str, Any]:
    """Return a face as the templates show it; a picture that the pack has lost is left out."""
    known = face.picture if face.picture in NAMES else None
    return {"id": face.person, "name": face.name, "photo": face.photo, "picture": known}


def told_of(visit: Visit, found: OfPerson) -> dict[str, Any]:
    """Return all that is on record of one person, for herself or for a steward."""
    names = people.names_of(visit.unit, {one.decided_by for one in found.checks if one.decided_by})
    roles_ = {one.role.id: one.role for one in found.readiness}
    places = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    return {
        "face": shown_face(found.face),
        "jobs": [{"one": one, "place": places[one.post.business]} for one in found.readiness],
        "checks": [
            {"check": one, "by": names.get(one.decided_by or "", ""), "over": _over(one, visit.today)}
            for one in reversed(found.checks)
        ],
        "points": [(one, one.point) for one in found.shown if one.role in roles_],
        "today": visit.today,
    }


def _over(check: Check, today: date) -> bool:
    return check.until is not None and check.until < today
