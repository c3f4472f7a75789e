"""The page that says why a place is open, or why somebody cannot have a shift, and what would mend it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import Audience, local, monday_of
from alongside.api.web import Thinking, Visit

from ..actions import asking_why, looking
from ..rota import KeptShift, wanted
from ..why.conflict import Finding
from .saying_easily import Easily
from .saying_to_her import ToHer
from .saying_why import Teller


def why(visit: Visit) -> Thinking:
    """Look for the smallest set of rules in conflict; thinking takes some seconds, in which nobody else waits."""
    asked = _asked(visit)
    return Thinking(partial(asking_why.think, asked), partial(_shown, asked))


def _asked(visit: Visit) -> asking_why.Asked:
    business, shift = visit.business, visit.path["shift"]
    assert business is not None  # noqa: S101 a page of a business
    who, draft = visit.query.get("person", ""), _draft(visit)
    if visit.unit.may("cafe.plan", business.id) and not who:
        return asking_why.of_place(visit.unit, business.id, shift, visit.query.get("gap", ""), draft)
    return asking_why.of_person(visit.unit, business.id, shift, who or visit.actor.id, draft)


def _draft(visit: Visit) -> date | None:
    """Return the Monday of the week whose draft is asked about, None for what is published."""
    try:
        return monday_of(date.fromisoformat(visit.query.get("draft", "")))
    except ValueError:
        return None


def link(visit: Visit, shift: KeptShift, draft: date | None, **more: str) -> str:
    """Return the address of the page about a shift."""
    said = more | ({"draft": str(draft)} if draft else {})
    return visit.link(f"/why/{quote(shift.id, safe='')}") + (f"?{urlencode(said)}" if said else "")


def _shown(asked: asking_why.Asked, later: Visit, finding: Finding) -> View:
    shift = asked.shift
    facts: dict[str, Any] = {
        "shift": shift,
        "title": _title(asked),
        "asks_for": _asks_for(asked),
        "who": asked.names.get(asked.question.person, ""),
        "hers": asked.audience is not Audience.MANAGER,
        "has": asked.has,
        "ask": looking.whom_to_ask(later.unit, shift.business),
        "back": later.link(f"/rota?week={monday_of(shift.day)}"),
        "hours": later.link("/availability"),
    }
    if asked.audience is Audience.MANAGER:
        return View("why.html", _heading(asked), {**facts, **_to_the_manager(asked, later, finding)})
    return View("why.html", "Why can’t I have this shift?", {**facts, **_to_her(asked, finding)})


def _heading(asked: asking_why.Asked) -> str:
    return "Why can’t somebody have this shift?" if asked.question.person else "Why is this open?"


def _title(asked: asking_why.Asked) -> str:
    return "Key-holder" if asked.gap and asked.gap.place is None else asked.shift.job


def _asks_for(asked: asking_why.Asked) -> str:
    place = asked.gap.place if asked.gap else None
    return wanted(asked.shift.places[place]) if place is not None else ""


def _to_the_manager(asked: asking_why.Asked, later: Visit, finding: Finding) -> dict[str, Any]:
    teller = Teller(asked.question, finding, asked.names)
    told, easily = teller.told(), Easily(teller)
    there = {one.person for one in asked.question.rota if one.shift == asked.shift.called}
    return {
        "first": asked.first,
        "sentences": told.sentences,
        "rules": [(one.words, f"/rules/{one.law}?on={asked.shift.day}" if one.law else "") for one in told.rules],
        "minimal": finding.minimal,
        "repair": told.repair,
        "easy_rules": easily.rules(),
        "easy_repairs": easily.repairs(),
        "key": asked.gap is not None and asked.gap.place is None,
        "known": finding.known,
        "others": [
            (name, link(later, asked.shift, _draft(later), person=who))
            for who, name in sorted(asked.names.items(), key=lambda one: one[1].casefold())
            if who not in there and who != asked.question.person
        ],
    }


def _to_her(asked: asking_why.Asked, finding: Finding) -> dict[str, Any]:
    if asked.audience is Audience.COLLEAGUES:
        return {"reasons": [("people", _("This shift is not possible."))], "shifts": [], "repairs": []}
    to_her, zone = ToHer(asked.question, finding), asked.question.problem.zone
    return {
        "reasons": to_her.reasons(),
        "shifts": [
            (local(one.during.starts, zone), local(one.during.ends, zone), one.job) for one in to_her.shifts()
        ],
        "repairs": to_her.repairs(),
    }
