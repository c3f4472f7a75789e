"""Visits: a supporter starts one for somebody who chose her, who sees who came in with her, and says who may."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.display import View
from alongside.people import offers as people
from alongside.sign_in.actions import visits as actions
from alongside.sign_in.actions.extras import take_extra_away, who_may_have_forgotten
from alongside.web import Entered, GoTo, Visit

HERE = "/ways-in/visits"

SHOWN = 20
"""How many of the visits stand on the page: those of some weeks."""


def whom(visit: Visit) -> View:
    """Show those for whom the supporter may start a visit."""
    found = people.faces_of(visit.unit, actions.look_at_whom(visit.unit))
    faces = sorted(found.values(), key=lambda one: (one.name.casefold(), one.person))
    asked = people.faces_of(visit.unit, who_may_have_forgotten(visit.unit))
    forgot = sorted(asked.values(), key=lambda one: (one.name.casefold(), one.person))
    return View("visits.html", "Start a visit", {"faces": faces, "forgot": forgot})


def start(visit: Visit) -> GoTo:
    """Leave as herself, and come in again beside the person; or take away what somebody forgot."""
    if visit.form.get("forgot"):
        take_extra_away(visit.unit, visit.form["forgot"])
        return GoTo("/visits", _("Their card is enough again."))
    person = visit.form.get("person", "")
    return Entered("/", token=actions.start_visit(visit.unit, person, visit.visitor.session))


def my_visits(visit: Visit) -> View:
    """Show who came in with her, and whom she lets."""
    found = actions.look_at_my_visits(visit.unit)
    seen = found.visits[:SHOWN]
    faces = people.faces_of(visit.unit, {*(one.supporter for one in found.choices), *(one.helper for one in seen)})
    facts = {
        "nobody": found.nobody,
        "choices": [(faces[one.supporter], one.starts_visits) for one in found.choices if one.supporter in faces],
        "visits": [(faces[one.helper], one) for one in seen if one.helper in faces],
        "alone": visit.visitor.helper is None,
        "me": visit.actor.id,
    }
    return View("my_visits.html", "Who comes in with me", facts)


def say_who(visit: Visit) -> GoTo:
    """Let nobody, or one supporter, start a visit any more, or let them again."""
    what, _colon, supporter = visit.form.get("do", "").partition(":")
    if what == "let":
        actions.let_visit(visit.unit, supporter)
        return GoTo(HERE, _("That is kept."))
    actions.stop_visits(visit.unit, supporter)
    return GoTo(HERE, _("That is kept. It holds from now on."))
