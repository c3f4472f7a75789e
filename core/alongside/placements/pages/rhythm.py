"""The page on which the rhythm of reviews is chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.placements import actions, offers
from alongside.placements.review import Rhythm
from alongside.refusal import BadInput, worded
from alongside.web import GoTo
from alongside.web.forms import Fields, Number, Read

if TYPE_CHECKING:
    from alongside.web import Visit


def _weeks(text: str) -> tuple[int, ...]:
    if not re.fullmatch(r"[0-9]{1,3}(\s*,\s*[0-9]{1,3})*", text):
        raise BadInput(worded("placements", "Write the weeks one after the other, such as 2, 6, 13."))
    return Rhythm(id="new", weeks=tuple(int(one) for one in text.split(","))).weeks


def _written(weeks: tuple[int, ...]) -> str:
    return ", ".join(map(str, weeks))


class Choose(Fields):
    """When reviews come."""

    weeks = Read(
        _("How many weeks after the first day?"),
        _weeks,
        wrong=_("{no_weeks}"),
        writer=_written,
        hint=_("Such as 2, 6, 13."),
        missing=_("Write the weeks one after the other, such as 2, 6, 13."),
    )
    every = Number(_("After that, every how many weeks?"), least=1, most=104)


def rhythm(visit: Visit) -> View:
    """Show the rhythm that holds now; whoever answers for the placements of all businesses may change it."""
    return _view(visit, Choose(visit, offers.rhythm(visit.unit)))


def send_rhythm(visit: Visit) -> GoTo | View:
    """Keep another rhythm."""
    visit.unit.need("placements.change")
    form = Choose(visit)
    if not form.valid():
        return _view(visit, form)
    actions.choose_rhythm(visit.unit, form.weeks.value, form.every.value)
    return GoTo("/placements/talks", _("Talks come in this rhythm now."))


def _view(visit: Visit, form: Choose) -> View:
    facts = {
        "form": form if visit.unit.may("placements.change") else None,
        "rhythm": offers.rhythm(visit.unit),
    }
    return View("rhythm.html", "When we talk about work", facts)
