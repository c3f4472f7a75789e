"""“The most I want to work”: hours a week, without a reason. Whoever plans sees the number and keeps to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.placements import actions, offers
from alongside.placements.most_hours import hours_of, minutes_of_week
from alongside.web import GoTo
from alongside.web.forms import Fields, Read

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/my-work/most-hours"


class Most(Fields):
    """So many hours at the most."""

    do = "keep"
    most = Read(
        _("How many hours a week do you want at the most?"),
        minutes_of_week,
        writer=hours_of,
        hint=_("Such as: 15 or 15:59."),
        missing=_("Please write how many hours."),
    )


def most(visit: Visit) -> View:
    """Show what the visitor has said."""
    said = offers.most_of(visit.unit, visit.actor.id)
    return _view(visit, Most(visit, {"most": said.minutes} if said else {}))


def send_most(visit: Visit) -> GoTo | View:
    """Keep it, or take it back."""
    if visit.form.get("do") == "back":
        actions.take_most_back(visit.unit)
        return GoTo(HERE, _("It is taken back. Your hours are as agreed."))
    form = Most(visit)
    if not form.valid():
        return _view(visit, form)
    actions.say_most(visit.unit, form.most.value)
    return GoTo(HERE, _("We have told those who plan. You need no reason."))


def _view(visit: Visit, form: Most) -> View:
    said = offers.most_of(visit.unit, visit.actor.id)
    return View(
        "own_most.html",
        "The most I want to work",
        {"form": form, "said": said, "helped": visit.actor.helper is not None},
    )
