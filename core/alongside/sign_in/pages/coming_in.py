"""“Who are you?”: in a demo, whom to look around as; in a real enterprise, the ways to come in."""

from __future__ import annotations

from alongside.display import View
from alongside.refusal import NotFound
from alongside.sign_in import offers
from alongside.sign_in.pages import looking_around
from alongside.sign_in.pages.passkey import site_of
from alongside.web import Entered, GoTo, Visit


def who(visit: Visit) -> View | GoTo:
    """Show what there is to choose from; on a device that cards open, ask for a card."""
    if visit.host.choices(visit.unit):
        return looking_around.who(visit)
    if _on_our_tablet(visit) and not visit.query.get("other"):
        return GoTo("/card")
    here = visit.visitor if visit.visitor.session else None
    return View(
        "coming_in.html", "Who are you?", {"here": here, "mail": visit.host.can_mail, "site": site_of(visit)}
    )


def _on_our_tablet(visit: Visit) -> bool:
    device = visit.kept.get("device", "")
    return not visit.visitor.session and offers.device_with(visit.unit, device) is not None


def choose(visit: Visit) -> Entered:
    """Look around as somebody, where that is offered."""
    if not visit.host.choices(visit.unit):
        raise NotFound("page", "/who")
    return looking_around.choose(visit)
