"""Paid work that lasts: somebody says herself whether it is what she wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.placements import actions
from alongside.placements.outcome import LONGEST, Outcome, Wanted
from alongside.refusal import NotFound
from alongside.web import GoTo
from alongside.web.forms import Fields, LongText, OneOf

if TYPE_CHECKING:
    from alongside.web import Visit


class IsItWanted(Fields):
    """Whether the job is what she wants."""

    wanted = OneOf(
        _("Is it the work you want?"),
        (
            (Wanted.YES.value, _("Yes")),
            (Wanted.PARTLY.value, _("In part")),
            (Wanted.NO.value, _("No, I want something else")),
        ),
        missing=_("Please choose one."),
    )
    words = LongText(_("What would you like to say about it?"), longest=LONGEST, needed=False)


def outcome(visit: Visit) -> View:
    """Ask whether the work that lasts is what she wants."""
    found = _mine(visit)
    before = {} if found.wanted is Wanted.NOT_SAID else {"wanted": found.wanted, "words": found.words}
    return _view(visit, IsItWanted(visit, before))


def send_outcome(visit: Visit) -> GoTo | View:
    """Keep what she says."""
    found = _mine(visit)
    form = IsItWanted(visit)
    if not form.valid():
        return _view(visit, form)
    actions.say_of_outcome(visit.unit, found.id, Wanted(form.wanted.value), form.words.data or "")
    return GoTo("/my-work", _("We have kept your words."))


def _mine(visit: Visit) -> Outcome:
    which = visit.path["outcome"]
    mine = {one.id: one for one in actions.outcomes_seen(visit.unit, visit.actor.id)}
    if which not in mine:
        raise NotFound("outcome of yours", which)
    return mine[which]


def _view(visit: Visit, form: IsItWanted) -> View:
    return View("own_outcome.html", "My paid work", {"outcome": _mine(visit), "form": form})
