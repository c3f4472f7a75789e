"""The pages about one's own hours: month by month, each stretch, and a question where one is not right."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import day as day_words
from alongside.enterprise import offers as enterprise
from alongside.instants import Period, local
from alongside.placements import actions
from alongside.placements.hours import calendar_month
from alongside.placements.hours_question import NotRight
from alongside.placements.pages.noticing import own_changes
from alongside.web import GoTo
from alongside.web.forms import Fields, LongText, OneOf

if TYPE_CHECKING:
    from alongside.web import Visit


def hours(visit: Visit) -> View:
    """Show the visitor's own hours of this month and of the last."""
    this = calendar_month(visit.today)
    last = calendar_month(this.first - timedelta(days=1))
    names = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    months = [{"month": month, **_hours(visit, month, names)} for month in (this, last)]
    return View(
        "hours.html", "My hours", {"months": months, "work": _work(visit, names), "changes": own_changes(visit)}
    )


def _hours(visit: Visit, month: Period, names: dict[str, str]) -> dict[str, Any]:
    minutes = actions.my_hours(visit.unit, visit.actor.id, month)
    places = sorted((names[place], count) for place, count in minutes.items())
    return {"places": places, "minutes": sum(minutes.values())}


def _work(visit: Visit, names: dict[str, str]) -> list[dict[str, Any]]:
    return [_told(visit, one, names) for one in actions.own_work(visit.unit)]


def _told(visit: Visit, one: actions.OwnWork, names: dict[str, str]) -> dict[str, Any]:
    time = one.noted.time if one.noted else one.claim.interval
    return {
        "claim": one.claim,
        "day": local(one.claim.starts, visit.zone).date(),
        "place": names[str(one.claim.business)],
        "time": time,
        "notes": one.notes,
        "questions": one.questions,
        "waits": one.waits,
    }


class Ask(Fields):
    """What is not right with these hours."""

    what = OneOf(
        _("What is not right?"),
        (
            ("longer", _("I was there longer.")),
            ("shorter", _("I was there for less time.")),
            ("there", _("I was there, and it says that I was not.")),
            ("away", _("I was not there.")),
            ("other", _("Something else.")),
        ),
        missing=_("Choose what is not right."),
    )
    words = LongText(
        _("What would you like to say about it?"),
        hint=_("No illness and no diagnosis, please."),
        needed=False,
    )


def stretch(visit: Visit) -> View:
    """Show one stretch of the visitor's own work, and ask what is not right with it."""
    return _stretch(visit, Ask(visit))


def send_question(visit: Visit) -> GoTo | View:
    """Pass the question on to whoever runs the business."""
    form = Ask(visit)
    if not form.valid():
        return _stretch(visit, form)
    asked = actions.ask_about(visit.unit, visit.path["claim"], NotRight(form.what.value), form.words.data or "")
    return GoTo(f"/hours/{asked.claim}", _("We have passed on your question. You will be told the answer."))


def _stretch(visit: Visit, form: Ask) -> View:
    names = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    found = _told(visit, actions.own_stretch(visit.unit, visit.path["claim"]), names)
    title = _("My hours on {day}", day=day_words(found["day"], visit.edition))
    return View("own_stretch.html", title, {**found, "form": form})
