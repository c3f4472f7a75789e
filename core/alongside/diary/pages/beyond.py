"""One's own week beyond its page: on paper, and as a calendar for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from alongside.diary.actions import feeding
from alongside.diary.calendar_feed import path_of, tag_of
from alongside.diary.pages.week import my_week
from alongside.display import Said as _
from alongside.display import View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.reports.pdf import make_pdf
from alongside.web import CalendarAnswer, GoTo, Noted, PdfAnswer, Thinking, Visit


def my_calendar(visit: Visit) -> View:
    """Show whether she has an address, and what can be done."""
    return _page(visit, "")


def _page(visit: Visit, secret: str) -> View:
    address = f"{visit.origin}{path_of(secret)}" if secret else ""
    feed = feeding.my_feed(visit.unit)
    facts = {"has": feed is not None, "says_who": feed is not None and feed.says_who, "address": address}
    return View("calendar.html", "My calendar", facts)


def send_my_calendar(visit: Visit) -> GoTo | Noted:
    """Make an address and show it this once, or let it lead nowhere."""
    if visit.form.get("do") == "end":
        feeding.end_address(visit.unit)
        return GoTo("/my-calendar", _("The address leads nowhere now."))
    if visit.form.get("do") in _WHO:
        feeding.say_who(visit.unit, says_who=visit.form["do"] == "with")
        return GoTo("/my-calendar", _WHO[visit.form["do"]])
    return Noted(_page(visit, feeding.make_address(visit.unit)), status=200)


_WHO = {
    "with": _("Your calendar says who supports you."),
    "without": _("Your calendar does not say who supports you."),
}


def calendar(visit: Visit) -> CalendarAnswer:
    """Hand the calendar to a program that knows its address."""
    found = feeding.calendar_by(visit.unit, visit.path["secret"])
    return CalendarAnswer(found.encode(), "work.ics", tag=tag_of(found))


# --- the same week on paper


def week_paper(visit: Visit) -> Thinking:
    """Make the visitor's own week as a paper, in the edition that she reads."""
    facts = my_week(visit).facts
    photos = visit.host.photos.handed_over(_photos(facts))
    ours, edition, words = enterprise.the_enterprise(visit.unit), visit.edition, enterprise.words(visit.unit)
    kept = {**facts, "beside": _shown(facts["beside"], photos), "manages": _face(facts["manages"], photos)}

    def make() -> bytes:
        html = Display({"diary": "alongside.diary"}).render(
            "diary",
            View("week_paper.html", "My week", kept),
            frame="paper",
            sheet="report",
            enterprise=ours.name,
            edition=edition,
            zone=ours.zone,
            words=words,
        )
        return make_pdf(html, files=photos)

    return Thinking(make, lambda _later, pdf: PdfAnswer(pdf, f"my-week-{facts['first']}.pdf"))


def _photos(facts: Mapping[str, Any]) -> list[str | None]:
    return [one.photo for one in (*facts["beside"].values(), facts["manages"]) if one]


def _shown(faces: Mapping[str, people.Face], photos: Mapping[str, bytes]) -> dict[str, Any]:
    return {claim: _face(face, photos) for claim, face in faces.items()}


def _face(face: people.Face | None, photos: Mapping[str, bytes]) -> people.Face | None:
    """A face without its photo where the paper has none of it."""
    return face if face is None or face.photo in photos else attrs.evolve(face, photo=None)
