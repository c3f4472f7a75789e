"""The diary's tile: the visitor's own day, so that who runs things need not look for her own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.diary import actions
from alongside.diary.claim import Claim, Purpose
from alongside.diary.pictures import PICTURES
from alongside.display import Said as _
from alongside.display.wording import clock, span
from alongside.enterprise import offers as enterprise
from alongside.instants import local, monday_of
from alongside.web.glance import MOST_NOTES, Glance, Note

if TYPE_CHECKING:
    from alongside.web import Visit


def own_day(visit: Visit) -> Glance | None:
    """Tell what she has today; nothing to somebody who has nothing in the whole week."""
    week = actions.week(visit.unit, visit.actor.id, monday_of(visit.today), visit.zone)
    if not week:
        return None
    today = [
        one
        for one in week
        if local(one.starts, visit.zone).date() == visit.today and one.purpose is not Purpose.LEAVE
    ]
    places = {one.id: one.name for one in enterprise.all_businesses(visit.unit)} if today else {}
    notes = [Note(_said(visit, one, places.get(one.business or "", "")), PICTURES[one.purpose]) for one in today]
    free = [Note(_("You have a **day off**."), "sofa")]
    return Glance(notes[:MOST_NOTES] or free, _("My week"), "/week", today=True)


def _said(visit: Visit, claim: Claim, place: str) -> _:
    starts, ends = local(claim.starts, visit.zone), local(claim.ends, visit.zone)
    # Easy Read says when it starts alone: the whole of it is a tap away.
    facts = {"time": span(starts, ends, visit.edition), "start": clock(starts, visit.edition)}
    if not claim.label:
        return _("**{time}**: busy.", **facts)
    if place and place != claim.label:
        return _("**{time}**: {what}, {place}.", what=claim.label, place=place, **facts)
    return _("**{time}**: {what}.", what=claim.label, **facts)
