"""A reference to keep: one page that says what somebody did here, made for her alone in the edition she reads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from alongside.display import Said, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.reports.pdf import make_pdf
from alongside.web import PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Visit

PART = "placements"


def reference(visit: Visit) -> Thinking:
    """Make the reference of one of the visitor's own jobs; it is set with no unit open."""
    here = actions.own_placement(visit.unit, visit.path["placement"])
    html = _html(visit, here.id)
    name = f"what-i-did-{here.id[:8]}.pdf"
    return Thinking(partial(make_pdf, html), lambda _, pdf: PdfAnswer(pdf, name))


def _html(visit: Visit, placement: str) -> str:
    unit: Unit = visit.unit
    job = offers.job_of(unit, offers.placement(unit, placement))
    own, person = enterprise.the_enterprise(unit), people.present(unit, job.person)
    facts = {
        "name": person.name,
        "business": enterprise.business(unit, job.business).name,
        "kind": job.newest.kind,
        "first_day": job.first_day,
        "last_day": job.last_day if job.last_day and job.last_day <= visit.today else None,
        "minutes": job.newest.minutes_on(min(job.last_day or visit.today, visit.today)),
        "skills": [one.words for one in people.full_skills_of(unit, [person.id])[person.id]],
        "certificates": [
            one.title for one in people.certificates_of(unit, [person.id])[person.id] if one.holds(visit.today)
        ],
        "today": visit.today,
    }
    return Display({PART: "alongside.placements"}).render(
        PART,
        View("reference.html", Said("What {name} did here", name=person.name), facts),
        frame="paper",
        edition=visit.edition,
        words=own.words,
        zone=own.zone,
        enterprise=own.name,
    )
