"""The pages of the diary: a person's week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import attrs

from alongside.diary import actions
from alongside.diary.claim import Claim, Purpose
from alongside.diary.pictures import PICTURES
from alongside.diary.week import Span, days_of
from alongside.display import Said as _
from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.display.wording import weekday
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.instants import monday_of
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.web import GoTo, Visit
from alongside.web.gathering import waiting

MOST_WEEKS_OFF = 520
"""Nobody means a week that is ten years away."""


def my_week(visit: Visit) -> View:
    """The visitor's own week, or another one with ``?from=``: what changed, then each day with who is there."""
    first = _first_day(visit)
    claims = actions.week(visit.unit, visit.actor.id, first, visit.zone)
    new, with_her = actions.noticed(visit.unit), actions.company(visit.unit, claims)
    before = {day: one.before for day, one in new.days.items() if day >= visit.today}
    facts = {
        "mine": True,
        "waiting": waiting(visit) if first == monday_of(visit.today) else [],
        "news": new.news,
        "beside": {claim: _known(face) for claim, face in with_her.beside.items()},
        "cannot": actions.cannot_come(visit.unit, claims),
        "manages": _known(with_her.manages),
        "supports": [_known(face) for face in with_her.supports],
        "steward": _known(with_her.steward),
        "elsewhere": _elsewhere(before, first),
        **_week(visit, claims, first, "/week", before),
    }
    for claim, words in with_her.learns.items():
        facts["what"][claim]["learns"] = words
    return View("week.html", "My week", facts)


def send_week(visit: Visit) -> GoTo:
    """Note that she has seen what changed."""
    actions.has_seen(visit.unit)
    return GoTo(
        f"/week?from={_first_day(visit)}" if visit.query.get("from") else "/week", _("Good. You have seen it.")
    )


def week_of(visit: Visit) -> View:
    """The week of the person in the address, for those who may see it."""
    person = visit.path["person"]
    if person == visit.actor.id:
        return my_week(visit)
    first = _first_day(visit)
    claims = actions.week(visit.unit, person, first, visit.zone)
    name = people.person(visit.unit, person).name or people.A_MEMBER
    nobody: dict[str, Any] = {
        "waiting": [],
        "beside": {},
        "cannot": {},
        "manages": None,
        "supports": [],
        "steward": None,
        "elsewhere": [],
    }
    facts = {"mine": False, "news": 0, **nobody, **_week(visit, claims, first, f"/week/{person}", {})}
    return View("week.html", _("The week of {name}", name=name), facts)


def _week(
    visit: Visit, claims: Sequence[Claim], first: date, path: str, before: Mapping[date, Span | None]
) -> dict[str, Any]:
    businesses = {one.id: one for one in enterprise.all_businesses(visit.unit)}
    days = days_of(claims, first, visit.today, visit.zone, before)
    return {
        "days": days,
        "changed": [one for one in days if one.changed],
        "what": {one.id: _what(one, businesses) for one in claims if one.purpose is not Purpose.LEAVE},
        "away": any(one.purpose is Purpose.LEAVE for one in claims),
        "today": visit.today,
        "known": lambda name, otherwise: name if name in NAMES else otherwise,
        "weekday": weekday,
        "first": first,
        "last": first + timedelta(days=6),
        "now": monday_of(visit.today) == first,
        "before": f"{path}?from={first - timedelta(days=7)}",
        "after": f"{path}?from={first + timedelta(days=7)}",
        "this": path,
    }


def _first_day(visit: Visit) -> date:
    asked = visit.query.get("from")
    this = monday_of(visit.today)
    if not asked:
        return this
    try:
        first = monday_of(date.fromisoformat(asked))
    except (ValueError, OverflowError) as wrong:
        raise BadInput(worded("diary", "“{asked}” is no date. Write it as 2026-11-23.", asked=asked)) from wrong
    if abs(first - this) > timedelta(weeks=MOST_WEEKS_OFF):
        raise BadInput(
            worded("diary", "The week of {asked} is too far off. Choose one within ten years.", asked=asked)
        )
    return first


def _elsewhere(before: Mapping[date, Span | None], first: date) -> list[tuple[date, str]]:
    """Changed days of other weeks than the one that is shown, each with its week's address."""
    others = [day for day in before if not first <= day < first + timedelta(days=7)]
    return [(day, f"/week?from={monday_of(day)}#day-{day}") for day in others]


def _what(claim: Claim, businesses: Mapping[str, Business]) -> dict[str, Any]:
    """What a claim is: its picture, its place where it has one, and its words."""
    place = businesses.get(claim.business or "")
    working = place is not None and claim.purpose is Purpose.WORK
    picture = place.picture if working and place else PICTURES[claim.purpose]
    return {
        "picture": picture if picture in NAMES else "calendar",
        "place": place.name if place else "",
        "purpose": claim.purpose.value,
        "label": claim.label,
        "learns": "",
    }


def _known(face: people.Face | None) -> people.Face | None:
    """A face whose picture the pack has: one that was lost since it was chosen must not take the page away."""
    if face is None or face.picture in NAMES:
        return face
    return attrs.evolve(face, picture=None)
