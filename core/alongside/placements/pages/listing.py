"""The page on which ten to fifteen people are chosen for an audit's list, which is then made as a paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.placements import actions
from alongside.placements.listing import MOST, Line
from alongside.refusal import BadInput
from alongside.reports.pdf import make_pdf
from alongside.web import PdfAnswer, Thinking
from alongside.web.forms import Answer, Fields, ManyOf, Yes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alongside.display import Edition
    from alongside.store import Unit
    from alongside.web import Visit

PART, HERE = "placements", "/coaching/list"


class Choose(Fields):
    """Who stands on the list."""

    people = ManyOf(_("Who is on the list?"), missing=_("Choose somebody."))
    numbers = Yes(_("Numbers in the place of names"))


def listing(visit: Visit) -> View:
    """Show whom the visitor may put on the list."""
    return _view(_form(visit))


def send_listing(visit: Visit) -> Thinking | View:
    """Make the list as a paper; it is set with no unit open."""
    form = _form(visit)
    if not form.valid():
        return _view(form)
    try:
        lines = actions.lines_of(visit.unit, form.people.value, by_number=form.numbers.data)
    except BadInput as refused:
        form.refuse(form.people, refused)
        return _view(form)
    html = compose(visit.unit, lines, visit.edition)
    return Thinking(
        partial(make_pdf, html),
        lambda _visit, pdf: PdfAnswer(pdf, f"way-to-work-{visit.today}.pdf", again=HERE),
    )


def compose(unit: Unit, lines: Sequence[Line], edition: Edition) -> str:
    """Put the list together, as a paper before it is set."""
    own, today = enterprise.the_enterprise(unit), enterprise.today(unit)
    places = {one.id: one.name for one in enterprise.all_businesses(unit)}
    return Display({PART: "alongside.placements"}).render(
        PART,
        View("list.html", "The way to work", {"lines": lines, "places": places, "today": today}),
        frame="paper",
        edition=edition,
        words=own.words,
        zone=own.zone,
        enterprise=own.name,
    )


def _form(visit: Visit) -> Choose:
    faces = actions.whom_to_list(visit.unit)
    form = Choose(visit, {"people": [one.person for one in faces[:MOST]]})
    form.people.offer(Answer(one.person, one.name, face=one.name, photo=one.photo) for one in faces)
    return form


def _view(form: Choose) -> View:
    return View("listing.html", "A list for an audit", {"form": form, "most": MOST})
