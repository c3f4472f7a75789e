"""What the rota's page shows and sends of a draft: what would change, publishing it and throwing it away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any
from urllib.parse import quote

from alongside.api.display import Said as _
from alongside.api.store import Unit
from alongside.api.values import Period, SomebodyWasFaster
from alongside.api.web import GoTo, Thinking, Visit

from ..actions import before_filling, begun_by_hand, drafting, looking, publishing
from ..draft import Draft, in_force, meets, weeks_from
from ..how_good import how_good
from ..pattern import WEEKDAYS
from ..rules import RULES
from ..spreads import spreads
from ..tables.drafts import drafts_of, publications_of
from .saying_house import said_of_house

Facts = dict[str, Any]


def shown_draft(unit: Unit, business: str, monday: date) -> publishing.Standing | None:
    """Return the draft of a week as it stands now, for who plans; None where there is none."""
    week = Period(monday, monday + timedelta(days=6))
    found = drafting.draft_for(unit, business, week)
    return publishing.stand(unit, found) if found else None


def draft_facts(standing: publishing.Standing) -> Facts:
    """Return what is told of a draft: its days, how good it is and what publishing would change."""
    draft, change = standing.draft, standing.difference
    return {
        "id": draft.id,
        "version": draft.version,
        "first": draft.period.first,
        "last": draft.period.last,
        "change": change,
        "people": len(change.people),
        "new": not standing.draft.based_on or not standing.before.shifts,
        "late": len(standing.late),
        "by_hand": draft.by_hand,
        "changed_since": standing.changed_since,
        "weeks": draft.weeks,
        "good": _good(draft),
        "rules": said_of_house(draft.rules),
        "spreads": spreads(standing.problem, standing.wanted),
        "weekdays": WEEKDAYS,
        "missing": f"missing?week={draft.first_day}",
    }


def _good(draft: Draft) -> _:
    found = how_good(draft.searched, standing=bool(draft.base))
    return _(found.key, **found.facts).of(found.part)


def published_facts(unit: Unit, business: str, days: Period) -> Facts | None:
    """Return which publication a week belongs to: the newest of its days."""
    newest = next(iter(publications_of(unit, business, days)), None)
    return {"number": newest.number, "mark": newest.mark, "at": newest.at} if newest else None


def fill(visit: Visit, first_day: date, weeks: int) -> Thinking:
    """Fill weeks as a draft; thinking takes some seconds, in which nobody else waits."""
    business = _business(visit)
    asked = drafting.ask(visit.unit, business, first_day, weeks)
    lacking = before_filling.look_at(visit.unit, business, asked.problem, weeks_from(first_day, weeks))

    def keep(later: Visit, thought: drafting.Thought) -> GoTo:
        standing = publishing.stand(later.unit, drafting.keep(later.unit, asked, thought))
        change = standing.difference
        if lacking and change.filled < change.places:
            said = _(
                "{filled} of {places} places are filled. This is missing: {what}",
                filled=change.filled,
                places=change.places,
                what=lacking[0].said,
            )
        else:
            said = _("{filled} of {places} places are filled.", filled=change.filled, places=change.places)
        return GoTo(later.link(f"/rota?week={visit.form.get('week') or first_day}"), said)

    return Thinking(partial(drafting.think, asked), keep)


def send_draft(visit: Visit, what: str) -> GoTo | Thinking:
    """Publish a draft, throw it away, or fill its weeks again."""
    draft = sent_draft(visit, visit.form)
    if what == "again":
        return fill(visit, draft.first_day, draft.weeks)
    week = visit.link(f"/rota?week={visit.form.get('week') or draft.first_day}")
    if what == "away":
        drafting.throw_away(visit.unit, draft)
        return GoTo(week, _("The draft is thrown away. The rota stays as it was."))
    return GoTo(week, _said(publishing.publish(visit.unit, draft)))


def _said(done: publishing.Published) -> _:
    if done.late:
        return _(
            "The rota is published. Places that stayed open as somebody cannot come any more: {late}.",
            late=done.late,
        )
    return _("The rota is published. Everybody whose days change is told.")


def sent_draft(visit: Visit, form: Mapping[str, str]) -> Draft:
    """Return the draft that a form is about, as it was when the form was shown.

    Raises:
        SomebodyWasFaster: where it has changed since: what was looked at is not what would be published.
    """
    draft = drafting.draft(visit.unit, _business(visit), form.get("draft", ""))
    if form.get("version") != str(draft.version):
        raise SomebodyWasFaster("draft of a rota")
    return draft


def address(draft: str, shift: str, place: int) -> str:
    """Return where a place of a draft is looked at, as a path of the part."""
    return f"/place?draft={draft}&shift={quote(shift, safe='')}&place={place}"


def anchor(shift: str, place: int) -> str:
    """Return the mark of a place within the page of a week, so that whoever changed it comes back to it."""
    return f"{re.sub('[^A-Za-z0-9]+', '-', shift)}-{place}"


def waiting(visit: Visit, week: Period) -> list[tuple[date, date, str]]:
    """Return the drafts that wait beside those of a week, for who plans: their days, and where each is."""
    business = _business(visit)
    if not visit.unit.may("cafe.plan", business):
        return []
    others = [one for one in drafts_of(visit.unit, business) if not meets(one.period, week)]
    return [(one.period.first, one.period.last, visit.link(f"/rota?week={one.first_day}")) for one in others]


def leading(visit: Visit, standing: publishing.Standing | None) -> dict[tuple[str, int], str]:
    """Return where each place that can be changed leads to, by shift and place; nothing without a draft."""
    if standing is None:
        return {}
    return {
        (shift.id, place): visit.link(address(standing.draft.id, shift.id, place))
        for shift in standing.problem.shifts
        for place in range(len(shift.places) + len(shift.learning))
    }


def marks(standing: publishing.Standing | None) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return what is to be seen of who has a place, by shift and person: kept by hand, new, a rule set aside."""
    if standing is None:
        return {}
    before = {(one.shift, one.person) for one in standing.before.planned}
    pinned = {(one.shift, one.person) for one in standing.draft.pinned}
    aside = {(one.shift, one.person) for one in standing.draft.overrides}
    found = {}
    for one in standing.wanted:
        which = (one.shift, one.person)
        new = bool(before) and which not in before
        found[which] = tuple(
            name for name, yes in (("pinned", which in pinned), ("new", new), ("aside", which in aside)) if yes
        )
    return found


def set_aside(
    unit: Unit, business: str, week: looking.Week, standing: publishing.Standing | None
) -> list[tuple[date, str, str, str, str]]:
    """Return which rules of the house were set aside in a week: day, time and job, name, rule and reason."""
    days = Period(week.days[0], week.days[-1])
    drafts = [standing.draft] if standing else []
    shifts = {shift.called: shift for shift in week.rota.shifts}
    there = {(week.rota.by_id[one.shift].called, one.person) for one in week.rota.assignments}
    return [
        (shifts[one.shift].day, shifts[one.shift].job, week.names[one.person], RULES[one.rule].one, one.reason)
        for one in in_force(
            drafting.still_set_aside(unit, business, days, drafts), [one.shift for one in week.rota.shifts]
        )
        if (one.shift, one.person) in there
    ]


def begin(visit: Visit, week: date) -> GoTo:
    """Begin a draft of a week by hand, from what is published."""
    begun_by_hand.begin(visit.unit, _business(visit), week, 1)
    said = _("This is a draft. Choose a place to change it. Nobody else sees it until you publish it.")
    return GoTo(visit.link(f"/rota?week={week}"), said)


def _business(visit: Visit) -> str:
    business: Any = visit.business
    return str(business.id)
