"""The page of how a person is reached, and when she was born; that others open it is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.people import actions
from alongside.people.contact import LONGEST, callable_at, reachable_by
from alongside.refusal import BadInput
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, Line, Yes

if TYPE_CHECKING:
    from alongside.people.person import Person
    from alongside.web import Visit


class Contact(Fields):
    """An address, a number and a birthday, each if she likes."""

    email = Line(_("E-mail address"), longest=LONGEST, needed=False, keys="email", autocomplete="email")
    phone = Line(_("Phone number"), longest=40, needed=False, keys="tel", autocomplete="tel")
    ring = Yes(_("Who plans my work may ring or text me when a shift is free"))
    born = Day(_("Birthday"), needed=False, autocomplete="bday")

    def check(self) -> None:
        """Say beside the field what cannot be."""
        for field, read in ((self.email, reachable_by), (self.phone, callable_at)):
            try:
                read(field.data)
            except BadInput as wrong:
                self.refuse(field, wrong)


def contact(visit: Visit) -> View:
    """Show what is on record, as a form."""
    person = actions.look_at_contact(visit.unit, visit.path["person"])
    return _view(visit, person, _form(visit, person))


def send_contact(visit: Visit) -> GoTo | View:
    """Keep what was typed."""
    person = actions.look_at_contact(visit.unit, visit.path["person"])
    form = _form(visit, person)
    fixed = not actions.may_change_birthday(visit.unit, person)
    if not form.valid():
        return _view(visit, person, form)
    actions.change_contact(
        visit.unit,
        person.id,
        email=form.email.value,
        phone=form.phone.value,
        date_of_birth=person.date_of_birth if fixed else form.born.data,
        rung_for_shifts=form.ring.value if "ring" in form else None,
    )
    return GoTo(f"/people/{person.id}", _("That is kept."))


def _form(visit: Visit, person: Person) -> Contact:
    known = {
        "email": person.email,
        "phone": person.phone,
        "born": person.date_of_birth,
        "ring": person.rung_for_shifts,
    }
    form = Contact(visit, known)
    if person.id != visit.actor.id:
        # What a browser knows is of whoever sits there, not of the person.
        for field in form:
            field.autocomplete = "off"
        # Nobody agrees to be rung for somebody else.
        del form.ring
    if not actions.may_change_birthday(visit.unit, person):
        del form.born
    return form


def _view(visit: Visit, person: Person, form: Contact) -> View:
    own = person.id == visit.actor.id
    title = _("How we reach you") if own else _("How we reach {name}", name=person.name)
    return View("contact.html", title, {"person": person, "own": own, "form": form, "today": visit.today})
