"""The stewards' page of roles: who holds which, until when; giving one, and saying its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import actions as enterprise_actions
from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role, role_named
from alongside.people import offers
from alongside.people.pages.choosing import known_picture
from alongside.refusal import BadInput
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, FromList, Person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.enterprise.roles import Grant
    from alongside.web import Visit

HERE = "/roles"


class Give(Fields):
    """A role for somebody, everywhere or in one business, for ever or until a day."""

    person = Person(_("To whom?"))
    role = FromList(_("Which role?"), [one.value for one in Role])
    business = FromList(_("For which business?"), none=_("For all of them"), needed=False, depends=True)
    last_day = Day(_("Until which day?"), needed=False, hint=_("Leave it empty if no end is known."))


class End(Fields):
    """The last day of a role."""

    last_day = Day(_("Which day is the last?"), hint=_("On that day the role still holds."))


def roles(visit: Visit) -> View:
    """Show who holds which role."""
    return _view(visit, _give(visit))


def send_roles(visit: Visit) -> GoTo | View:
    """Give a role."""
    visit.unit.need("enterprise.change")
    form = _give(visit)
    if not form.valid():
        return _view(visit, form)
    wanted, place = role_named(form.role.value), form.business.value or None
    try:
        enterprise_actions.give_role(visit.unit, form.person.value, wanted, place, last_day=form.last_day.data)
    except BadInput as wrong:
        over = form.last_day.data is not None and form.last_day.data < visit.today
        form.refuse(form.last_day if over else form.role, wrong)
        return _view(visit, form)
    name = offers.names_of(visit.unit, [form.person.value])[form.person.value]
    return GoTo(HERE, _("{name} has this role now.", name=name))


def role(visit: Visit) -> View:
    """Show one role that somebody holds, and ask for its last day."""
    held = enterprise_actions.look_at_role(visit.unit, visit.path["grant"])
    return _one(visit, held, End(visit, {"last_day": held.last_day or visit.today}))


def send_role(visit: Visit) -> GoTo | View:
    """Set the last day."""
    held = enterprise_actions.look_at_role(visit.unit, visit.path["grant"])
    form = End(visit)
    if not form.valid():
        return _one(visit, held, form)
    try:
        enterprise_actions.end_role_on(visit.unit, held.id, form.last_day.value)
    except BadInput as wrong:
        form.refuse(form.last_day, wrong)
        return _one(visit, held, form)
    return GoTo(HERE, _("That is kept."))


def _give(visit: Visit) -> Give:
    form = Give(visit)
    form.person.offer((one.id, one.name) for one in offers.everybody(visit.unit))
    form.business.offer((one.slug, one.name) for one in enterprise.businesses(visit.unit))
    return form


def _view(visit: Visit, form: Give) -> View:
    held = enterprise_actions.look_at_roles(visit.unit)
    faces, places = offers.faces_of(visit.unit, {one.person for one in held}), _places(visit)
    groups = [
        (
            one.value,
            [_shown(grant, faces, places) for grant in held if grant.role is one and grant.person in faces],
        )
        for one in Role
    ]
    facts = {
        "groups": [(name, sorted(cards, key=lambda card: str(card["name"]).casefold())) for name, cards in groups],
        "form": form,
        "today": visit.today,
    }
    return View("roles.html", "Who may do what", facts)


def _shown(grant: Grant, faces: Mapping[str, offers.Face], places: Mapping[str, str]) -> dict[str, Any]:
    face = faces[grant.person]
    return {
        "grant": grant,
        "name": face.name,
        "photo": face.photo,
        "picture": known_picture(face.picture),
        "place": places.get(grant.business or "", ""),
    }


def _places(visit: Visit) -> dict[str, str]:
    return {one.id: one.name for one in enterprise.all_businesses(visit.unit)}


def _one(visit: Visit, held: Grant, form: End) -> View:
    name = offers.names_of(visit.unit, [held.person])[held.person]
    facts = {"held": held, "name": name, "place": _places(visit).get(held.business or "", ""), "form": form}
    return View("role.html", _("A role of {name}", name=name), facts)
