"""A talk about one's own work: when it is, and what one wants to say first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.placements import actions, offers
from alongside.placements.review import LONGEST
from alongside.web import GoTo
from alongside.web.forms import Fields, LongText

if TYPE_CHECKING:
    from alongside.web import Visit


class SayFirst(Fields):
    """Her own words."""

    words = LongText(
        _("How is your work?"),
        hint=_("No illness and no diagnosis, please."),
        longest=LONGEST,
        rows=5,
        missing=_("Please write a few words."),
    )


def review(visit: Visit) -> View:
    """Show when the next talk is, what she has said for it, and what came of the ones before."""
    return _view(visit, SayFirst(visit, {"words": actions.my_review(visit.unit, visit.path["placement"]).says}))


def send_words(visit: Visit) -> GoTo | View:
    """Keep what she says; it stands first."""
    form = SayFirst(visit)
    if not form.valid():
        return _view(visit, form)
    actions.say_for_review(visit.unit, visit.path["placement"], form.words.value)
    return GoTo(f"/my-work/review/{visit.path['placement']}", _("We have kept your words."))


def _view(visit: Visit, form: SayFirst) -> View:
    here = actions.own_placement(visit.unit, visit.path["placement"])
    job = offers.job_of(visit.unit, here)
    held = [one for one in offers.reviews_of_job(visit.unit, job) if not one.open]
    facts = {
        "business": enterprise.business(visit.unit, here.business),
        "next": actions.my_review(visit.unit, here.id),
        "held": held[::-1][:3],
        "over": job.over(visit.today),
        "form": form,
    }
    return View("own_review.html", "A talk about my work", facts)
