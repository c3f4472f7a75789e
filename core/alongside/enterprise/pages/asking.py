"""Questions that the stewards' page shares with the first questions of a new group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display.pictures import NAMES
from alongside.enterprise.enterprise import LONGEST_WORD
from alongside.web.forms import Answer, Fields, Line

if TYPE_CHECKING:
    from alongside.plugin import Part

NO_KIND = "none"
"""What the form sends for a business that no plugin runs; a radio button without a value could not be missed."""


class OwnWords(Fields):
    """The words that members have chosen; one that is left empty is said as Alongside says it."""

    do = "words"
    owner = "enterprise"
    supporter = Line(_("A person who gives support"), longest=LONGEST_WORD, needed=False)
    supporters = Line(_("People who give support"), longest=LONGEST_WORD, needed=False)
    member = Line(_("A person with a vote"), longest=LONGEST_WORD, needed=False)
    members = Line(_("People with a vote"), longest=LONGEST_WORD, needed=False)
    learning_disability = Line(_("A learning disability"), longest=LONGEST_WORD, needed=False)
    learning_disabilities = Line(_("Learning disabilities"), longest=LONGEST_WORD, needed=False)


def kinds_of(plugins: Iterable[Part]) -> Iterator[Answer]:
    """Return the kinds of business as answers, each with its picture; the last is none of them."""
    for one in plugins:
        yield Answer(one.name, _(one.title).of(one.name), one.picture if one.picture in NAMES else "shop")
    yield Answer(NO_KIND, _("Something else").of("enterprise"), "shop")
