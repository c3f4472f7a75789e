"""“When I like to work”: times that somebody likes, times at which she would rather not, and the same times."""

from __future__ import annotations

from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput
from alongside.api.web import Day, Fields, GoTo, ManyOf, OneOf, Visit, Yes

from ..actions import house, wishing
from ..pattern import WEEKDAYS
from ..wish import Part, WishKind


class WishForm(Fields):
    """One wish, of weekdays or of one date."""

    do = "wish"
    kind = OneOf(
        _("What do you wish?"),
        [("want", _("I like to work then")), ("rather_not", _("I would rather not work then"))],
        missing=_("Please choose one."),
    )
    days = ManyOf(
        _("On which days of the week?"),
        [(str(n), _(name)) for n, name in enumerate(WEEKDAYS)],
        needed=False,
        depends=True,
    )
    day = Day(_("Or on one date"), needed=False, depends=True)
    hours = OneOf(
        _("When on the day?"),
        [
            ("all", _("All day")),
            ("morning", _("When work starts in the morning")),
            ("afternoon", _("When work starts after 12 o’clock")),
        ],
        missing=_("Please choose one."),
    )

    def check(self) -> None:
        """See that it is of weekdays or of a date, and of one of the two."""
        if bool(self.days.value) is bool(self.day.data):
            self.refuse(self.days, _("Choose days of the week, or one date."))


class RoutineForm(Fields):
    """Whether the same times help."""

    do = "routine"
    helps = Yes(_("The same days and times each week help me"))


def wishes(visit: Visit) -> View:
    """Show what the visitor wishes, and ask for more."""
    return _view(visit, WishForm(visit, {"hours": "all"}))


def _here(visit: Visit) -> Any:
    return visit.business


def _view(visit: Visit, form: WishForm) -> View:
    business = _here(visit).id
    helps = wishing.needs_routine(visit.unit, business)
    said = wishing.wishes(visit.unit, business, visit.actor.id)
    facts = {
        "form": form,
        "routine": RoutineForm(visit, {"helps": helps}),
        "wants": [one for one in said if one.kind is WishKind.WANT],
        "rather_not": [one for one in said if one.kind is WishKind.RATHER_NOT],
        "weekdays": WEEKDAYS,
        "shared": house.shared(visit.unit, business),
        "hours": visit.link("/availability"),
        "learning": visit.link("/learning"),
        "company": visit.link("/with-whom"),
        "most": visit.link("/most"),
    }
    return View("wishes.html", "When I like to work", facts)


def send_wishes(visit: Visit) -> GoTo | View:
    """Keep a wish, take one back, or keep whether the same times help."""
    what, _colon, called = visit.form.get("do", "").partition(":")
    if what == "back":
        wishing.take_wish_back(visit.unit, _here(visit).id, called)
        return GoTo(visit.link("/wishes"), _("The wish is taken back."))
    return _routine(visit) if what == "routine" else _wish(visit)


def _routine(visit: Visit) -> GoTo | View:
    form = RoutineForm(visit)
    if not form.valid():
        return _view(visit, WishForm(visit))
    wishing.say_routine(visit.unit, _here(visit).id, helps=form.helps.value)
    said = (
        _("We try to keep your days and times the same.")
        if form.helps.value
        else _("Your days and times may change.")
    )
    return GoTo(visit.link("/wishes"), said)


def _wish(visit: Visit) -> GoTo | View:
    form = WishForm(visit)
    if not form.valid():
        return _view(visit, form)
    try:
        wishing.wish(
            visit.unit,
            _here(visit).id,
            WishKind(form.kind.value),
            Part(form.hours.value),
            weekdays=[int(one) for one in form.days.value],
            day=form.day.data,
        )
    except BadInput as wrong:
        form.refuse(form.day, wrong)
        return _view(visit, form)
    return GoTo(visit.link("/wishes"), _("We know your wish. The rota heeds it where it can."))
