"""The page on which a talk about a job is noted: her words first, then the coach's, then what changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.placement import Placement
from alongside.placements.review import LONGEST
from alongside.refusal import BadInput
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, LongText, Yes

if TYPE_CHECKING:
    from alongside.web import Visit


class Hold(Fields):
    """What was said."""

    do = "hold"
    says = LongText(
        _("What they say, in their own words"),
        hint=_("No illness and no diagnosis, please."),
        longest=LONGEST,
        needed=False,
        depends=True,
    )
    says_nothing = Yes(_("They want to say nothing today."), depends=True)
    coach_says = LongText(
        _("What you say"),
        hint=_("No illness and no diagnosis, please."),
        longest=LONGEST,
        needed=False,
    )
    changes = LongText(
        _("What changes now"),
        hint=_("No illness and no diagnosis, please."),
        longest=LONGEST,
        needed=False,
    )


class Move(Fields):
    """Another day."""

    do = "move"
    due = Day(_("Another day"), missing=_("Write the day, such as 2026-11-23."))


def review(visit: Visit) -> View:
    """Show the next talk about a job, and what came of the ones before."""
    return _view(visit, None)


def send_review(visit: Visit) -> GoTo | View:
    """Note the talk, or move it to another day."""
    here = _placement(visit)
    form: Hold | Move = Move(visit) if visit.form.get("do", "") == Move.do else Hold(visit)
    if not form.valid():
        return _view(visit, form)
    try:
        if isinstance(form, Move):
            actions.move_review(visit.unit, here.id, form.due.value)
            return GoTo(_path(here), _("The talk is on another day now."))
        actions.hold_review(
            visit.unit,
            here.id,
            says=form.says.data or "",
            coach_says=form.coach_says.data or "",
            changes=form.changes.data or "",
            says_nothing=form.says_nothing.data,
        )
    except BadInput as refused:
        form.refuse(form.due if isinstance(form, Move) else form.says, refused)
        return _view(visit, form)
    return GoTo(_path(here), _("The talk is noted."))


def _path(here: Placement) -> str:
    return f"/placements/{here.id}/review"


def _placement(visit: Visit) -> Placement:
    here = offers.placement(visit.unit, visit.path["placement"])
    actions.need_to_follow(visit.unit, here)
    return here


def _view(visit: Visit, form: Hold | Move | None) -> View:
    here = _placement(visit)
    name = people.names_of(visit.unit, [here.person])[here.person]
    job = offers.job_of(visit.unit, here)
    coming = offers.next_review(visit.unit, job)
    actions.note_reviews_read(visit.unit, [coming, *offers.reviews_of_job(visit.unit, job)])
    facts = {
        "person": here.person,
        "name": name,
        "next": coming,
        "hold": form if isinstance(form, Hold) else Hold(visit),
        "move": form if isinstance(form, Move) else Move(visit, {"due": coming.due}),
        "held": [one for one in offers.reviews_of_job(visit.unit, job) if not one.open][::-1],
        "names": people.names_of(
            visit.unit, {one.held_by for one in offers.reviews_of_job(visit.unit, job) if one.held_by}
        ),
    }
    return View("review.html", _("A talk about the work of {name}", name=name), facts)
