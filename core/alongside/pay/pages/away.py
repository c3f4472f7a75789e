"""The page on which whoever runs a business says who was ill or on leave: the days, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise.business import Business
from alongside.pay import actions
from alongside.pay.away import Because
from alongside.refusal import BadInput, NotFound
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, FromList, OneOf

if TYPE_CHECKING:
    from alongside.web import Visit


class DaysAway(Fields):
    """Who was away, from when until when, and whether she was ill or on leave."""

    do = "note"
    person = FromList(_("Who was away?"), missing=_("Choose who was away."))
    first_day = Day(_("First day"), missing=_("Choose the first day."))
    last_day = Day(_("Last day, if it was more than one"), needed=False)
    because = OneOf(
        _("What was it?"),
        (
            (Because.ILL.value, _("Ill")),
            (Because.LEAVE.value, _("Holiday")),
            (Because.OTHER.value, _("Something else, or it is not said")),
        ),
        hint=_("Never write down what illness it was."),
        missing=_("Choose one answer."),
    )


def away(visit: Visit) -> View:
    """Show who was away lately in a business, and ask about days of which nobody has said anything."""
    business = _asked_for(visit)
    return _page(visit, business, _form(visit, business))


def send_away(visit: Visit) -> GoTo | View:
    """Note some days, or take a note out again."""
    business = _asked_for(visit)
    do, _colon, which = visit.form.get("do", "").partition(":")
    if do == "back":
        actions.take_back(visit.unit, business.id, which)
        return GoTo(_path(business), _("It is taken out."))
    form = _form(visit, business)
    if not form.valid():
        return _page(visit, business, form)
    try:
        actions.note_days_away(
            visit.unit,
            business.id,
            form.person.value,
            Because(form.because.value),
            form.first_day.value,
            form.last_day.data,
        )
    except BadInput as refused:
        form.refuse(form.last_day, _("{other_days}", other_days=refused.sentence))
        return _page(visit, business, form)
    return GoTo(_path(business), _("That is kept. It stays between you and those who work out the pay."))


def _path(business: Business) -> str:
    return f"/away?business={business.slug}"


def _asked_for(visit: Visit) -> Business:
    ours = actions.may_note_in(visit.unit)
    if not ours:
        visit.unit.need("pay.away")
        raise BadInput("no business is open", remedy="Add one first.")
    slug = visit.query.get("business", "") or ours[0].slug
    found = next((one for one in ours if one.slug == slug), None)
    if found is None:
        raise NotFound("business that you run", slug)
    return found


def _form(visit: Visit, business: Business) -> DaysAway:
    form = DaysAway(
        visit, {"person": visit.query.get("person", ""), "first_day": _day(visit.query.get("day", ""))}
    )
    form.person.offer(list(actions.team(visit.unit, business.id).items()))
    return form


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _page(visit: Visit, business: Business, form: DaysAway) -> View:
    facts: dict[str, Any] = {
        "business": business,
        "businesses": [(one.name, _path(one)) for one in actions.may_note_in(visit.unit) if one.id != business.id],
        "form": form,
        "noted": actions.noted_lately(visit.unit, business.id),
        "unsaid": [
            (one, f"{_path(business)}&person={one.person}&day={one.day}#who")
            for one in actions.not_said(visit.unit, business.id)
        ],
    }
    return View("away.html", "Who was away", facts)
