"""The sheets of the house's own: who is expected and at which number, and the people to ring."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from alongside.diary import offers as diary
from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import day as day_words
from alongside.enterprise import offers as enterprise
from alongside.house.messages.ring_pages import calls
from alongside.house.messages.telling import voice
from alongside.instants import Period
from alongside.people import offers as people

if TYPE_CHECKING:
    from alongside.enterprise.business import Business
    from alongside.house.opening import House
    from alongside.store import Unit

PACKAGE = "alongside.house.packs"


def expected(_house: House, unit: Unit, business: Business, day: date) -> Sequence[View]:
    """Write who is expected in a business, when and at which number, and whom to ring for help.

    A number stands here of those who are expected on the day, for whoever runs the business: without a network
    there is no other way to tell somebody that the door stays shut.
    """
    within = Period(day, day).interval(enterprise.the_enterprise(unit).zone)
    claims = diary.claims_of(unit, business.id, within)
    known = people.by_ids(unit, [one.resource for one in claims])
    coming = sorted(
        ((one, known[one.resource]) for one in claims if one.resource in known),
        key=lambda pair: (pair[0].starts, pair[1].name.casefold(), pair[0].id),
    )
    helping = _helping(unit, business)
    if not coming and not helping:
        return ()
    facts = {"day": day, "coming": coming, "helping": helping}
    return (View("expected.html", _("Who is expected"), facts),)


def _helping(unit: Unit, business: Business) -> list[tuple[str, str]]:
    """Names and numbers of who runs the business and who looks after Alongside."""
    ids = [*enterprise.people_with(unit, "manager", business.id), *enterprise.people_with(unit, "steward")]
    known = people.by_ids(unit, ids)
    return [(known[one].name, known[one].phone or "") for one in dict.fromkeys(ids) if one in known]


def ring(house: House, unit: Unit, day: date) -> Sequence[View]:
    """Write whom to ring, and what to tell each."""
    found = list(calls(unit, voice(unit, house.display, day)))
    if not found:
        return ()
    return (View("ring.html", _("People to ring"), {"calls": found, "day": day_words(day)}),)


OF_A_BUSINESS = (("Who is expected", expected),)
OF_ALL = (("People to ring", ring),)
