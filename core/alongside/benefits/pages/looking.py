"""“What if I take this shift?”: hours and pay without it and with it, for the eyes of whoever asks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from alongside.benefits import actions
from alongside.benefits.pages.wording import adviser_facts, number_facts
from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.instants import at, local
from alongside.placements import offers as placements
from alongside.refusal import BadInput, worded
from alongside.web.forms import Day, Fields, FromList, TimeOfDay

if TYPE_CHECKING:
    from alongside.web import Visit

MOST_SHIFTS = 6
"""How many shifts are named on the page: more would not be read."""


class Hours(Fields):
    """A shift that somebody thinks of."""

    by_address = True
    business = FromList(_("Where?"))
    day = Day(_("On which day?"))
    since = TimeOfDay(_("From when?"))
    until = TimeOfDay(_("Until when?"))


def what_if(visit: Visit) -> View:
    """Show what the shift in the address changes, and which shifts can be looked at."""
    actions.need_alone_unless_agreed(visit.unit)
    form = _form(visit)
    shift = _shift(visit, form)
    facts = {
        "form": form,
        "found": _found(visit, shift) if shift else None,
        "mine": [_planned(visit, one) for one in actions.coming_shifts(visit.unit)][:MOST_SHIFTS],
        "open": [_open(visit, one) for one in actions.work_to_take(visit.unit)][:MOST_SHIFTS],
        "adviser": adviser_facts(visit),
    }
    return View("what_if.html", "What if I take this shift?", facts)


def _form(visit: Visit) -> Hours:
    form = Hours(visit)
    hers = {one.business for one in placements.placements_of(visit.unit, visit.actor.id)}
    form.business.offer((one.slug, one.name) for one in enterprise.businesses(visit.unit) if one.id in hers)
    return form


def _shift(visit: Visit, form: Hours) -> actions.Shift | None:
    if "claim" in visit.query:
        return actions.own_shift(visit.unit, visit.query["claim"])
    if not form.sent or not form.valid():
        return None
    day, since, until = form.day.value, form.since.value, form.until.value
    # One that ends no later than it begins ends on the day after.
    last = day + timedelta(days=until <= since)
    starts, ends = at(day, since, visit.zone), at(last, until, visit.zone)
    if ends <= starts:
        raise BadInput(worded("benefits", "The clocks jump over this time. Choose another one."))
    here = next(one for one in enterprise.businesses(visit.unit) if one.slug == form.business.value)
    return actions.a_shift(visit.unit, here.id, starts, ends)


def _found(visit: Visit, shift: actions.Shift) -> dict[str, Any]:
    what = actions.look(visit.unit, shift)
    limit = what.chosen.most_minutes if what.chosen else None
    return {
        "what": what,
        "work": shift.work,
        "place": enterprise.business(visit.unit, shift.work.business).name,
        "planned": bool(shift.claim),
        "limit": limit,
        "asks": [one.value for one in what.chosen.asks] if what.chosen else [],
        "numbers": [number_facts(one) for one in what.numbers],
        "by_month": any(not one.is_week for one in what.compared),
    }


def _planned(visit: Visit, claim: Any) -> dict[str, Any]:
    place = enterprise.business(visit.unit, claim.business).name
    return {"starts": claim.starts, "ends": claim.ends, "place": place, "path": f"/what-if?claim={claim.id}"}


def _open(visit: Visit, work: Any) -> dict[str, Any]:
    here = enterprise.business(visit.unit, work.business)
    starts, ends = local(work.starts, visit.zone), local(work.ends, visit.zone)
    hours = f"day={starts.date()}&since={starts:%H:%M}&until={ends:%H:%M}"
    path = f"/what-if?business={here.slug}&{hours}"
    return {"starts": work.starts, "ends": work.ends, "place": work.label or here.name, "path": path}
