"""The page of one place of a draft: who has it, who could, and what can be done about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View, day
from alongside.api.values import BadInput, NotFound, local, monday_of
from alongside.api.web import Fields, GoTo, Hidden, Line, Visit, Yes

from ..actions import drafting, one_place, placing
from ..draft import Draft
from ..rota import wanted
from . import PICTURES
from .drafts import address, anchor, sent_draft


class AllTheSame(Fields):
    """Putting somebody on a place although a rule of the house stands against it."""

    do = "all-the-same"
    person = Hidden()
    reason = Line(
        _("Why should it be so all the same?"),
        longest=placing.LONGEST_REASON,
        hint=_("It is kept with the rota, for those who plan. Write nothing about health, money or anybody else."),
        missing=_("Write down why, such as: She asked for it on the phone."),
    )


class WithHerYes(AllTheSame):
    """The same against a rule that is hers to set aside."""

    said_yes = Yes(_("I have asked, and the answer is yes"), needed=True)


def place(visit: Visit) -> View:
    """Show a place, and everybody who could have it."""
    seen = _seen(visit)
    chosen = next((one for one in seen.candidates if one.person == visit.query.get("person")), None)
    return _page(visit, seen, _form(visit, seen, chosen.person) if chosen and chosen.waivable else None)


def _form(visit: Visit, seen: one_place.Place, who: str) -> AllTheSame:
    hers = any(one.asked_for_her_yes for one in seen.candidates if one.person == who)
    return (WithHerYes if hers else AllTheSame)(visit, {"person": who})


def _seen(visit: Visit) -> one_place.Place:
    draft = drafting.draft(visit.unit, _business(visit), visit.query.get("draft", ""))
    return one_place.place(visit.unit, draft, *_which(visit))


def _which(visit: Visit) -> tuple[str, int]:
    number = visit.query.get("place", "")
    if not (number.isdecimal() and len(number) < 4):
        raise NotFound("place on a shift", number)
    return visit.query.get("shift", ""), int(number)


def _page(visit: Visit, seen: one_place.Place, form: AllTheSame | None) -> View:
    shift, zone = seen.shift, visit.zone
    here = visit.link(f"{address(seen.draft.id, shift.id, seen.place)}&by={_by(visit)}")
    could = [one for one in seen.candidates if not one.rules]
    facts = {
        "place": seen,
        "job": shift.job,
        "day": shift.day,
        "starts": local(shift.during.starts, zone),
        "ends": local(shift.during.ends, zone),
        "icon": PICTURES.get(shift.job.casefold(), "cup"),
        "needs": wanted(seen.skills),
        "learnt": wanted([seen.learnt]) if seen.learnt else "",
        "could": could,
        "asked": [one for one in seen.candidates if one.waivable],
        "cannot": [one for one in seen.candidates if one.rules and not one.waivable],
        "form": form,
        "chosen": next((one for one in seen.candidates if form and one.person == form.person.data), None),
        "here": here,
        "monday": monday_of(shift.day),
        "back": _grid(visit, shift.day),
    }
    return View("place.html", _("{job} on {day}", job=shift.job, day=day(shift.day)), facts)


def send_place(visit: Visit) -> GoTo | View:
    """Put somebody on the place, take her off, or say whether she keeps it."""
    draft = sent_draft(visit, visit.form)
    what, _colon, who = visit.form.get("do", "").partition(":")
    if what == "all-the-same":
        return _all_the_same(visit, draft)
    shift, number = _which(visit)
    if what == "off":
        placing.take_off(visit.unit, draft, shift, number)
        return _back(visit, _("The place is open now."))
    if what in {"stays", "may-change"}:
        return _pinned(visit, draft, stays=what == "stays")
    placing.put(visit.unit, draft, shift, number, who)
    return _back(visit, _("The place is given."))


def _pinned(visit: Visit, draft: Draft, *, stays: bool) -> GoTo:
    shift, number = _which(visit)
    placing.pin(visit.unit, draft, shift, number, stays=stays)
    said = (
        _("It stays when the rota is filled again.")
        if stays
        else _("It may change when the rota is filled again.")
    )
    return GoTo(visit.link(f"{address(draft.id, shift, number)}&by={_by(visit)}"), said)


def _all_the_same(visit: Visit, draft: Draft) -> GoTo | View:
    form = _form(visit, _seen(visit), visit.form.get("person", ""))
    if not form.valid():
        return _page(visit, _seen(visit), form)
    shift, number = _which(visit)
    try:
        placing.put(
            visit.unit,
            draft,
            shift,
            number,
            form.person.value,
            form.reason.value,
            said_yes=isinstance(form, WithHerYes) and form.said_yes.value,
        )
    except BadInput as wrong:
        form.refuse(form.reason, wrong)
        return _page(visit, _seen(visit), form)
    return _back(visit, _("The place is given. The reason is kept with the rota."))


def _back(visit: Visit, said: _) -> GoTo:
    return GoTo(_grid(visit, _seen(visit).shift.day), said)


def _grid(visit: Visit, of: date) -> str:
    """Where the place stands in the grid that somebody came from: there she goes on, with the keyboard too."""
    return visit.link(f"/rota?week={monday_of(of)}&by={_by(visit)}&day={of}#{anchor(*_which(visit))}")


def _by(visit: Visit) -> str:
    return "person" if visit.query.get("by") == "person" else "day"


def _business(visit: Visit) -> str:
    business: Any = visit.business
    return str(business.id)
