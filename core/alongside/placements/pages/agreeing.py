"""The pages on which work is agreed with somebody on record, and on which it is given its last day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import day as day_words
from alongside.enterprise import offers as enterprise
from alongside.instants import near
from alongside.money import Pence, parse_pounds
from alongside.people import offers as people
from alongside.placements import actions
from alongside.placements.pay_floor import PayTooLow
from alongside.placements.placement import MOST_RATE, WEEK, AlreadyThere, PlacementType, minutes_of
from alongside.refusal import BadInput
from alongside.web import GoTo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.web import Visit

_FIELDS = ("person", "business", "kind", "first_day", "hours", "rate")


# --- agreeing


def new(visit: Visit) -> View:
    """Ask what is agreed; a business that was named in the address is chosen already."""
    return _form(visit, {"business": visit.query.get("business", ""), "first_day": visit.today.isoformat()}, {})


def send_new(visit: Visit) -> GoTo | View:
    """Agree the work, or say beside each field what is wrong."""
    cells = {field: visit.form.get(field, "").strip() for field in _FIELDS}
    terms, mistakes = _read(visit, cells)
    if mistakes:
        return _form(visit, cells, mistakes)
    try:
        agreed = actions.start_placement(visit.unit, **terms)
    except (PayTooLow, BadInput) as refused:
        return _form(visit, cells, _refused(visit, refused, terms["person"]))
    said = _(
        "{name} works in {business} from {day} on.",
        name=people.names_of(visit.unit, [agreed.person])[agreed.person],
        business=enterprise.business(visit.unit, agreed.business).name,
        day=day_words(agreed.first_day, year=True),
    )
    return GoTo(f"/placements/{agreed.id}", said)


def _read(visit: Visit, cells: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, _]]:
    """Read the form: the terms, and by field what cannot be one."""
    businesses = {one.slug: one.id for one in actions.may_agree_in(visit.unit)}
    kinds = {kind.value: kind for kind in PlacementType}
    kind, rate = kinds.get(cells["kind"]), _rate(cells["rate"])
    terms = {
        "person": cells["person"] if people.find(visit.unit, cells["person"]) else None,
        "business": businesses.get(cells["business"]),
        "kind": kind,
        "first_day": _day(cells["first_day"]),
        "agreed_minutes": _minutes(cells["hours"]),
        "rate": rate,
    }
    asked = {
        "person": _("Choose who works."),
        "business": _("Choose the business."),
        "kind": _("Choose what is agreed."),
        "first_day": _("Write the first day, such as 2026-11-23."),
        "agreed_minutes": _("Write the hours of a week, such as 12 or 12.5."),
    }
    wrong = {"hours" if term == "agreed_minutes" else term: asked[term] for term in asked if terms[term] is None}
    return terms, {**wrong, **_rate_mistake(kind, cells["rate"], rate)}


def _rate_mistake(kind: PlacementType | None, text: str, rate: Pence | None) -> dict[str, _]:
    if kind is PlacementType.VOLUNTEERING and text:
        return {"rate": _("Volunteering has no pay. Leave this empty, or choose a paid job.")}
    if (text and rate is None) or (kind is PlacementType.PAID and not text):
        return {"rate": _("Write the pounds for an hour, such as 13.50.")}
    return {}


def _day(text: str) -> date | None:
    try:
        return near(date.fromisoformat(text))
    except (ValueError, BadInput):
        return None


def _minutes(text: str) -> int | None:
    try:
        minutes = minutes_of(text)
    except BadInput:
        return None
    return minutes if 0 < minutes <= WEEK else None


def _rate(text: str) -> Pence | None:
    try:
        rate = parse_pounds(text)
    except ValueError:
        return None
    return rate if 0 < rate <= MOST_RATE else None


def _refused(visit: Visit, refused: PayTooLow | BadInput, person: str) -> dict[str, _]:
    """The refusal's own sentence beside its field; Easy Read words it by the facts."""
    name = people.names_of(visit.unit, [person])[person]
    if isinstance(refused, PayTooLow):
        return {"rate": _("{too_low}", too_low=refused.sentence, least=refused.floor.said)}
    if isinstance(refused, AlreadyThere):
        return {"first_day": _("{already_there}", already_there=refused.sentence, name=name)}
    return {"rate": _("{no_floor}", no_floor=refused.sentence, name=name)}


def _form(visit: Visit, cells: Mapping[str, str], mistakes: Mapping[str, _]) -> View:
    businesses = [(one.slug, one.name) for one in actions.may_agree_in(visit.unit)]
    facts = {
        "cells": {field: cells.get(field, "") for field in _FIELDS},
        "people": [(one.id, one.name) for one in people.everybody(visit.unit)],
        # Where there is only one to choose from, nobody has to choose it.
        "businesses": businesses,
        "business": businesses[0][0] if len(businesses) == 1 else cells.get("business", ""),
        "kinds": tuple(PlacementType),
        "mistakes": mistakes,
    }
    return View("placement_new.html", "Agree work", facts)


# --- ending


def one(visit: Visit) -> View:
    """Show what was agreed with one person in one business."""
    return _agreed(visit, {})


def send_end(visit: Visit) -> GoTo | View:
    """Give the work its last day, or say what is wrong with that day."""
    last_day = _day(visit.form.get("last_day", ""))
    if last_day is None:
        return _agreed(visit, {"last_day": _("Write the last day, such as 2026-12-31.")})
    try:
        ended = actions.end_placement(visit.unit, visit.path["placement"], last_day)
    except (PayTooLow, BadInput) as refused:
        return _agreed(visit, {"last_day": _("{other_day}", other_day=refused.sentence)})
    said = _("The last day is {day}.", day=day_words(last_day, year=True))
    return GoTo(f"/placements/{ended.id}", said)


def _agreed(visit: Visit, mistakes: Mapping[str, _]) -> View:
    found = actions.look_at_placement(visit.unit, visit.path["placement"])
    names = people.names_of(visit.unit, {found.person, found.supporter or found.person})
    facts = {
        "placement": found,
        "name": names[found.person],
        "supporter": names[found.supporter] if found.supporter else "",
        "business": enterprise.business(visit.unit, found.business),
        "today": visit.today,
        "last_day": visit.form.get("last_day", found.last_day.isoformat() if found.last_day else ""),
        "may_change": visit.unit.may("placements.change", found.business),
        "mistakes": mistakes,
    }
    return View("placement.html", _("{name}", name=names[found.person]), facts)
