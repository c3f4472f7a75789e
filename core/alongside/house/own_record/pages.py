"""The page on which a person reads what is kept of her, and takes it with her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.house.own_record import actions
from alongside.house.own_record.papers import contents, papers
from alongside.house.own_record.told import FEW, as_data, told
from alongside.people import offers as people
from alongside.web import DataAnswer, GoTo, PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/me/kept"


def kept(visit: Visit) -> View:
    """Show the visitor what is kept of her, part by part."""
    record, steward = actions.look_at_own_record(visit.unit), enterprise.steward(visit.unit)
    facts = {
        "parts": told(record, visit.host.parts, visit.edition),
        "few": FEW,
        "begins": [paper[0] for paper in contents(record, visit.host.parts, visit.edition) if paper],
        "person": record.person,
        "ask": people.names_of(visit.unit, [steward])[steward] if steward else "",
        "absent": [one.name for one in visit.host.broken],
    }
    return View("record.html", "What is kept about me", facts)


def take(visit: Visit) -> GoTo | Thinking | DataAnswer:
    """Hand her all of it as a file, for a program or to read."""
    way, _colon, number = visit.form.get("do", "").partition(":")
    if way == "data":
        return _data(visit)
    if way == "paper" and (number or "1").isdecimal():
        return _paper(visit, int(number or "1"))
    return GoTo(HERE, _("Choose how you want to take it with you."))


def _data(visit: Visit) -> DataAnswer:
    record = actions.take_along(visit.unit, "data")
    content = as_data(record, visit.host.parts, visit.host.display, visit.today)
    return DataAnswer(content, f"kept-about-me-{visit.today}.json", again=HERE)


def _paper(visit: Visit, number: int) -> GoTo | Thinking:
    """One of her papers; where there are fewer by now, she is asked again."""
    record = actions.look_at_own_record(visit.unit)
    host = visit.host
    made = papers(visit.unit, record, host.parts, host.display, visit.edition, visit.today)
    paper = next((one for one in made if one.number == number), None)
    if paper is None:
        return GoTo(HERE, _("Choose how you want to take it with you."))
    actions.note_taking(visit.unit, record, "paper")
    name = f"kept-about-me-{visit.today}{paper.suffix}.pdf"
    return Thinking(paper.make, lambda _later, pdf: PdfAnswer(pdf, name, again=HERE))
