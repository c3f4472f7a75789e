"""The café's tile: what of the rota needs its manager, today and until the end of next week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import day as day_said
from alongside.api.display import weekday
from alongside.api.values import Period, monday_of
from alongside.api.web import Glance, Note, Visit

from .actions import looking, standing_in, swapping
from .swap import Stand

MOST = 5
"""Sentences on a tile: what is named first is to be done first, and the rota tells the others."""


def rota(visit: Visit) -> Glance:
    """Tell which places are open, which wait for a certificate, and that next week has no rota yet."""
    business: Any = visit.business
    end = monday_of(visit.today) + timedelta(days=13)
    need = looking.needs_somebody(visit.unit, business.id, Period(visit.today, end))
    notes = list(_notes(need))[:MOST]
    first = need.first or (visit.today if need.planned else end)
    calm = [Note(_("Every place until **{day}** is filled.", day=weekday(end)), "done")]
    path = visit.link(f"/rota?week={monday_of(first)}")
    if need.today:
        return Glance(notes, _("This morning"), visit.link("/today"), waits=True)
    if need.closed:
        return Glance(notes, _("Fill again"), visit.link(f"/rota?week={monday_of(need.closed)}"), waits=True)
    if need.swaps and need.first is None:
        return Glance(notes, _("What has changed"), visit.link("/changes"), waits=True)
    return Glance(notes or calm, _("See the rota"), path, waits=bool(notes))


def asked(visit: Visit) -> Glance | None:
    """Tell that a shift is free which she could have, or that somebody asks her to swap."""
    business: Any = visit.business
    free = standing_in.asked_of(visit.unit, business.id, visit.actor.id)
    swaps = swapping.waiting_of(visit.unit, business.id, visit.actor.id)
    of_me = [one for one in swaps if one.swap.other == visit.actor.id and one.swap.stand is Stand.ASKED]
    notes = [Note(_("A shift is free on **{day}**.", day=day_said(one.shift.day)), "open") for one in free[:2]]
    notes += [
        Note(_("**{name}** asks to swap a shift.", name=one.face.first_name), "changed") for one in of_me[:2]
    ]
    return Glance(notes, _("Say yes or no"), visit.link("/asked"), waits=True) if notes else None


def _notes(need: looking.Need) -> Iterator[Note]:
    if need.today:
        yield Note(_("Open places **today**: **{n}**.", n=str(need.today)), "open")
    if need.later:
        yield Note(_("Open places until the end of next week: **{n}**.", n=str(need.later)), "open")
    if need.closed:
        yield Note(
            _("You are closed on **{day}**, and people are still on the rota.", day=day_said(need.closed)), "door"
        )
    if need.keys:
        yield Note(_("Shifts on which nobody has the key: **{n}**.", n=str(need.keys)), "key")
    if need.swaps:
        yield Note(_("Swaps that wait for your yes: **{n}**.", n=str(need.swaps)), "changed")
    if need.waiting:
        yield Note(_("Places that wait for a certificate: **{n}**.", n=str(need.waiting)), "certificate")
    if need.left:
        yield Note(_("Places of people who do not work here any more then: **{n}**.", n=str(need.left)), "person")
    if not need.planned:
        yield Note(_("Next week has **no rota** yet."), "calendar")
