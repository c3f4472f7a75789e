"""Asking to swap a shift: only what breaks no rule for either of the two is there to choose from."""

from __future__ import annotations

from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.web import GoTo, Visit

from ..actions import not_coming, swapping


def swap(visit: Visit) -> View:
    """Show one's own shift, and those of colleagues for which it could be swapped."""
    business, shift = _here(visit).id, visit.path["shift"]
    facts = {
        "shift": not_coming.what_follows(visit.unit, business, shift).shift,
        "possible": swapping.possible(visit.unit, business, shift),
        "not_coming": visit.link(f"/not-coming/{shift}"),
        "asked": visit.link("/asked"),
    }
    return View("swap.html", "Swap a shift", facts)


def send_swap(visit: Visit) -> GoTo:
    """Ask the colleague whose shift was chosen."""
    swapping.ask(visit.unit, _here(visit).id, visit.path["shift"], visit.form.get("place", ""))
    return GoTo(visit.link("/asked"), _("We have asked. You hear the answer in your news."))


def _here(visit: Visit) -> Any:
    return visit.business
