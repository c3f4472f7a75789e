"""This morning: who comes today, who is off, what is open and who could come; by one press each, on a phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from alongside.api import enterprise, people
from alongside.api.display import Said as _
from alongside.api.display import View, day
from alongside.api.values import BadInput, aware, monday_of, near, worded
from alongside.api.web import Fields, GoTo, PdfAnswer, TimeOfDay, Visit

from ..actions import coming_back, lacking, looking, morning, not_coming, putting_back, shortening, standing_in
from ..change import Why
from ..rota import A_MEMBER, first_name, first_names
from . import PICTURES, wall_pdf

WHY = {Why.ILL: _("Is ill."), Why.ACCESS: _("Something at work does not work."), Why.OTHER: _("Another reason.")}


class Opening(Fields):
    """A shorter day: when it opens and when it closes."""

    do = "opening"
    opens = TimeOfDay(_("Open at"), needed=False)
    closes = TimeOfDay(_("Close at"), needed=False)


def today(visit: Visit) -> View:
    """Show a day: today, or another with ``?day=``."""
    return _view(visit, _day(visit, visit.query.get("day", "")), Opening(visit))


def _view(visit: Visit, of: date, form: Opening) -> View:
    business = _here(visit)
    seen = morning.morning(visit.unit, business.id, of)
    names = first_names(seen.names)
    facts = {
        "of": of,
        "now": of == visit.today,
        "seen": seen,
        "names": names,
        "faces": seen.faces,
        "pictures": PICTURES,
        "why": WHY,
        "form": form,
        "phone": lambda number: number.replace(" ", ""),
        "number_of_comers": sum(len(one.people) for one in seen.shifts),
        "sheet": visit.link(f"/sheet/{of}"),
        "rota": visit.link(f"/rota?week={of}"),
        "refill": visit.link("/rota"),
        "monday": monday_of(of),
        "sunday": monday_of(of) + timedelta(days=6),
        "changes": visit.link("/changes"),
        "attendance": _attendance(visit, of),
        "clock": visit.unit.now,
    }
    return View("today.html", _("This morning") if of == visit.today else _("{day}", day=day(of)), facts)


def _attendance(visit: Visit, of: date) -> str:
    """Where who was there is confirmed for a whole day at once; empty for days to come, and for who may not."""
    business = _here(visit)
    open_to_her = of <= visit.today and visit.unit.may("placements.change", business.id)
    return f"/attendance?business={business.slug}&day={of}" if open_to_her else ""


def send_today(visit: Visit) -> GoTo | View:
    """Do what a button of the page says, and show the day as it is then."""
    of = _day(visit, visit.form.get("day", ""))
    if visit.form.get("do") == Opening.do:
        return _open_shorter(visit, of)
    for name, do in _BUTTONS.items():
        if name in visit.form:
            said = do(visit, visit.form[name])
            return GoTo(_back(visit, of), said)
    raise BadInput(worded("cafe", "No button was pressed. Open the page again."))


def _back(visit: Visit, of: date) -> str:
    return visit.link("/today" if of == visit.today else f"/today?day={of}")


def _open_shorter(visit: Visit, of: date) -> GoTo | View:
    form = Opening(visit)
    if not form.valid():
        return _view(visit, of, form)
    shortening.open_shorter(visit.unit, _here(visit).id, of, form.opens.data, form.closes.data)
    return GoTo(_back(visit, of), _("The day is shorter. Everybody whose shift has changed is told."))


def _off(why: Why | None) -> Callable[[Visit, str], _]:
    def do(visit: Visit, pressed: str) -> _:
        shift, person = _pair(pressed)
        done = not_coming.mark_off(visit.unit, _here(visit).id, shift, person, why)
        if done.starts <= visit.unit.now:
            return _("{name} is off. What was worked by now stays.", name=_name(visit, person))
        return _("{name} is off.", name=_name(visit, person))

    return do


def _ill(visit: Visit, pressed: str) -> _:
    """Off the one shift, or with a day after it off all to the end of that day."""
    shift, person, until = (*pressed.split(":"), "", "")[:3]
    if not until:
        return _off(Why.ILL)(visit, pressed)
    last = _day(visit, until)
    not_coming.mark_ill_until(visit.unit, _here(visit).id, shift, person, last)
    return _("{name} is off to the end of {day}.", name=_name(visit, person), day=day(last))


def _can_come(visit: Visit, pressed: str) -> _:
    """To the one shift, or with a day after it to all that she left to the end of that day."""
    shift, person, until = (*pressed.split(":"), "", "")[:3]
    name = _name(visit, person)
    if not until:
        coming_back.can_come(visit.unit, _here(visit).id, shift, person)
        return _("{name} comes after all.", name=name)
    last = _day(visit, until)
    stay = coming_back.can_come_until(visit.unit, _here(visit).id, shift, person, last)
    if stay:
        return _("{name} cannot come to every shift. Look at {day}.", name=name, day=day(stay[0].day))
    return _("{name} comes after all, to the end of {day}.", name=name, day=day(last))


def _said_yes(visit: Visit, pressed: str) -> _:
    shift, place, person = _triple(pressed)
    standing_in.put_on(visit.unit, _here(visit).id, shift, place, person)
    return _("{name} comes.", name=_name(visit, person))


def _changes_places(visit: Visit, pressed: str) -> _:
    shift, place, hers = _triple(pressed)
    lacking.change_places(visit.unit, _here(visit).id, shift, place, hers)
    return _("They change places. Both are told.")


def _ask(visit: Visit, pressed: str) -> _:
    shift, place, _nobody = _triple(f"{pressed}:")
    asked = standing_in.ask_everybody(visit.unit, _here(visit).id, shift, place)
    if not asked:
        return _("Nobody else is there to ask.")
    return _("{number} people are asked. The first yes gets it.", number=len(asked))


def _shorter(visit: Visit, pressed: str) -> _:
    shift, starts, ends = (*pressed.split("|"), "", "")[:3]
    try:
        times = aware(datetime.fromisoformat(starts)), aware(datetime.fromisoformat(ends))
    except ValueError as wrong:
        raise BadInput(worded("cafe", "No button was pressed. Open the page again.")) from wrong
    shortening.shorten(visit.unit, _here(visit).id, shift, *times)
    return _("The shift is shorter. Everybody on it is told.")


def _put_back(visit: Visit, pressed: str) -> _:
    putting_back.put_back(visit.unit, _here(visit).id, pressed)
    return _("The shift is as it was planned again. Everybody on it is told.")


_BUTTONS: Mapping[str, Callable[[Visit, str], _]] = {
    "ill": _ill,
    "off": _off(None),
    "back": _can_come,
    "yes": _said_yes,
    "change": _changes_places,
    "ask": _ask,
    "shorter": _shorter,
    "planned": _put_back,
}


def _pair(pressed: str) -> tuple[str, str]:
    shift, _colon, person = pressed.partition(":")
    return shift, person


def _triple(pressed: str) -> tuple[str, int, str]:
    shift, place, person = (*pressed.split(":"), "", "")[:3]
    if not place.isdecimal():
        raise BadInput(worded("cafe", "No button was pressed. Open the page again."))
    return shift, int(place), person


def _name(visit: Visit, person: str) -> str:
    return first_name(people.names_of(visit.unit, [person]).get(person, A_MEMBER))


def _here(visit: Visit) -> Any:
    return visit.business


def _day(visit: Visit, text: str) -> date:
    if not text:
        return visit.today
    try:
        return near(date.fromisoformat(text))
    except ValueError as wrong:
        raise BadInput(worded("cafe", "“{text}” is no day. Write it as 2026-11-30.", text=text)) from wrong


def sheet(visit: Visit) -> PdfAnswer:
    """Make the sheet of one day for the wall, as it is now."""
    business, of = _here(visit), _day(visit, visit.path["day"])
    week = looking.week(visit.unit, business.id, of, days=1)
    ask, words = looking.whom_to_ask(visit.unit, business.id), enterprise.words(visit.unit)
    photos = visit.host.photos.handed_over(week.photos)
    content = wall_pdf(week, business.name, ask, visit.today, visit.zone, words, photos)
    return PdfAnswer(content, f"wall-rota-{business.slug}-{of}.pdf")
