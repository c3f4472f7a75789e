"""The stewards' page: the group's name, businesses, plugins, roles, and the words members have chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.enterprise import actions
from alongside.enterprise.business import LONGEST_NAME
from alongside.enterprise.enterprise import TERMS
from alongside.enterprise.pages.asking import NO_KIND, OwnWords, kinds_of
from alongside.web import GoTo
from alongside.web.forms import Fields, Line, OneOf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from alongside.enterprise.overview import Overview
    from alongside.web import Visit


class Open(Fields):
    """One more business."""

    do = "open"
    name = Line(_("Name of the business"), longest=LONGEST_NAME, missing=_("Write the name of the business."))
    kind = OneOf(_("What kind of business is it?"), missing=_("Choose what kind of business it is."))


class Rename(Fields):
    """The group's name."""

    do = "rename"
    group = Line(_("Name of the group"), longest=LONGEST_NAME, missing=_("Write the name of your group."))


def enterprise(visit: Visit) -> View:
    """Show the enterprise to its stewards."""
    return _view(visit)


def send_enterprise(visit: Visit) -> GoTo | View:
    """Take whichever of the page's forms was sent."""
    done = _SENT.get(visit.form.get("do", ""), _choose_words)(visit)
    return done if isinstance(done, GoTo) else _view(visit, done)


def _open_business(visit: Visit) -> GoTo | Fields:
    form = _open(visit, actions.look(visit.unit))
    if not form.valid():
        return form
    kind = form.kind.value
    picture = next(one.picture for one in form.kind.answers if one.key == kind)
    new = actions.open_business(visit.unit, form.name.value, "" if kind == NO_KIND else kind, picture=picture)
    return GoTo(visit.link("/enterprise"), _("{name} is open.", name=new.name))


def _rename(visit: Visit) -> GoTo | Fields:
    form = Rename(visit)
    if not form.valid():
        return form
    actions.rename(visit.unit, form.group.value)
    return GoTo(visit.link("/enterprise"), _("Your group is called {name} now.", name=form.group.value))


def _choose_words(visit: Visit) -> GoTo | Fields:
    form = OwnWords(visit)
    if not form.valid():
        return form
    actions.choose_words(visit.unit, {term: form[term].value for term in TERMS if term in visit.form})
    return GoTo(visit.link("/enterprise"), _("Your own words are kept."))


_SENT: Mapping[str, Callable[[Visit], GoTo | Fields]] = {
    "open": _open_business,
    "rename": _rename,
    "words": _choose_words,
}


def _open(visit: Visit, seen: Overview) -> Open:
    on = {row.name for row in seen.plugins if row.switched_on}
    form = Open(visit)
    form.kind.offer(kinds_of(part for part in visit.host.parts if part.name in on))
    return form


def _view(visit: Visit, wrong: Fields | None = None) -> View:
    """Show the page; a form that was sent and is ``wrong`` stands there in its place."""
    seen = actions.look(visit.unit)
    group = Rename(visit, {"group": seen.enterprise.name})
    forms = [_open(visit, seen), group, OwnWords(visit, seen.enterprise.words), *([wrong] if wrong else [])]
    facts = {
        "businesses": seen.businesses,
        "pictures": {one.id: one.picture if one.picture in NAMES else "shop" for one in seen.businesses},
        "plugins": seen.plugins,
        "roles": seen.roles,
        "names": {one.id: one.name for one in seen.businesses},
        "forms": {form.act: form for form in forms},
    }
    return View("enterprise.html", _("{name}", name=seen.enterprise.name), facts)
