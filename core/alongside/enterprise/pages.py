"""The stewards' page: the group's name, businesses, plugins, roles, and the words members have chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.enterprise import actions
from alongside.enterprise.business import LONGEST_NAME
from alongside.enterprise.enterprise import TERMS
from alongside.enterprise.overview import Overview
from alongside.refusal import BadInput
from alongside.web import GoTo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.web import Visit

NO_KIND = "none"
"""What the form sends for a business that no plugin runs; a radio button without a value could not be missed."""


def enterprise(visit: Visit) -> View:
    """Show the enterprise to its stewards."""
    return _view(visit, {})


def send_enterprise(visit: Visit) -> GoTo | View:
    """Take whichever of the page's forms was sent."""
    sent = {"open": _open_business, "rename": _rename}
    return sent.get(visit.form.get("do", ""), _choose_words)(visit)


def _open_business(visit: Visit) -> GoTo | View:
    name, kind = " ".join(visit.form.get("name", "").split()), visit.form.get("kind", "")
    pictures = {known: picture for known, _title, picture in _kinds(visit, actions.look(visit.unit))}
    mistakes = _name_mistake("name", name, _("Write the name of the business."))
    if kind not in {NO_KIND, *pictures}:
        mistakes["kind"] = _("Choose what kind of business it is.")
    if mistakes:
        return _view(visit, mistakes)
    run_by = "" if kind == NO_KIND else kind
    new = actions.open_business(visit.unit, name, run_by, picture=pictures.get(kind, "shop"))
    return GoTo(visit.link("/enterprise"), _("{name} is open.", name=new.name))


def _rename(visit: Visit) -> GoTo | View:
    name = " ".join(visit.form.get("group", "").split())
    mistakes = _name_mistake("group", name, _("Write the name of your group."))
    if mistakes:
        return _view(visit, mistakes)
    actions.rename(visit.unit, name)
    return GoTo(visit.link("/enterprise"), _("Your group is called {name} now.", name=name))


def _choose_words(visit: Visit) -> GoTo | View:
    chosen = {term: visit.form[term] for term in TERMS if term in visit.form}
    try:
        actions.choose_words(visit.unit, chosen)
    except BadInput as wrong:
        term = next((term for term in TERMS if f"“{term}”" in wrong.sentence), TERMS[0])
        return _view(visit, {term: wrong.sentence}, chosen)
    return GoTo(visit.link("/enterprise"), _("Your own words are kept."))


def _name_mistake(field: str, name: str, missing: _) -> dict[str, _]:
    if not name:
        return {field: missing}
    fits = len(name) <= LONGEST_NAME and name.isprintable()
    return {} if fits else {field: _("Write a shorter name, in letters.")}


def _kinds(visit: Visit, seen: Overview) -> list[tuple[str, str, str]]:
    """Name, title and picture of each plugin that can run a business here: installed and switched on."""
    on = {row.name for row in seen.plugins if row.switched_on}
    return [
        (part.name, part.title, part.picture if part.picture in NAMES else "shop")
        for part in visit.host.parts
        if part.name in on
    ]


def _view(visit: Visit, mistakes: Mapping[str, Any], chosen: Mapping[str, str] | None = None) -> View:
    seen = actions.look(visit.unit)
    facts = {
        "businesses": seen.businesses,
        "pictures": {one.id: one.picture if one.picture in NAMES else "shop" for one in seen.businesses},
        "plugins": seen.plugins,
        "roles": seen.roles,
        "names": {one.id: one.name for one in seen.businesses},
        "terms": TERMS,
        "words": chosen or seen.enterprise.words,
        "kinds": _kinds(visit, seen),
        "sent": visit.form,
        "group": visit.form.get("group", seen.enterprise.name),
        "mistakes": mistakes,
    }
    return View("enterprise.html", _("{name}", name=seen.enterprise.name), facts)
