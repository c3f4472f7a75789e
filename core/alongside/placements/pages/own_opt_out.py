"""“Longer weeks”: what the law protects her from, her own yes to more, and how she takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import day as day_words
from alongside.enterprise import offers as enterprise
from alongside.placements import actions, offers
from alongside.placements.opt_out import AGE
from alongside.web import GoTo
from alongside.web.forms import Fields, Yes

if TYPE_CHECKING:
    from alongside.web import Visit

HERE = "/my-work/longer-weeks"


class Sign(Fields):
    """Her yes: a tick is her signature, as she came in by herself."""

    do = "sign"
    signs = Yes(_("Yes, I want to be able to work longer weeks. I sign this."), needed=True)


def longer_weeks(visit: Visit) -> View:
    """Show what the visitor has said, and what the law says without it."""
    return _view(visit, Sign(visit))


def send_longer_weeks(visit: Visit) -> GoTo | View:
    """Sign it, or take it back."""
    if visit.form.get("do") == "back":
        ends = actions.take_opt_out_back(visit.unit)
        if ends is None or ends.ends_on is None:
            return GoTo(HERE, _("Nothing is signed."))
        return GoTo(HERE, _("You took it back. It ends on {day}.", day=day_words(ends.ends_on, year=True)))
    form = Sign(visit)
    if not form.valid():
        return _view(visit, form)
    actions.opt_out(visit.unit)
    return GoTo(HERE, _("You have signed. You can take it back on any day."))


def _view(visit: Visit, form: Sign) -> View:
    unit, today = visit.unit, visit.today
    facts = {
        "form": form,
        "there": offers.opt_out_of(unit, visit.actor.id, today),
        "limit": enterprise.rule(unit, "uk.average-week", today, AGE),
        "span": enterprise.rule(unit, "uk.average-week-span", today, AGE),
        "notice": offers.notice_to_end(unit, today),
        "helped": visit.actor.helper is not None,
        "may": actions.may_opt_out(unit),
    }
    return View("own_opt_out.html", "Longer weeks", facts)
