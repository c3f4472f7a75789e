"""The page on how early people knew of their shifts, and of changes to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.people import offers as people
from alongside.placements import actions
from alongside.placements.notice import Notice, is_paid_for
from alongside.refusal import NotFound

if TYPE_CHECKING:
    from alongside.web import Visit


def notice(visit: Visit) -> View:
    """Show how early people knew, month by month, and every change of their shifts."""
    ours = _ours(visit)
    business = _asked_for(visit, ours)
    found = actions.changes(visit.unit, business.id)
    names = people.names_of(visit.unit, {one.person for one in found})
    facts = {
        "business": business,
        "businesses": [(one.name, f"/notice?business={one.slug}") for one in ours if one.id != business.id],
        "months": actions.notice_by_month(visit.unit, business.id),
        "changes": [{"change": one, "name": names[one.person]} for one in found],
        "is_paid_for": is_paid_for(visit.today),
    }
    return View("notice.html", _("How early people knew"), facts)


def _ours(visit: Visit) -> list[Business]:
    ours = [one for one in enterprise.businesses(visit.unit) if visit.unit.may("placements.see", one.id)]
    if not ours:
        visit.unit.need("placements.see")
    return ours


def _asked_for(visit: Visit, ours: list[Business]) -> Business:
    slug = visit.query.get("business", "")
    found = next((one for one in ours if slug in {"", one.slug}), None)
    if found is None:
        raise NotFound("business that you run", slug)
    return found


def own_changes(visit: Visit) -> list[dict[str, Any]]:
    """What was changed of the visitor's own shifts, for the page about her hours."""
    places = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    return [_change(one, places) for one in actions.my_changes(visit.unit)]


def _change(one: Notice, places: dict[str, str]) -> dict[str, Any]:
    return {"change": one, "place": places[one.business]}
