"""The stewards' page: businesses, plugins, roles, and the words members have chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said, View
from alongside.display.pictures import NAMES
from alongside.enterprise import actions
from alongside.enterprise.enterprise import TERMS
from alongside.refusal import BadInput
from alongside.web import GoTo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alongside.web import Visit


def enterprise(visit: Visit) -> View:
    """Show the enterprise to its stewards."""
    return _view(visit, None, {})


def send_words(visit: Visit) -> GoTo | View:
    """Take the words that were chosen, or show the form again with what is wrong."""
    chosen = {term: visit.form[term] for term in TERMS if term in visit.form}
    try:
        actions.choose_words(visit.unit, chosen)
    except BadInput as wrong:
        term = next((term for term in TERMS if f"“{term}”" in wrong.sentence), TERMS[0])
        return _view(visit, chosen, {term: wrong.sentence})
    return GoTo(visit.link("/enterprise"), Said("Your own words are kept."))


def _view(visit: Visit, chosen: Mapping[str, str] | None, mistakes: Mapping[str, str]) -> View:
    seen = actions.look(visit.unit)
    facts = {
        "businesses": seen.businesses,
        "pictures": {one.id: one.picture if one.picture in NAMES else "shop" for one in seen.businesses},
        "plugins": seen.plugins,
        "roles": seen.roles,
        "names": {one.id: one.name for one in seen.businesses},
        "terms": TERMS,
        "words": chosen or seen.enterprise.words,
        "mistakes": mistakes,
    }
    return View("enterprise.html", Said("{name}", name=seen.enterprise.name), facts)
