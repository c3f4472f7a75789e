"""Who decides, as the form of a proposal asks it: all members, the people of a business, or a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.decisions import offers
from alongside.decisions.electorate import ALL_MEMBERS, LEAST, Electorate, Who
from alongside.display import Said as _
from alongside.display.pictures import NAMES
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.web.forms import Answer

if TYPE_CHECKING:
    from alongside.decisions.pages.asking import Ask
    from alongside.decisions.proposal import Proposal
    from alongside.web import Visit
    from alongside.web.forms import ManyOf, OneOf

NONE_CHOSEN = _("Choose at least 2 people for the panel.")
NOT_A_PANEL = _("You have chosen people for a panel. Choose “A panel” too, or choose nobody.")


def offer(visit: Visit, decides: OneOf, panel: ManyOf) -> None:
    """Offer every business there is beside all members and a panel, and every member for a panel."""
    places = [
        Answer(one.id, _("The people who work in {business}", business=one.name), _picture(one.picture))
        for one in enterprise.businesses(visit.unit)
    ]
    all_, some = _("All members"), _("A panel: members whom you choose")
    decides.offer([Answer(Who.MEMBERS.value, all_, "people"), *places, Answer(Who.PANEL.value, some, "list")])
    faces = people.faces_of(visit.unit, enterprise.people_with(visit.unit, "member")).values()
    by_name = sorted(faces, key=lambda one: (one.name.casefold(), one.person))
    panel.offer(Answer(one.person, one.name, face=one.name, photo=one.photo) for one in by_name)


def before(visit: Visit, asked: Proposal) -> dict[str, object]:
    """Return what the form begins with where a proposal is asked again: who decided it, as far as they can."""
    members = enterprise.people_with(visit.unit, "member")
    panel = [person for person in offers.panels(visit.unit, [asked]).get(asked.id, ()) if person in members]
    if asked.business in {one.id for one in enterprise.businesses(visit.unit)}:
        return {"decides": asked.business}
    return {"decides": Who.PANEL, "panel": panel} if panel else {}


def electorate(asked: Ask) -> Electorate | None:
    """Return who decides; None where the form says two things, which then stands beside its field."""
    wanted, named = asked.decides.value or Who.MEMBERS.value, asked.panel.value
    if wanted != Who.PANEL.value and named:
        asked.refuse(asked.panel, NOT_A_PANEL)
        return None
    if wanted == Who.PANEL.value and len(named) < LEAST:
        asked.refuse(asked.panel, NONE_CHOSEN)
        return None
    if wanted == Who.PANEL.value:
        return Electorate(who=Who.PANEL, panel=named)
    return ALL_MEMBERS if wanted == Who.MEMBERS.value else Electorate(who=Who.BUSINESS, business=wanted)


def _picture(name: str) -> str:
    # A picture may leave the pack in a later version; the form still has to open.
    return name if name in NAMES else "shop"
