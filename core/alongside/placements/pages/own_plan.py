"""How somebody's own hours grow, and her wish for them: slower, as they are now, or more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.hours_wish import LONGEST, Pace
from alongside.placements.placement import Placement
from alongside.web import GoTo
from alongside.web.forms import Fields, LongText, OneOf

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Visit


class Wish(Fields):
    """What she wishes for her hours."""

    pace = OneOf(
        _("What do you wish?"),
        (
            ("slower", _("I want to go more slowly.")),
            ("stay", _("I want to stay as it is now.")),
            ("more", _("I want more hours.")),
        ),
        missing=_("Please choose one."),
    )
    words = LongText(_("What would you like to say about it?"), longest=LONGEST, needed=False)


def plan(visit: Visit) -> View:
    """Show the hours of one of the visitor's own placements, step by step."""
    return _view(visit, Wish(visit))


def send_wish(visit: Visit) -> GoTo | View:
    """Pass the wish on to those who agree the hours."""
    form = Wish(visit)
    if not form.valid():
        return _view(visit, form)
    here = visit.path["placement"]
    actions.wish_for_hours(visit.unit, here, Pace(form.pace.value), form.words.data or "")
    return GoTo(f"/my-work/hours/{here}", _("We have passed on your wish. You will be told the answer."))


def _view(visit: Visit, form: Wish) -> View:
    here = actions.own_placement(visit.unit, visit.path["placement"])
    wishes = offers.wishes_for(visit.unit, here)
    facts = {
        "business": enterprise.business(visit.unit, here.business),
        "steps": step_facts(visit.unit, here),
        "minutes": here.minutes_on(visit.today),
        "today": visit.today,
        "wishes": wishes[:3],
        "waits": any(one.waits for one in wishes),
        "over": offers.job_of(visit.unit, here).over(visit.today),
        "form": form,
    }
    return View("own_plan.html", "How my hours grow", facts)


def step_facts(unit: Unit, here: Placement) -> list[dict[str, Any]]:
    """The steps of a plan, each with the name of whoever agreed it."""
    names = people.names_of(unit, [one.agreed_by for one in here.plan if one.agreed_by])
    return [
        {
            "day": one.first_day,
            "minutes": one.minutes,
            "by": names.get(one.agreed_by or "", ""),
            "on": one.agreed_on,
        }
        for one in here.plan
    ]
