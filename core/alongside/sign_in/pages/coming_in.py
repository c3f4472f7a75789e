"""“Who are you?”: in a demo, whom to look around as; in a real enterprise, the ways to come in."""

from __future__ import annotations

from alongside.display import View
from alongside.refusal import NotFound
from alongside.sign_in.pages import looking_around
from alongside.sign_in.pages.passkey import site_of
from alongside.web import Entered, Visit


def who(visit: Visit) -> View:
    """Show what there is to choose from."""
    if visit.host.choices(visit.unit):
        return looking_around.who(visit)
    here = visit.visitor if visit.visitor.session else None
    return View(
        "coming_in.html", "Who are you?", {"here": here, "mail": visit.host.can_mail, "site": site_of(visit)}
    )


def choose(visit: Visit) -> Entered:
    """Look around as somebody, where that is offered."""
    if not visit.host.choices(visit.unit):
        raise NotFound("page", "/who")
    return looking_around.choose(visit)
