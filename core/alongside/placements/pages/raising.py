"""The page on which whoever runs a business agrees new rates of pay, for everybody in it in one act."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import day as day_words
from alongside.enterprise.business import Business
from alongside.people import offers as people
from alongside.placements import actions
from alongside.placements.new_rate import Earner, NotRaised, not_known_from, usual_day
from alongside.placements.pages.looking import known_picture
from alongside.placements.pay_floor import PayTooLow
from alongside.refusal import BadInput, NotFound, Refusal, Worded
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, Money, all_valid

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/placements/rates"


class From(Fields):
    """From which day on."""

    by_address = True
    day = Day(_("From which day?"), missing=_("Write the day, such as 2027-04-01."))


class Rate(Fields):
    """What one person gets from that day on."""

    rate = Money(_("Pounds an hour for {name}"), missing=_("Write the rate, such as 12.90."))


def rates(visit: Visit) -> View:
    """Show who is paid in a business, and the least from a day on."""
    business, form = _asked_for(visit), From(visit, {"day": usual_day(visit.today)})
    return _page(visit, business, form, *_rows(visit, business, form))


def send_rates(visit: Visit) -> GoTo | View:
    """Agree the rates, all of them or none; or say beside each field what is wrong."""
    business, form = _asked_for(visit), From(visit, {"day": usual_day(visit.today)})
    day, rows = _rows(visit, business, form)
    if day is None or not all_valid(row["form"] for row in rows):
        return _page(visit, business, form, day, rows)
    wanted = {row["earner"].placement.id: row["form"].rate.value for row in rows}
    try:
        raised = actions.raise_rates(visit.unit, day, wanted)
    except NotRaised as refused:
        for row in rows:
            _refuse(row, refused.each.get(row["earner"].placement.id))
        return _page(visit, business, form, day, rows)
    return GoTo(_path(business, day), _said(len(raised), day))


def _refuse(row: dict[str, Any], why: Refusal | None) -> None:
    """Put what is wrong beside the rate; Easy Read words it by the facts."""
    if isinstance(why, PayTooLow) or (why is not None and isinstance(why.said[0], Worded)):
        row["form"].refuse(row["form"].rate, why)
    elif why is not None:
        row["form"].refuse(row["form"].rate, _no_floor(why, row["name"]))


def _no_floor(why: Refusal, name: str) -> _:
    return _("{no_floor}", no_floor=why.sentence, name=name)


def _said(many: int, day: date) -> _:
    if not many:
        return _("These rates are agreed already.")
    when = day_words(day, year=True)
    if many == 1:
        return _("One new rate from {day}. That person is told.", day=when)
    return _("New rates from {day}: {many}. Each person is told.", many=many, day=when)


def _path(business: Business, day: date) -> str:
    return f"{HERE}?business={business.slug}&day={day.isoformat()}"


def _asked_for(visit: Visit) -> Business:
    """The business of the address; else the first in which the visitor agrees work."""
    ours = actions.may_agree_in(visit.unit)
    if not ours:
        visit.unit.need("placements.change")
        raise BadInput("no business is open", remedy="Add one first.")
    slug = visit.query.get("business", "") or ours[0].slug
    found = next((one for one in ours if one.slug == slug), None)
    if found is None:
        raise NotFound("business that you run", slug)
    return found


def _rows(visit: Visit, business: Business, form: From) -> tuple[date | None, list[dict[str, Any]]]:
    """The day that is asked for and who is paid on it; no day where it says beside it why none can be."""
    if form.sent and not form.valid():
        return None, []
    day = form.day.value
    try:
        earners = actions.earners_on(visit.unit, business.id, day)
    except BadInput as refused:
        form.refuse(form.day, refused)
        return None, []
    faces = people.faces_of(visit.unit, {one.placement.person for one in earners})
    return day, [_row(visit, one, faces.get(one.placement.person)) for one in earners]


def _row(visit: Visit, one: Earner, face: people.Face | None) -> dict[str, Any]:
    facts = {"name": one.name}
    # By person: the page that is sent twice names by then a placement that goes on as another.
    form = Rate(visit, {"rate": one.offered}, prefix=f"{one.placement.person}-", facts=facts)
    form.rate.ask(_("Pounds an hour for {name}", **facts))
    return {
        "earner": one,
        "unknown": _no_floor(one.unknown, one.name) if one.unknown else None,
        "name": one.name,
        "photo": face.photo if face else None,
        "picture": known_picture(face.picture) if face else None,
        "form": form,
    }


def _page(visit: Visit, business: Business, form: From, day: date | None, rows: list[dict[str, Any]]) -> View:
    ours = actions.may_agree_in(visit.unit)
    facts = {
        "business": business,
        "businesses": [(one.name, f"{HERE}?business={one.slug}") for one in ours if one.id != business.id],
        "form": form,
        "day": day,
        "path": _path(business, day) if day else "",
        "rows": rows,
        "low": sum(row["earner"].too_low for row in rows),
        "not_known_from": not_known_from(day) if day else None,
    }
    return View("rates.html", "New rates of pay", facts)
