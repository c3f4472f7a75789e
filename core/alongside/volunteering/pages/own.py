"""“My expenses”: what a volunteer does, what she asks to get back, how it stands, and thanks by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.money import pounds
from alongside.reports.pdf import make_pdf
from alongside.volunteering import actions, offers
from alongside.volunteering.expense import LONGEST, MOST, Cost, FlatSum
from alongside.web import GoTo, PdfAnswer, Thinking
from alongside.web.forms import Day, Fields, FromList, Line, Money, OneOf, Yes

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/my-expenses"
SHOWN = 6


class Ask(Fields):
    """What she paid."""

    do = "ask"
    placement = FromList(_("For which volunteering?"))
    day = Day(_("On which day?"))
    cost = OneOf(
        _("What did you pay for?"),
        (
            (Cost.TRAVEL.value, _("Travel")),
            (Cost.MEAL.value, _("A meal")),
            (Cost.OTHER.value, _("Something else")),
        ),
        missing=_("Please choose one."),
    )
    words = Line(_("What was it?"), longest=LONGEST, needed=False, hint=_("Such as: bus there and back."))
    amount = Money(_("How much did you pay?"), least=1, most=MOST, hint=_("In pounds, such as 4.60."))
    real = Yes(_("I really paid this much."))


def expenses(visit: Visit) -> View:
    """Show the visitor's own expenses."""
    return _view(visit, _form(visit))


def send_expenses(visit: Visit) -> GoTo | View:
    """Ask for an expense, take one back, or choose about thanks."""
    what, _colon, which = visit.form.get("do", "").partition(":")
    if what == "back":
        actions.take_expense_back(visit.unit, which)
        return GoTo(HERE, _("It is taken back."))
    if what in {"thanks", "no-thanks"}:
        actions.thank_by_name(visit.unit, wanted=what == "thanks")
        return GoTo(HERE, _("Your choice is kept."))
    form = _form(visit)
    if not form.valid():
        return _view(visit, form)
    try:
        _ask(visit, form)
    except FlatSum as refused:
        form.refuse(form.real, refused)
        return _view(visit, form)
    return GoTo(HERE, _("We have passed it on. You will be told the answer."))


def _ask(visit: Visit, form: Ask) -> None:
    actions.ask(
        visit.unit,
        form.placement.value,
        form.day.value,
        Cost(form.cost.value),
        form.amount.value,
        form.words.data,
        really_paid=form.real.data,
    )


def _form(visit: Visit) -> Ask:
    hers = actions.my_volunteering(visit.unit)
    form = Ask(visit, {"day": visit.today, "placement": hers[0].id if len(hers) == 1 else None})
    places = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    form.placement.offer((one.id, places[one.business]) for one in hers)
    return form


def _view(visit: Visit, form: Ask) -> View:
    return View(
        "my_expenses.html",
        "My expenses",
        {**_facts(visit), "helped": visit.actor.helper is not None, "form": form},
    )


def _facts(visit: Visit) -> dict[str, Any]:
    unit = visit.unit
    places = {one.id: one.name for one in enterprise.all_businesses(unit)}
    hers, asked = actions.my_volunteering(unit), actions.my_expenses(unit)
    return {
        "jobs": [(places[one.business], offers.role_of(unit, one.id)) for one in hers],
        "expenses": asked,
        "shown": SHOWN,
        "places": places,
        "thanked": offers.wants_thanks(unit, unit.actor.id) is not None,
        "exact": pounds,
    }


def paper(visit: Visit) -> Thinking:
    """Make the visitor's own expenses as a paper."""
    ours, edition = enterprise.the_enterprise(visit.unit), visit.edition
    facts, words = {**_facts(visit), "name": visit.visitor.name}, enterprise.words(visit.unit)

    def make() -> bytes:
        html = Display({"volunteering": "alongside.volunteering"}).render(
            "volunteering",
            View("expenses_paper.html", "My expenses", facts),
            frame="paper",
            sheet="report",
            enterprise=ours.name,
            edition=edition,
            zone=ours.zone,
            words=words,
        )
        return make_pdf(html)

    return Thinking(make, lambda _later, pdf: PdfAnswer(pdf, f"my-expenses-{visit.today}.pdf"))
