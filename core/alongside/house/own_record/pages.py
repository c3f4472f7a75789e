"""The pages on which a person reads what is kept of her, part by part, and takes it with her."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from alongside.display import Edition, Said, View
from alongside.display import Said as _
from alongside.enterprise import offers as enterprise
from alongside.house.own_record import actions
from alongside.house.own_record.paging import Page
from alongside.house.own_record.papers import contents, papers
from alongside.house.own_record.told import FEW, as_data, told
from alongside.people import offers as people
from alongside.refusal import NotFound
from alongside.web import DataAnswer, GoTo, PdfAnswer, Thinking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alongside.house.hosting import Hosting
    from alongside.house.own_record.told import Told
    from alongside.house.reacting import Reactions
    from alongside.store import Unit
    from alongside.web import Visit

HERE = "/me/kept"
TAKE = "/me/take-along"


def kept(visit: Visit) -> View:
    """Show the visitor which parts keep something of people; what they keep of her is read part by part."""
    person, steward = actions.whose(visit.unit), enterprise.steward(visit.unit)
    keep = _reactions(visit).names(actions.KEPT)
    facts = {
        "parts": [one for one in visit.host.parts if one.name in keep],
        "here": HERE,
        "take": TAKE,
        "person": person,
        "ask": people.names_of(visit.unit, [steward])[steward] if steward else "",
        "absent": [one.name for one in visit.host.broken],
    }
    return View("record.html", "What is kept about me", facts)


def part(visit: Visit) -> View:
    """Show her what one part keeps of her; of what there is much of a sort, one page."""
    name = visit.path["part"]
    if name not in _reactions(visit).names(actions.KEPT):
        raise NotFound("part", name)
    record = actions.look_at_own_record(visit.unit, partial(_asked, visit, name))
    found = told(record, visit.host.parts, visit.edition)
    page = Page.asked(found[0] if found else None, visit.query)
    known = next(one for one in visit.host.parts if one.name == name)
    facts = {"part": known, "page": page, "few": FEW, "back": HERE, "here": f"{HERE}/{name}"}
    return View("record_part.html", Said(known.title).of(name), facts)


def _asked(visit: Visit, name: str, unit: Unit, person: str) -> list[tuple[str, Any]]:
    answer = _reactions(visit).ask_one(unit, name, actions.KEPT, {"person": person})
    return [] if answer is None else [(name, answer)]


def _reactions(visit: Visit) -> Reactions:
    return cast("Hosting", visit.host).house.reactions


def taking(visit: Visit) -> View:
    """Ask her how she wants to take it with her. What is kept is read only once she has chosen: it may be much."""
    actions.whose(visit.unit)
    return _asking()


def _asking(begins: Sequence[Told] = ()) -> View:
    return View("take_along.html", "Take it with me", {"begins": begins, "back": HERE})


def take(visit: Visit) -> GoTo | View | Thinking | DataAnswer:
    """Hand her all of it as a file, for a program or to read; where that takes several papers, ask for which."""
    way, _colon, number = visit.form.get("do", "").partition(":")
    if way == "data":
        return _data(visit)
    if way == "paper" and not number:
        return _papers(visit)
    if way == "paper" and number.isdecimal():
        return _paper(visit, int(number))
    return GoTo(TAKE, _("Choose how you want to take it with you."))


def _papers(visit: Visit) -> GoTo | View | Thinking:
    """The one paper that there is; of several, what each begins with. Only Easy Read is cut into papers."""
    if visit.edition is Edition.EASY:
        record = actions.look_at_own_record(visit.unit)
        begins = [one[0] for one in contents(record, visit.host.parts, visit.edition) if one]
        if len(begins) > 1:
            return _asking(begins)
    return _paper(visit, 1)


def _data(visit: Visit) -> DataAnswer:
    record = actions.take_along(visit.unit, "data")
    content = as_data(record, visit.host.parts, visit.host.display, visit.today)
    return DataAnswer(content, f"kept-about-me-{visit.today}.json", again=TAKE)


def _paper(visit: Visit, number: int) -> GoTo | Thinking:
    """One of her papers; where there are fewer by now, she is asked again."""
    record = actions.look_at_own_record(visit.unit)
    host = visit.host
    made = papers(visit.unit, record, host.parts, host.display, visit.edition, visit.today)
    paper = next((one for one in made if one.number == number), None)
    if paper is None:
        return GoTo(TAKE, _("Choose how you want to take it with you."))
    actions.note_taking(visit.unit, record, "paper")
    name = f"kept-about-me-{visit.today}{paper.suffix}.pdf"
    return Thinking(paper.make, lambda _later, pdf: PdfAnswer(pdf, name, again=TAKE))
