"""The end of one's own job: what one takes along, and where one goes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.placements import actions, offers
from alongside.placements.ending import LONGEST, Next
from alongside.web import GoTo
from alongside.web.forms import Fields, LongText, OneOf

if TYPE_CHECKING:
    from alongside.web import Visit

WHERE_TO = (
    (Next.PAID_HERE.value, _("To a paid job here")),
    (Next.PAID_ELSEWHERE.value, _("To a paid job somewhere else")),
    (Next.LEARNING.value, _("To learn something")),
    (Next.OTHER_WORK.value, _("To other work")),
    (Next.REST.value, _("I take a rest")),
    (Next.NOT_SAID.value, _("I do not want to say")),
)


class SayAtTheEnd(Fields):
    """What she takes along, and where she goes next."""

    learned = LongText(_("What did you learn here?"), longest=LONGEST, needed=False)
    going = OneOf(_("Where do you go next?"), WHERE_TO, missing=_("Please choose one."))


def ending(visit: Visit) -> View:
    """Ask what she takes along from one of her own jobs."""
    here = actions.own_placement(visit.unit, visit.path["placement"])
    said = offers.ending_of(visit.unit, [one.id for one in offers.job_of(visit.unit, here).placements])
    before = {"learned": said.learned, "going": said.next} if said else {}
    return _view(visit, SayAtTheEnd(visit, before))


def send_ending(visit: Visit) -> GoTo | View:
    """Keep what she says."""
    form = SayAtTheEnd(visit)
    if not form.valid():
        return _view(visit, form)
    here = visit.path["placement"]
    actions.say_at_the_end(visit.unit, here, form.learned.data or "", Next(form.going.value))
    return GoTo(f"/my-work/ending/{here}", _("We have kept your words."))


def _view(visit: Visit, form: SayAtTheEnd) -> View:
    here = actions.own_placement(visit.unit, visit.path["placement"])
    facts = {
        "job": offers.job_of(visit.unit, here),
        "business": enterprise.business(visit.unit, here.business),
        "today": visit.today,
        "form": form,
    }
    return View("own_ending.html", "When my work here ends", facts)
