"""“How I see things”: the words, the colours and the size of text, each shown as it would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.people import actions
from alongside.web import GoTo
from alongside.web.forms import Fields, OneOf

if TYPE_CHECKING:
    from alongside.people.person import Person
    from alongside.web import Visit

OWN_PAGE = "/seeing"


class Seeing(Fields):
    """What may be chosen. The template shows each answer as it would be."""

    edition = OneOf(_("Which words?"), (("en@easy", _("Easy Read")), ("en", _("More words"))), level="h2")
    colours = OneOf(
        _("Which colours?"),
        (("device", _("As this device has them")), ("light", _("Light")), ("dark", _("Dark"))),
        level="h2",
    )
    text_size = OneOf(
        _("How large?"),
        (("usual", _("Usual")), ("large", _("Large")), ("larger", _("Larger")), ("largest", _("Very large"))),
        level="h2",
    )


def seeing(visit: Visit) -> View:
    """Show the choices, the ones that hold now among them."""
    person = actions.look_at_seeing(visit.unit, _whose(visit))
    return _view(visit, person, Seeing(visit, _now(visit, person)))


def send_seeing(visit: Visit) -> GoTo | View:
    """Keep what was chosen; what was chosen for this visit alone gives way to it."""
    person = actions.look_at_seeing(visit.unit, _whose(visit))
    form = Seeing(visit, _now(visit, person))
    if not form.valid():
        return _view(visit, person, form)
    chosen = {field.short_name: field.value for field in form}
    actions.choose_seeing(visit.unit, person.id, **chosen)
    if person.id == visit.actor.id:
        return GoTo(f"{OWN_PAGE}?seen=own", _("This is how you see things now."))
    return GoTo(f"/people/{person.id}", _("That is kept."))


def _whose(visit: Visit) -> str:
    return visit.path.get("person", visit.actor.id or "")


def _now(visit: Visit, person: Person) -> dict[str, str]:
    """What the page begins with: for oneself as it is seen at this moment, so that it can be kept."""
    if person.id != visit.actor.id:
        return {"edition": person.edition, "colours": person.colours, "text_size": person.text_size}
    look = visit.look
    return {
        "edition": visit.edition.value,
        "colours": look.colours.value,
        "text_size": look.text_size.value,
    }


def _view(visit: Visit, person: Person, form: Seeing) -> View:
    own = person.id == visit.actor.id
    title = _("How I see things") if own else _("How {name} sees things", name=person.name)
    return View("seeing.html", title, {"form": form, "own": own})
