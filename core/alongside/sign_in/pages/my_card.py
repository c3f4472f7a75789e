"""“My card”: what stands on it, and stopping it in one act when it is lost."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.display import View
from alongside.people import offers as people
from alongside.sign_in.actions import own_card as actions
from alongside.sign_in.card import LONGEST_NAME
from alongside.web import GoTo, Visit
from alongside.web.forms import Fields, Line

HERE = "/my-card"


class NameOnCard(Fields):
    """The name that stands on the next card."""

    do = "name"
    name = Line(
        _("Which name shall stand on your card?"),
        hint=_("Leave it empty for your first name."),
        needed=False,
        longest=LONGEST_NAME,
        autocomplete="nickname",
    )


def show(visit: Visit) -> View:
    """Show the card, and what can be done with it."""
    found = actions.look_at_my_card(visit.unit)
    return _view(visit, found, NameOnCard(visit, {"name": found.name}))


def send(visit: Visit) -> GoTo | View:
    """Stop the card, or keep the name for the next one."""
    if visit.form.get("do") == "stop":
        actions.stop_my_card(visit.unit, visit.visitor.session)
        return GoTo(HERE, _("Your card opens nothing any more."))
    form = NameOnCard(visit)
    if not form.valid():
        return _view(visit, actions.look_at_my_card(visit.unit), form)
    actions.choose_name_on_card(visit.unit, form.name.value or "")
    return GoTo(HERE, _("That is kept. It stands on your next card."))


def _view(visit: Visit, found: actions.MyCard, form: NameOnCard) -> View:
    me = visit.visitor
    steward = people.faces_of(visit.unit, [found.steward]).get(found.steward) if found.steward else None
    facts = {
        "card": found.card,
        "on_it": found.name or me.name.split()[0],
        "face": me,
        "steward": steward if steward and steward.person != visit.actor.id else None,
        "form": form,
    }
    return View("my_card.html", "My card", facts)
