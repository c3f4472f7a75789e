"""The pages of days that are other than every week: closed ones, bank holidays, and shifts of one date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Self

from alongside.api.display import Said as _
from alongside.api.display import View, day
from alongside.api.values import BadInput
from alongside.api.web import Day, Fields, GoTo, Line, ManyOf, Number, TimeOfDay, Visit, Yes, all_valid

from ..actions import days as acting
from ..actions import planning
from ..bank_holidays import BankHoliday, bank_holidays
from ..closure import LONGEST
from ..one_off import OneOff
from ..pattern import LONGEST_BREAK, ShiftTemplate
from ..rota import wanted
from ..usual_break import UsualBreak
from .shaping import LONGEST_JOB, USUAL_BREAK, Places, facts_of, first_mistake
from .week import PICTURES, offer_learning, places_asked


class Close(Fields):
    """A day on which the café is closed."""

    do = "close"
    day = Day(_("On which day are you closed?"), missing=_("Choose the day."))
    words = Line(_("Why, in a few words"), longest=LONGEST, hint=_("Such as: We clean the kitchen."), needed=False)


class Holidays(Fields):
    """On which bank holidays the café is closed."""

    do = "holidays"
    closed = ManyOf(_("On which of these days are you closed?"), needed=False, depends=True)


def days(visit: Visit) -> View:
    """Show what of the year to come is other than every week."""
    return _days(visit, Close(visit), _holidays(visit))


def _here(visit: Visit) -> Any:
    return visit.business


def _holidays(visit: Visit) -> Holidays:
    found = acting.ahead(visit.unit, _here(visit).id)
    closed = {one.day for one in found.closures}
    form = Holidays(visit, {"closed": [one.day for one in found.holidays if one.day in closed]})
    form.closed.offer((str(one.day), _said(one)) for one in found.holidays)
    return form


def _said(one: BankHoliday) -> Any:
    when = day(one.day, year=True)
    if one.everywhere:
        return _("{day}: {title}", day=when, title=one.title)
    where = [_PARTS[part] for part in one.where]
    return _("{day}: {title} ({where})", day=when, title=one.title, where=", ".join(where))


_PARTS = {
    "england-and-wales": "England, Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}


def _days(visit: Visit, close: Close, holidays: Holidays) -> View:
    found, file = acting.ahead(visit.unit, _here(visit).id), bank_holidays()
    # Those stand ticked further down.
    ticked = {one.day for one in found.holidays}
    facts = {
        "close": close,
        "holidays": holidays,
        "closures": [one for one in found.closures if one.day not in ticked],
        "events": [_card(one) for one in found.one_offs],
        "source": file.source,
        "to": file.to,
        "new": visit.link("/days/new"),
        "change": visit.link("/days/"),
        "pattern": visit.link("/pattern"),
        "rota": visit.link("/rota"),
    }
    return View("days.html", "Days that are different", facts)


def _card(one: OneOff) -> dict[str, Any]:
    return {
        "id": one.id,
        "day": one.day,
        "job": one.job,
        "picture": PICTURES.get(one.job.casefold(), "party"),
        "starts": one.starts,
        "ends": one.ends,
        "people": len(one.places),
        "learning": wanted(one.learning),
    }


def send_days(visit: Visit) -> GoTo | View:
    """Close a day, open one again, choose bank holidays, or take a one-off shift out."""
    what, _colon, called = visit.form.get("do", "").partition(":")
    if what in {"open", "remove"}:
        return _take_out(visit, what, called)
    return _choose(visit) if what == "holidays" else _close(visit)


def _take_out(visit: Visit, what: str, called: str) -> GoTo:
    business = _here(visit).id
    if what == "open":
        acting.open_again(visit.unit, business, called)
        return GoTo(visit.link("/days"), _("You are open on that day. The rota changes when it is next filled."))
    acting.remove_one_off(visit.unit, acting.one_off(visit.unit, business, called))
    return GoTo(visit.link("/days"), _("The shift is taken out. The rota changes when it is next filled."))


def _choose(visit: Visit) -> GoTo | View:
    form = _holidays(visit)
    if not form.valid():
        return _days(visit, Close(visit), form)
    titles = {str(one.day): (one.day, one.title) for one in bank_holidays().days}
    acting.choose_holidays(visit.unit, _here(visit).id, dict(titles[one] for one in form.closed.value))
    return GoTo(visit.link("/days"), _("The bank holidays are kept. The rota changes when it is next filled."))


def _close(visit: Visit) -> GoTo | View:
    form = Close(visit)
    if not form.valid():
        return _days(visit, form, _holidays(visit))
    try:
        acting.close(visit.unit, _here(visit).id, form.day.value, form.words.value)
    except BadInput as wrong:
        form.refuse(form.day, wrong)
        return _days(visit, form, _holidays(visit))
    return GoTo(visit.link("/days"), _("You are closed on that day. The rota changes when it is next filled."))


# --- a shift of one date


class OneOffForm(Fields):
    """A shift that is needed on one date."""

    job = Line(
        _("What is the work?"),
        longest=LONGEST_JOB,
        hint=_("Such as Kitchen, Party or Market."),
        missing=_("Write what the work is, such as Kitchen."),
    )
    day = Day(_("On which day?"), missing=_("Choose the day."))
    starts = TimeOfDay(_("From when?"))
    ends = TimeOfDay(_("Until when?"))
    key = Yes(_("One of them needs the key"))
    learning = ManyOf(
        _("What can somebody learn on it?"),
        hint=_("One more person each, beside the team. They are not counted as cover."),
        needed=False,
        depends=True,
    )
    rest = Number(_("Minutes of break in it"), hint=USUAL_BREAK, most=LONGEST_BREAK, needed=False)

    @classmethod
    def of(cls, visit: Visit, old: OneOff | None, usual: UsualBreak) -> Self:
        """Return the form of a shift that is there, or of a new one."""
        if old is None:
            return cls(visit, facts=facts_of(usual))
        key, rest = old.key_holder, old.break_minutes
        same = {"job": old.job, "day": old.day, "starts": old.starts, "ends": old.ends}
        return cls(visit, {**same, "key": key, "learning": old.learning, "rest": rest}, facts=facts_of(usual))

    def check(self) -> None:
        """See that it takes some time."""
        if self.starts.value == self.ends.value:
            self.refuse(self.ends, _("Give two times, such as 9:00 and 14:00."))

    def template(self, places: Sequence[frozenset[str]], usual: UsualBreak) -> ShiftTemplate:
        """Return what is planned with."""
        planned = ShiftTemplate(
            weekday=self.day.value.weekday(),
            starts=self.starts.value,
            ends=self.ends.value,
            job=self.job.value,
            places=tuple(places),
            key_holder=self.key.value,
            learning=tuple(self.learning.value),
        )
        return usual.into(planned, self.rest.data)


def one_day(visit: Visit) -> View:
    """Show the form of a shift of one date, empty for a new one."""
    old = _old(visit)
    kinds = list(Counter(old.places).items()) if old else []
    return _one_day(visit, _form(visit, old), places_asked(visit, [*kinds, (frozenset(), 0)]))


def _old(visit: Visit) -> OneOff | None:
    called = visit.path["shift"]
    return None if called == "new" else acting.one_off(visit.unit, _here(visit).id, called)


def _usual(visit: Visit) -> UsualBreak:
    return planning.usual_break(visit.unit, _here(visit).id)


def _form(visit: Visit, old: OneOff | None) -> OneOffForm:
    form = OneOffForm.of(visit, old, _usual(visit))
    offer_learning(visit, form.learning, old.learning if old else ())
    return form


def _one_day(visit: Visit, form: OneOffForm, places: Sequence[Places]) -> View:
    called = visit.path["shift"]
    facts = {"form": form, "places": places, "back": visit.link("/days"), "here": visit.link(f"/days/{called}")}
    return View("one_day.html", "A new shift on one day" if called == "new" else "A shift on one day", facts)


def send_one_day(visit: Visit) -> GoTo | View:
    """Keep the shift, or say beside its fields what is wrong."""
    number = sum(f"{n}-people" in visit.form for n in range(len(visit.form)))
    form, places = _form(visit, _old(visit)), places_asked(visit, [(frozenset(), 0)] * max(number, 1))
    if not all_valid((form, *places)) or first_mistake(places):
        return _one_day(visit, form, places)
    try:
        _keep(visit, form, [kind for one in places for kind in one.kinds()])
    except BadInput as wrong:
        form.refuse(form.job, wrong)
        return _one_day(visit, form, places)
    return GoTo(visit.link("/days"), _("The shift is kept. The rota changes when it is next filled."))


def _keep(visit: Visit, form: OneOffForm, places: Sequence[frozenset[str]]) -> None:
    old, template = _old(visit), form.template(places, _usual(visit))
    if old is None:
        acting.add_one_off(visit.unit, _here(visit).id, form.day.value, template)
    else:
        acting.change_one_off(visit.unit, old, form.day.value, template)
