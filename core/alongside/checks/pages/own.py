"""One's own checks: all of them, with numbers and decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.checks import actions
from alongside.checks.pages.faces import told_of
from alongside.display import View
from alongside.placements import offers as placements

if TYPE_CHECKING:
    from alongside.web import Visit


def own(visit: Visit) -> View:
    """Show the visitor her own checks."""
    found = actions.own_checks(visit.unit)
    ask = [placements.whom_to_ask(visit.unit, one.post.business) for one in found.readiness]
    return View("own_checks.html", "My checks", {**told_of(visit, found), "ask": next(filter(None, ask), "")})
