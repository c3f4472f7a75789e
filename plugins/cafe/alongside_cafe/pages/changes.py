"""What has changed: every change of the rota that stands, with its notice, swaps that wait, and the café's way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from alongside.api import people
from alongside.api.display import Said as _
from alongside.api.display import View, duration
from alongside.api.values import BadInput, Period, worded
from alongside.api.web import Fields, GoTo, Visit, Yes

from ..actions import changed, swapping
from ..change import Change, What

BACK, AHEAD = timedelta(days=14), timedelta(days=28)

DONE = {
    What.OFF: _("{name} does not come."),
    What.ON: _("{name} comes."),
    What.SWAPPED: _("{name} comes, by a swap."),
    What.SHORTER: _("The shift has become shorter."),
    What.CALLED_OFF: _("The shift is called off."),
}


class Way(Fields):
    """Whether a swap needs a yes of who plans."""

    do = "way"
    confirm = Yes(_("Who plans says yes to each swap"))


def changes(visit: Visit) -> View:
    """Show what was changed of the last two weeks and the next four, the newest first."""
    business = _here(visit).id
    found = changed.lately(visit.unit, business, Period(visit.today - BACK, visit.today + AHEAD))
    names = people.names_of(visit.unit, {one.person for one in found if one.person})
    facts = {
        "changes": [(one, _said(one, names), duration(one.notice)) for one in found],
        "offers": [(one, duration(one.notice)) for one in _offers(visit)],
        "swaps": swapping.waiting_in(visit.unit, business),
        "form": Way(visit, {"confirm": changed.confirms_swaps(visit.unit, business)}),
        "today": visit.link("/today"),
    }
    return View("changes.html", "What has changed", facts)


def _offers(visit: Visit) -> list[changed.Offer]:
    now = visit.unit.now
    return changed.offers_lately(visit.unit, _here(visit).id, now - BACK, now + AHEAD)


def _said(one: Change, names: dict[str, str]) -> _:
    return _(DONE[one.what].key, name=names.get(one.person or "", ""))


def send_changes(visit: Visit) -> GoTo:
    """Say yes or no to a swap, or set the café's way."""
    business = _here(visit).id
    if visit.form.get("do") == Way.do:
        form = Way(visit)
        swapping.set_confirming(visit.unit, business, confirm_swaps=form.valid() and form.confirm.value)
        return GoTo(visit.link("/changes"), _("That is kept."))
    for name, yes in (("yes", True), ("no", False)):
        if name in visit.form:
            came = swapping.confirm(visit.unit, business, visit.form[name], yes=yes)
            return GoTo(visit.link("/changes"), _CAME[came.stand.value])
    raise BadInput(worded("cafe", "No button was pressed. Open the page again."))


_CAME = {
    "done": _("They have swapped, and are told."),
    "no": _("Both are told that there is no swap."),
    "impossible": _("The swap would break a rule by now. Both are told."),
}


def _here(visit: Visit) -> Any:
    return visit.business
