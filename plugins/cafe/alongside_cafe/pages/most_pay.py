"""“The most I want to earn”: a limit that somebody sets for the rota, and that nobody else reads."""

from __future__ import annotations

from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.web import Fields, GoTo, Money, Visit

from ..actions import limiting
from ..own_limit import LEAST, MOST


class Limit(Fields):
    """An amount of pounds a week."""

    do = "keep"
    most = Money(
        _("How much do you want to earn in a week, at the most?"),
        least=LEAST,
        most=MOST,
        hint=_("In pounds, such as 150 or 183.50."),
    )


def limit(visit: Visit) -> View:
    """Show what the visitor has set, to her alone."""
    return _view(visit)


def send_limit(visit: Visit) -> GoTo | View:
    """Keep a limit, or take it away."""
    if visit.form.get("do") == "away":
        limiting.take_away(visit.unit, _here(visit).id)
        return GoTo(visit.link("/most"), _("It is gone. Nothing is kept."))
    form = Limit(visit)
    if not form.valid():
        return _view(visit, form)
    limiting.set_limit(visit.unit, _here(visit).id, form.most.value)
    return GoTo(visit.link("/most"), _("It is kept for you alone. The next rota keeps to it."))


def _here(visit: Visit) -> Any:
    return visit.business


def _view(visit: Visit, form: Limit | None = None) -> View:
    mine = limiting.look(visit.unit, _here(visit).id)
    facts = {
        "form": form or Limit(visit, {"most": mine.pence} if mine.pence else {}),
        "mine": mine,
        "helped": visit.actor.helper is not None,
        "back": visit.link("/availability"),
    }
    return View("most_pay.html", "The most I want to earn", facts)
