"""The page of a person's supporters: whom she has chosen, until when, and whom she can choose."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.people import actions, offers
from alongside.people.pages.choosing import known_picture
from alongside.people.supporter import USUAL
from alongside.web import GoTo
from alongside.web.forms import Answer, Fields, OneOf

if TYPE_CHECKING:
    from alongside.people.person import Person
    from alongside.web import Visit

MONTHS = {"3": timedelta(days=91), "6": timedelta(days=182), "12": USUAL}


class Choose(Fields):
    """Somebody, and for how long."""

    do = "choose"
    supporter = OneOf(_("Who shall support you?"), missing=_("Please choose somebody."))
    months = OneOf(
        _("For how long?"),
        (("3", _("3 months")), ("6", _("6 months")), ("12", _("1 year"))),
        missing=_("Please choose for how long."),
    )


def supporters(visit: Visit) -> View:
    """Show whom she has chosen, and who else there is to choose."""
    person = actions.look_at_own_record(visit.unit, visit.path["person"])
    return _view(visit, person, _form(visit, person))


def send_supporters(visit: Visit) -> GoTo | View:
    """End what was chosen, or keep what is chosen."""
    who, here = visit.path["person"], f"/people/{visit.path['person']}/supporters"
    what, _colon, supporter = visit.form.get("do", "").partition(":")
    if what == "end":
        actions.end_support(visit.unit, who, supporter)
        return GoTo(here if visit.actor.id != supporter else f"/people/{supporter}", _("That has ended."))
    person = actions.look_at_own_record(visit.unit, who)
    form = _form(visit, person)
    if not form.valid():
        return _view(visit, person, form)
    last = visit.today + MONTHS[form.months.value]
    actions.choose_supporter(visit.unit, who, form.supporter.value, last)
    return GoTo(here, _("That is kept."))


def _form(visit: Visit, person: Person) -> Choose:
    form = Choose(visit, {"months": "12"})
    faces = [offers.face_of(one) for one in actions.whom_to_choose(visit.unit, person.id)]
    form.supporter.offer(Answer(one.person, one.name, face=one.name, photo=one.photo) for one in faces)
    return form


def _view(visit: Visit, person: Person, form: Choose) -> View:
    choices = offers.choices_of(visit.unit, person.id)
    faces = offers.faces_of(visit.unit, [one.supporter for one in choices])
    facts = {
        "person": person,
        "own": person.id == visit.actor.id,
        "chosen": [(faces[one.supporter], one.last_day) for one in choices if one.supporter in faces],
        "known_picture": known_picture,
        "form": form,
    }
    own = person.id == visit.actor.id
    title = _("Who supports you") if own else _("Who supports {name}", name=person.name)
    return View("supporters.html", title, facts)
