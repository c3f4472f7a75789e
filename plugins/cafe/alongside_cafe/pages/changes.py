"""What has changed: every change of the rota that stands, with its notice, swaps that wait, and the café's way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from alongside.api import people
from alongside.api.display import Said as _
from alongside.api.display import View, duration
from alongside.api.values import BadInput, Period, worded
from alongside.api.web import Fields, GoTo, Line, Visit, Yes

from ..actions import answering_swaps, changed, own_ways, swapping
from ..change import Change, What

BACK, AHEAD = timedelta(days=14), timedelta(days=28)

DONE = {
    What.OFF: _("{name} does not come."),
    What.ON: _("{name} comes."),
    What.SWAPPED: _("{name} comes, by a swap."),
    What.GIVEN: _("{name} comes, by the new rota."),
    What.LEFT: _("{name} does not come, by the new rota."),
    What.LEARNS: _("{name} learns beside the team, by the new rota."),
    What.IN_THE_TEAM: _("{name} is one of the team, by the new rota."),
    What.SHORTER: _("The shift has become shorter."),
    What.MOVED: _("The shift has other times, by the new rota."),
    What.CALLED_OFF: _("The shift is called off."),
    What.PUT_BACK: _("The shift is as it was planned again."),
}


class Way(Fields):
    """Whether a swap needs a yes of who plans."""

    do = "way"
    confirm = Yes(_("Who plans says yes to each swap"))


class Number(Fields):
    """Where the café itself is rung."""

    do = "number"
    phone = Line(_("Phone number of the café"), longest=40, needed=False, keys="tel")

    def check(self) -> None:
        """Say beside the field what cannot be rung."""
        try:
            people.callable_at(self.phone.data)
        except BadInput as wrong:
            self.refuse(self.phone, wrong)


def changes(visit: Visit) -> View:
    """Show what was changed of the last two weeks and the next four, the newest first."""
    ways = own_ways.own_ways(visit.unit, _here(visit).id)
    return _view(visit, Way(visit, {"confirm": ways.confirm_swaps}), Number(visit, {"phone": ways.phone}))


def _view(visit: Visit, way: Way, number: Number) -> View:
    business = _here(visit).id
    found = changed.lately(visit.unit, business, Period(visit.today - BACK, visit.today + AHEAD))
    names = people.names_of(visit.unit, {one.person for one in found if one.person})
    facts = {
        "changes": [(one, _said(one, names), duration(one.notice)) for one in found],
        "offers": [(one, duration(one.notice)) for one in _offers(visit)],
        "swaps": swapping.waiting_in(visit.unit, business),
        "form": way,
        "number": number,
        "today": visit.link("/today"),
    }
    return View("changes.html", "What has changed", facts)


def _offers(visit: Visit) -> list[changed.Offer]:
    now = visit.unit.now
    return changed.offers_lately(visit.unit, _here(visit).id, now - BACK, now + AHEAD)


def _said(one: Change, names: dict[str, str]) -> _:
    return _(DONE[one.what].key, name=names.get(one.person or "", ""))


def send_changes(visit: Visit) -> GoTo | View:
    """Say yes or no to a swap, or set the café's ways."""
    business = _here(visit).id
    if visit.form.get("do") == Number.do:
        return _keep_number(visit)
    if visit.form.get("do") == Way.do:
        form = Way(visit)
        own_ways.set_confirming(visit.unit, business, confirm_swaps=form.valid() and form.confirm.value)
        return GoTo(visit.link("/changes"), _("That is kept."))
    for name, yes in (("yes", True), ("no", False)):
        if name in visit.form:
            came = answering_swaps.confirm(visit.unit, business, visit.form[name], yes=yes)
            return GoTo(visit.link("/changes"), _CAME[came.stand.value])
    raise BadInput(worded("cafe", "No button was pressed. Open the page again."))


def _keep_number(visit: Visit) -> GoTo | View:
    business, number = _here(visit).id, Number(visit)
    if not number.valid():
        ways = own_ways.own_ways(visit.unit, business)
        return _view(visit, Way(visit, {"confirm": ways.confirm_swaps}), number)
    own_ways.set_number(visit.unit, business, number.phone.value)
    return GoTo(visit.link("/changes"), _("That is kept."))


_CAME = {
    "done": _("They have swapped, and are told."),
    "no": _("Both are told that there is no swap."),
    "impossible": _("The swap would break a rule by now. Both are told."),
}


def _here(visit: Visit) -> Any:
    return visit.business
