"""The page of what is missing before the rota is filled: each thing in a sentence, with where it is put right."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from alongside.api.display import Said, View
from alongside.api.values import Worded, monday_of
from alongside.api.web import Visit

from ..actions import before_filling, planning
from ..missing import About, Missing
from . import monday_in

WEEKS = 4
PICTURES = {
    About.SHIFT: "calendar",
    About.PERSON: "clock",
    About.BIRTHDAY: "cake",
    About.LEARNING: "graduation",
}


def before(visit: Visit) -> View:
    """Show what is missing for four weeks, from the week that the address says on, else from the next one."""
    business: Any = visit.business
    monday = monday_in(visit.query.get("week", ""), monday_of(visit.today) + timedelta(days=7))
    planned = bool(planning.pattern(visit.unit, business.id))
    found = before_filling.look(visit.unit, business.id, monday, WEEKS) if planned else ()
    facts = {
        "found": [
            {
                "said": _said(one.said),
                "again": _said(one.again) if one.again else None,
                "picture": PICTURES[one.about],
                "path": _path(visit, one),
            }
            for one in found
        ],
        "planned": planned,
        "first": monday,
        "last": monday + timedelta(days=7 * WEEKS - 1),
        "rota": visit.link(f"/rota?week={monday}"),
        "pattern": visit.link("/pattern"),
    }
    return View("before.html", "What is missing", facts)


def _said(one: Worded) -> Said:
    return Said(one.key, **one.facts).of(one.part)


def _path(visit: Visit, one: Missing) -> str:
    """Where it is put right."""
    if one.about is About.BIRTHDAY:
        return f"/people/{one.which}/contact"
    return visit.link(f"/hours/{one.which}" if one.about is About.PERSON else "/pattern")
