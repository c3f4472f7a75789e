"""The pages of the diary: a person's week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from alongside.diary import actions
from alongside.diary.claim import Claim, Purpose
from alongside.diary.pictures import PICTURES
from alongside.diary.week import days_of
from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import weekday
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.instants import monday_of
from alongside.messages.outbox import unread
from alongside.people import offers as people
from alongside.refusal import BadInput
from alongside.web import Visit


def my_week(visit: Visit) -> View:
    """The visitor's own week, or another one with ``?from=``."""
    return _week(visit, visit.actor.id, View("week.html", "My week"), "/week")


def week_of(visit: Visit) -> View:
    """The week of the person in the address, for those who may see it."""
    person = visit.path["person"]
    if person == visit.actor.id:
        return my_week(visit)
    name = people.person(visit.unit, person).name or people.A_MEMBER
    return _week(visit, person, View("week.html", _("The week of {name}", name=name)), f"/week/{person}")


def _week(visit: Visit, person: str, empty: View, path: str) -> View:
    first = _first_day(visit)
    claims = actions.week(visit.unit, person, first, visit.zone)
    businesses = {one.id: one for one in enterprise.all_businesses(visit.unit)}
    facts = {
        "days": days_of(claims, first, visit.today, visit.zone),
        "mine": person == visit.actor.id,
        "what": {one.id: _what(one, businesses) for one in claims},
        "ask": _whom_to_ask(visit, person, claims),
        "news": len(unread(visit.unit, person)) if person == visit.actor.id else 0,
        "today": visit.today,
        "weekday": weekday,
        "first": first,
        "now": monday_of(visit.today) == first,
        "before": f"{path}?from={first - timedelta(days=7)}",
        "after": f"{path}?from={first + timedelta(days=7)}",
        "this": path,
    }
    return View(empty.template, empty.title, facts)


def _first_day(visit: Visit) -> date:
    asked = visit.query.get("from")
    if not asked:
        return monday_of(visit.today)
    try:
        return monday_of(date.fromisoformat(asked))
    except (ValueError, OverflowError) as wrong:
        raise BadInput(f"“{asked}” is no date", remedy="Write it as 2026-11-23.") from wrong


def _what(claim: Claim, businesses: Mapping[str, Business]) -> dict[str, Any]:
    """What a claim is: its picture, its place where it has one, and its words."""
    place = businesses.get(claim.business or "")
    working = place is not None and claim.purpose is Purpose.WORK
    return {
        "picture": place.picture if working and place else PICTURES.get(claim.purpose, "calendar"),
        "place": place.name if place else "",
        "purpose": claim.purpose.value,
        "label": claim.label,
    }


def _whom_to_ask(visit: Visit, person: str, claims: Sequence[Claim]) -> dict[str, Any] | None:
    """The manager of a business she comes to this week, else the steward; nobody to ask is herself."""
    places = dict.fromkeys(claim.business for claim in claims if claim.business is not None)
    managers = [one for place in places for one in enterprise.people_with(visit.unit, "manager", place)]
    known = [one for one in (*managers, enterprise.steward(visit.unit)) if one is not None and one != person]
    if not known:
        return None
    asked = people.person(visit.unit, known[0])
    return {"name": asked.name, "picture": asked.picture, "manager": known[0] in managers}
