"""“My days off”: what somebody has asked for and what was answered, and the page on which she asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.placements import actions, offers
from alongside.refusal import BadInput
from alongside.web import GoTo
from alongside.web.forms import Day, Fields

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/my-work/days-off"


class WhichDays(Fields):
    """The first and the last of some days off."""

    first = Day(_("What is the first day?"), missing=_("Choose the first day."))
    last = Day(_("What is the last day?"), hint=_("For one day, leave this empty."), needed=False)


def days_off(visit: Visit) -> View:
    """Show what the visitor has asked for, and the holiday she has left."""
    asked = [
        {"wish": one, "standing": one.standing.value, "back": actions.may_take_back(visit.unit, one)}
        for one in actions.my_leave(visit.unit)
    ]
    # With somebody beside her nothing of her pay is shown.
    left = None if visit.actor.helper else offers.holiday_left(visit.unit, visit.actor.id)
    return View("own_leave.html", "My days off", {"asked": asked, "left": left, "today": visit.today})


def send_days_off(visit: Visit) -> GoTo:
    """Take back what she has asked for."""
    actions.take_leave_back(visit.unit, visit.form.get("wish", ""))
    return GoTo(HERE, _("It is taken back."))


def ask(visit: Visit) -> View:
    """Ask which days."""
    return _view(WhichDays(visit))


def send_ask(visit: Visit) -> GoTo | View:
    """Ask for the days, or say beside the field what is wrong."""
    form = WhichDays(visit)
    if not form.valid():
        return _view(form)
    try:
        actions.ask_for_leave(visit.unit, form.first.value, form.last.data)
    except BadInput as refused:
        form.refuse(form.last if form.last.data else form.first, refused)
        return _view(form)
    return GoTo(HERE, _("We have asked for you. Somebody will answer you."))


def _view(form: WhichDays) -> View:
    return View("own_leave_ask.html", "Ask for days off", {"form": form})
