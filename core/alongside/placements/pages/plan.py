"""The page on which whoever runs a business agrees how somebody's hours grow, and answers her wishes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.hours_plan import HoursStep, fitting_a_week, steps_after
from alongside.placements.pages.own_plan import step_facts
from alongside.placements.placement import Placement, minutes_of
from alongside.refusal import BadInput
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, Line, Read, all_valid

if TYPE_CHECKING:
    from alongside.web import Visit

MORE = 3
"""How many empty steps stand below those that are agreed."""


def _of_a_week(hours: str) -> int:
    return fitting_a_week(minutes_of(hours))


def _hours(minutes: int) -> str:
    return f"{minutes / 60:g}"


class Step(Fields):
    """One step: from which day on, how many hours a week. Both or neither."""

    day = Day(_("From"), needed=False, depends=True)
    hours = Read(
        _("Hours a week"),
        _of_a_week,
        wrong=_("{no_hours}"),
        writer=_hours,
        keys="decimal",
        needed=False,
        depends=True,
    )

    def check(self) -> None:
        """Ask for the other one where only one is said."""
        if self.day.data is None and self.hours.data is not None:
            self.refuse(self.day, _("Write the day from which these hours are agreed."))
        if self.day.data is not None and self.hours.data is None:
            self.refuse(self.hours, _("Write the hours of a week, such as 12 or 12.5."))


class AnswerWish(Fields):
    """An answer to a wish about hours."""

    do = "answer"
    words = Line(_("Your answer"), missing=_("Write a few words."))


def plan(visit: Visit) -> View:
    """Show the hours that are agreed with one person, and the steps to come."""
    return _view(visit, _steps(visit, _placement(visit)))


def send_plan(visit: Visit) -> GoTo | View:
    """Keep the steps to come, or answer a wish; or say beside each field what is wrong."""
    here = _placement(visit)
    what, _colon, which = visit.form.get("do", "").partition(":")
    if what == AnswerWish.do:
        form = AnswerWish(visit, which=which)
        if not form.valid():
            return _view(visit, _steps(visit, here), form)
        actions.answer_wish(visit.unit, which, form.words.value)
        return GoTo(f"/placements/{here.id}/hours", _("Your answer is on its way."))
    steps = _steps(visit, here)
    if not all_valid(steps):
        return _view(visit, steps)
    coming = [(one.day.value, one.hours.value) for one in steps if one.day.data and one.hours.data]
    try:
        actions.agree_hours(visit.unit, here.id, coming)
    except BadInput as refused:
        wrong = next((one for one in steps if one.day.data), steps[0])
        wrong.refuse(wrong.day, refused)
        return _view(visit, steps)
    return GoTo(f"/placements/{here.id}/hours", _("The hours are agreed."))


def _placement(visit: Visit) -> Placement:
    here = actions.look_at_placement(visit.unit, visit.path["placement"])
    visit.unit.need("placements.change", here.business)
    return here


def _steps(visit: Visit, here: Placement) -> list[Step]:
    coming: list[HoursStep | None] = [*steps_after(here.plan, visit.today), *[None] * MORE]
    return [
        Step(visit, {"day": one.first_day, "hours": one.minutes} if one else {}, prefix=f"step{number}-")
        for number, one in enumerate(coming)
    ]


def _view(visit: Visit, steps: list[Step], answered: AnswerWish | None = None) -> View:
    here = _placement(visit)
    name = people.names_of(visit.unit, [here.person])[here.person]
    facts = {
        "placement": here,
        "minutes": here.minutes_on(visit.today),
        "begun": [one for one in step_facts(visit.unit, here) if one["day"] <= visit.today],
        "coming": [one for one in step_facts(visit.unit, here) if one["day"] > visit.today],
        "forms": steps,
        "name": name,
        "wishes": _wishes(visit, here, answered),
    }
    return View("plan.html", _("The hours of {name}", name=name), facts)


def _wishes(visit: Visit, here: Placement, answered: AnswerWish | None) -> list[dict[str, Any]]:
    waiting = [one for one in offers.wishes_for(visit.unit, here) if one.waits]
    return [
        {
            "wish": one,
            "form": answered
            if answered and answered.act == f"answer:{one.id}"
            else AnswerWish(visit, which=one.id),
        }
        for one in waiting
    ]
