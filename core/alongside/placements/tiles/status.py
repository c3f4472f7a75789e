"""The tiles about status: whose unpaid work may be a job, for whoever runs a business and for herself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from alongside.display import Said
from alongside.display import Said as _
from alongside.placements.actions import own_questions, status_questions
from alongside.placements.status_review import StatusReview
from alongside.web.glance import MOST_NOTES, Glance, Note

if TYPE_CHECKING:
    from alongside.web import Visit


def status(visit: Visit) -> Glance | None:
    """Tell whose work waits for a human to say what it is; nothing where nobody's does."""
    waiting = [one for one in status_questions(visit.unit) if one.review.waits]
    if not waiting:
        return None
    named = waiting if len(waiting) <= MOST_NOTES else waiting[: MOST_NOTES - 1]
    notes = [Note(_waits(one.face.name, one.review, visit.today), face=one.face) for one in named]
    if len(waiting) > len(named):
        notes.append(Note(_("{n} more questions wait.", n=str(len(waiting) - len(named))), "people"))
    path = f"/is-this-a-job/{waiting[0].review.id}" if len(waiting) == 1 else "/is-this-a-job"
    return Glance(notes, _("Answer"), path, waits=True)


def _waits(name: str, review: StatusReview, today: date) -> Said:
    if review.overdue(today):
        return _("Is the work of **{name}** a job? Nothing new is planned until you answer.", name=name)
    return _("Is the work of **{name}** a job? Answer by {day}.", name=name, day=review.answer_by)


def own_status(visit: Visit) -> Glance | None:
    """Tell somebody that her own work is being looked at; nothing where it is not."""
    asked = [one for one in own_questions(visit.unit) if one.last and (one.review.waits or one.held)]
    if not asked:
        return None
    return Glance(
        [Note(_("We ask if your work is a job."), "scales")], _("Read about it"), "/is-my-work-a-job", waits=True
    )
