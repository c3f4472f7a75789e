"""The pages that say how people are paid: how often, and what else is agreed with each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.pay import actions
from alongside.pay.pay_period import Every
from alongside.pay.terms import LONGEST_REFERENCE, HolidayBy
from alongside.refusal import BadInput
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, FromList, Line, ManyOf, Number, OneOf

if TYPE_CHECKING:
    from alongside.pay.actions import PaidPerson
    from alongside.web import Visit

_MONTHS = (
    ("1", _("January")),
    ("2", _("February")),
    ("3", _("March")),
    ("4", _("April")),
    ("5", _("May")),
    ("6", _("June")),
    ("7", _("July")),
    ("8", _("August")),
    ("9", _("September")),
    ("10", _("October")),
    ("11", _("November")),
    ("12", _("December")),
)


class HowWePay(Fields):
    """How often people are paid, and when the leave year begins."""

    every = OneOf(
        _("How often are people paid?"),
        (
            (Every.MONTH.value, _("Every month")),
            (Every.FOUR_WEEKS.value, _("Every four weeks")),
            (Every.WEEK.value, _("Every week")),
        ),
    )
    first_day = Day(_("The first day of one pay period"), needed=False, depends=True)
    leave_day = Number(_("The leave year begins on day"), least=1, most=31)
    leave_month = FromList(_("in the month of"), _MONTHS)

    def check(self) -> None:
        """Ask for the first day where weeks need one."""
        if self.every.value != Every.MONTH.value and self.first_day.data is None:
            self.refuse(self.first_day, _("Write the first day of one pay period, such as 2026-11-02."))


def how_we_pay(visit: Visit) -> View:
    """Show how often people are paid."""
    return _how(visit, HowWePay(visit, _before(visit)))


def _before(visit: Visit) -> dict[str, Any]:
    now = actions.way_of_paying(visit.unit)
    return {
        "every": now.every,
        "first_day": now.first_day,
        "leave_day": now.leave_day,
        "leave_month": str(now.leave_month),
    }


def send_how_we_pay(visit: Visit) -> GoTo | View:
    """Keep it."""
    form = HowWePay(visit)
    if not form.valid():
        return _how(visit, form)
    month, day = int(form.leave_month.value), form.leave_day.value
    try:
        actions.change_way_of_paying(visit.unit, Every(form.every.value), form.first_day.data, month, day)
    except BadInput as refused:
        form.refuse(form.leave_day, _("{no_day}", no_day=refused.sentence))
        return _how(visit, form)
    return GoTo("/pay/setup", _("That is kept. It counts from the next pay run on."))


def _how(visit: Visit, form: HowWePay) -> View:
    return View("how_we_pay.html", "How we pay", {"form": form, "paid": actions.who_is_paid(visit.unit)})


# --- one person


class OfPerson(Fields):
    """The reference by which the payroll bureau knows somebody."""

    do = "reference"
    reference = Line(
        _("Pay reference"),
        hint=_("The number or word by which the payroll bureau knows this person."),
        missing=_("Write the pay reference."),
        longest=LONGEST_REFERENCE,
    )


_WEEK = (
    ("0", _("Monday")),
    ("1", _("Tuesday")),
    ("2", _("Wednesday")),
    ("3", _("Thursday")),
    ("4", _("Friday")),
    ("5", _("Saturday")),
    ("6", _("Sunday")),
)


class OfBusiness(Fields):
    """On which days somebody works in one business, and how she earns holiday there."""

    do = "terms"
    weekdays = ManyOf(_("On which days of the week?"), _WEEK, needed=False, depends=True)
    holiday = OneOf(
        _("How is holiday earned?"),
        (
            (HolidayBy.REGULAR.value, _("The same hours each week: 5.6 weeks a year")),
            (HolidayBy.IRREGULAR.value, _("Hours that differ: a share of the hours worked")),
            (HolidayBy.ROLLED_UP.value, _("Paid with the wages, as a line of its own")),
        ),
    )


def person(visit: Visit) -> View:
    """Show what else is agreed about the pay of one person."""
    return _person(visit, actions.paid_person(visit.unit, visit.path["person"]))


def send_person(visit: Visit) -> GoTo | View:
    """Keep her reference, or her terms in one business."""
    found = actions.paid_person(visit.unit, visit.path["person"])
    do, _colon, slug = visit.form.get("do", "").partition(":")
    if do == OfBusiness.do:
        return _keep_terms(visit, found, slug)
    form = OfPerson(visit)
    if not form.valid():
        return _person(visit, found, form)
    try:
        actions.set_reference(visit.unit, found.person, form.reference.value)
    except BadInput as refused:
        form.refuse(form.reference, _("{no_reference}", no_reference=refused.sentence))
        return _person(visit, found, form)
    return GoTo(f"/pay/people/{found.person}", _("That is kept."))


def _keep_terms(visit: Visit, found: PaidPerson, slug: str) -> GoTo | View:
    business = next((one for one, _terms in found.places if one.slug == slug), None)
    form = OfBusiness(visit, which=slug)
    if business is None or not form.valid():
        return _person(visit, found, form)
    weekdays = [int(one) for one in form.weekdays.data]
    actions.set_terms(visit.unit, found.person, business.id, HolidayBy(form.holiday.value), weekdays)
    return GoTo(f"/pay/people/{found.person}", _("That is kept."))


def _person(visit: Visit, found: PaidPerson, sent: Fields | None = None) -> View:
    forms = []
    for business, terms in found.places:
        before = {"weekdays": sorted(terms.weekdays), "holiday": terms.holiday} if terms else {}
        form = OfBusiness(visit, before, which=business.slug)
        forms.append((business, sent if sent and sent.act == form.act else form))
    facts = {
        "person": found,
        "forms": forms,
        "form": sent if isinstance(sent, OfPerson) else OfPerson(visit, {"reference": found.reference}),
    }
    return View("paid_person.html", _("How {name} is paid", name=found.name), facts)
