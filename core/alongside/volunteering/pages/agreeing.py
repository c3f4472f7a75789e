"""The page of those who run a business: what volunteers do, what waits to be agreed, what is to be paid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise.business import Business
from alongside.money import pounds
from alongside.people import offers as people
from alongside.refusal import BadInput, NotFound, worded
from alongside.volunteering import actions, offers
from alongside.volunteering.expense import Expense, State, looks_flat, same_before
from alongside.volunteering.pages.listing import as_csv
from alongside.volunteering.role import LONGEST
from alongside.web import GoTo, TableAnswer
from alongside.web.forms import Fields, Line, Yes

if TYPE_CHECKING:
    from alongside.placements.placement import Placement
    from alongside.web import Visit

HERE = "/volunteers"


class Answer(Fields):
    """Agree an expense; or say why not."""

    do = "answer"
    receipt = Yes(_("I have seen a receipt."))
    why = Line(_("If it is not agreed: why?"), longest=200, needed=False)


class WhatTheyDo(Fields):
    """What a volunteer does."""

    do = "role"
    words = Line(_("What do they do here?"), longest=LONGEST, hint=_("Such as: waters the plants in the garden."))


def volunteers(visit: Visit) -> View:
    """Show volunteers and their expenses, business by business."""
    return _view(visit, None)


def send_volunteers(visit: Visit) -> GoTo | View | TableAnswer:
    """Answer an expense, say a role, hand over the list of what is to be paid, or note that it was paid."""
    what, _colon, which = visit.form.get("do", "").partition(":")
    if what == "csv":
        return _list(visit, which)
    if what == "paid":
        many = actions.mark_paid(visit.unit, _business(visit, which), visit.form.every("expense"))
        return GoTo(HERE, _("It is noted: {n} paid back today.", n=many))
    form = (WhatTheyDo if what == "role" else Answer)(visit, which=which)
    if not form.valid():
        return _view(visit, form)
    if isinstance(form, WhatTheyDo):
        actions.say_role(visit.unit, which, form.words.value)
        return GoTo(HERE, _("It is written down."))
    return _answer(visit, form, which)


def _answer(visit: Visit, form: Answer, which: str) -> GoTo | View:
    if visit.form.get("agreed") == "yes":
        actions.agree(visit.unit, which, receipt=form.receipt.data)
        return GoTo(HERE, _("It is agreed. It stands on the list to be paid."))
    try:
        actions.decline(visit.unit, which, form.why.data)
    except BadInput as refused:
        form.refuse(form.why, refused)
        return _view(visit, form)
    return GoTo(HERE, _("It is not agreed. The person can read why."))


def _business(visit: Visit, slug: str) -> str:
    here = next((one for one in actions.businesses_to_agree_in(visit.unit) if one.slug == slug), None)
    if here is None:
        raise NotFound("business", slug)
    return here.id


def _list(visit: Visit, slug: str) -> TableAnswer:
    expenses = actions.to_pay(visit.unit, _business(visit, slug))
    if not expenses:
        raise BadInput(worded("volunteering", "Nothing is agreed that is not paid yet."))
    names = people.names_of(visit.unit, {one.person for one in expenses})
    return TableAnswer(as_csv(expenses, names).encode(), f"expenses-to-pay-{slug}-{visit.today}.csv")


def _view(visit: Visit, sent: Fields | None) -> View:
    places = [_place(visit, one, sent) for one in actions.businesses_to_agree_in(visit.unit)]
    shown = [one for one in places if one["people"] or one["waiting"] or one["to_pay"]]
    return View("volunteers.html", "Volunteers", {"places": shown, "exact": pounds})


def _place(visit: Visit, here: Business, sent: Fields | None) -> dict[str, Any]:
    every = offers.expenses_in(visit.unit, here.id)
    there = offers.volunteers_on(visit.unit, visit.today, here.id)
    names = people.names_of(visit.unit, {one.person for one in every} | {one.person for one in there})
    to_pay = [one for one in every if one.state is State.AGREED]
    return {
        "business": here,
        "people": [_does(visit, one, names, sent) for one in there],
        "waiting": [
            {**_waiting(one, every, names), "form": _bound(sent, Answer, visit, one.id, None)}
            for one in every
            if one.state is State.WAITING and one.person != visit.actor.id
        ],
        "to_pay": [{"expense": one, "name": names[one.person]} for one in to_pay],
        "sum": sum(one.amount for one in to_pay),
    }


def _does(visit: Visit, one: Placement, names: dict[str, str], sent: Fields | None) -> dict[str, Any]:
    form = _bound(sent, WhatTheyDo, visit, one.id, offers.role_of(visit.unit, one.id))
    return {"placement": one, "name": names[one.person], "form": form}


def _waiting(one: Expense, every: list[Expense], names: dict[str, str]) -> dict[str, Any]:
    again = same_before(one, every) + 1 if looks_flat(one, every) else 0
    return {"expense": one, "name": names[one.person], "again": again}


def _bound(sent: Fields | None, kind: type[Fields], visit: Visit, which: str, before: object) -> Fields:
    if sent is not None and isinstance(sent, kind) and sent.which == which:
        return sent
    return kind(visit, before, which=which)
