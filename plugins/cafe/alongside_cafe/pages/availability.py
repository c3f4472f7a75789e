"""The page on which somebody says when she can work: at one time on all days, or each day at its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput
from alongside.api.web import Fields, GoTo, ManyOf, TimeOfDay, Visit, Yes, all_valid

from ..actions import planning
from ..availability import FreeHours, meets_any
from ..pattern import WEEKDAYS
from . import single_days

OPENS, CLOSES = time(9), time(17)
_LATER = single_days.LATER
_ONE_DAY = _("Choose one day or more.")


class Usual(Fields):
    """One time for all days."""

    days = ManyOf(
        _("On which days can you work?"), [(str(n), _(name)) for n, name in enumerate(WEEKDAYS)], missing=_ONE_DAY
    )
    since = TimeOfDay(_("From when?"))
    until = TimeOfDay(_("Until when?"))

    def check(self) -> None:
        """See that the end is later than the start."""
        if not self.hours():
            self.refuse(self.until, _LATER)

    def hours(self) -> list[FreeHours]:
        """What was said; nothing where it cannot be."""
        return _hours([(int(day), self.since.value, self.until.value) for day in self.days.value])


class OfDay(Fields):
    """One day with a time of its own; one that is not ticked says nothing."""

    can = Yes(_("This day"))
    since = TimeOfDay(_("From when?"), needed=False, depends=True)
    until = TimeOfDay(_("Until when?"), needed=False, depends=True)
    again = TimeOfDay(_("Again from when?"), needed=False, depends=True)
    then = TimeOfDay(_("Until when then?"), needed=False, depends=True)

    def check(self) -> None:
        """See that a day that is ticked ends later than it starts, and that its two times do not meet."""
        if not self.can.value:
            return
        first, second = self._first(0), self._second(0)
        if not first:
            self.refuse(self.until, _LATER)
        elif self.then.data is not None and self.again.data is None:
            self.refuse(self.again, _("Say from when, such as 15:00."))
        elif self.twice and not second:
            self.refuse(self.then, _LATER)
        elif meets_any(first[0], second):
            self.refuse(self.again, _("Give a start that is later than the first end."))

    @property
    def twice(self) -> bool:
        """True if something stands in the fields of a second time, or is wrong with it."""
        return any(one.data is not None or one.mistake for one in (self.again, self.then))

    def hours(self, weekday: int) -> list[FreeHours]:
        """What was said of this day of the week."""
        return sorted([*self._first(weekday), *self._second(weekday)]) if self.can.value else []

    def _first(self, weekday: int) -> list[FreeHours]:
        return _stretch(weekday, self.since.data, self.until.data)

    def _second(self, weekday: int) -> list[FreeHours]:
        return _stretch(weekday, self.again.data, self.then.data)


def _stretch(weekday: int, since: time | None, until: time | None) -> list[FreeHours]:
    return [] if since is None or until is None else _hours([(weekday, since, until)])


def _hours(said: Sequence[tuple[int, time, time]]) -> list[FreeHours]:
    try:
        return [FreeHours(weekday, since, until) for weekday, since, until in said]
    except BadInput:
        return []


def availability(visit: Visit) -> View:
    """Show the form in which a member says when she can work."""
    return availability_form(visit, visit.actor.id)


def send_availability(visit: Visit) -> GoTo | View:
    """Note what the member said, or say what is missing."""
    return send_availability_of(visit, visit.actor.id, "", visit.link("/availability"))


def availability_form(visit: Visit, person: str, name: str = "") -> View:
    """Show when a person can work, to herself or (with her ``name``) to whoever writes it down for her."""
    said = planning.availability(visit.unit, _here(visit).id, person)
    return _view(visit, person, _form_of(visit, said.hours if said else (), name), name)


def _form_of(visit: Visit, hours: Sequence[FreeHours], name: str) -> Usual | list[OfDay]:
    """The form of what was said: each day with its own time, where one differs, so that none is lost."""
    each = visit.query.get("each") == "1" or len({(one.since, one.until) for one in hours}) > 1
    return _each(visit, hours) if each else _usual(visit, hours, name)


def send_availability_of(visit: Visit, person: str, name: str, following: str) -> GoTo | View:
    """Note when a person can work, in every week or on a single day, or say what is missing."""
    if single_days.TAKE_BACK in visit.form or visit.form.get("do"):
        return _send_day(visit, person, name, following)
    form = _each(visit, ()) if "each" in visit.form else _usual(visit, (), name)
    hours = _said(form)
    if not hours:
        return _view(visit, person, form, name)
    business = _here(visit).id
    planning.set_hours(visit.unit, business, person, hours)
    told = _("We know now when {name} can work.", name=name) if name else _("We know now when you can work.")
    return GoTo(following, told)


def _send_day(visit: Visit, person: str, name: str, following: str) -> GoTo | View:
    said = planning.availability(visit.unit, _here(visit).id, person)
    if single_days.TAKE_BACK in visit.form:
        return single_days.take_back(visit, person, visit.form[single_days.TAKE_BACK], following)
    forms = single_days.forms(visit, name, said)
    done = single_days.add(visit, person, forms, following) if said else None
    return done or _view(visit, person, _form_of(visit, said.hours if said else (), name), name, forms)


def _here(visit: Visit) -> Any:
    return visit.business


def _usual(visit: Visit, hours: Sequence[FreeHours], name: str) -> Usual:
    since, until = (hours[0].since, hours[0].until) if hours else (OPENS, CLOSES)
    days = [str(one.weekday) for one in hours]
    form = Usual(visit, {"days": days, "since": since, "until": until}, facts={"name": name})
    if name:
        form.days.ask(_("On which days can {name} work?"))
    return form


def _each(visit: Visit, hours: Sequence[FreeHours]) -> list[OfDay]:
    forms = []
    for number, name in enumerate(WEEKDAYS):
        said = sorted(one for one in hours if one.weekday == number)
        form = OfDay(visit, _shown_of(said), prefix=f"{number}-")
        form.can.ask(_(name))
        forms.append(form)
    return forms


def _shown_of(said: Sequence[FreeHours]) -> dict[str, object]:
    """What the form of a day shows at first of what was said of it: two stretches at the most."""
    since, until = (said[0].since, said[0].until) if said else (OPENS, CLOSES)
    second = {"again": said[1].since, "then": said[1].until} if said[1:] else {}
    return {"can": bool(said), "since": since, "until": until, **second}


def _said(form: Usual | list[OfDay]) -> list[FreeHours]:
    """What was said, whole; nothing where something is wrong, which then stands beside its field."""
    return _said_each(form) if isinstance(form, list) else form.hours() if form.valid() else []


def _said_each(days: list[OfDay]) -> list[FreeHours]:
    if not all_valid(days):
        return []
    hours = [one for number, day in enumerate(days) for one in day.hours(number)]
    if not hours:
        days[0].refuse(days[0].can, _ONE_DAY)
    return hours


def _view(
    visit: Visit, person: str, form: Usual | list[OfDay], name: str, days: single_days.Forms | None = None
) -> View:
    said = planning.availability(visit.unit, _here(visit).id, person)
    single = (days or single_days.forms(visit, name, said)) if said else None
    facts = {
        "form": form,
        "each": isinstance(form, list),
        "name": name,
        "single": single.none if single else None,
        "other": single.other if single else None,
        "days": single_days.days_to_come(visit, said),
        "take_back": single_days.TAKE_BACK,
    }
    return View("availability.html", _("When {name} can work", name=name) if name else "When I can work", facts)
