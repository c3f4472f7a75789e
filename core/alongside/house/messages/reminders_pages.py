"""Reminders: everybody says on her own page of which kinds she wants to be reminded, and when we are quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.house.messages.actions import choosing
from alongside.web import GoTo
from alongside.web.forms import Answer, Fields, ManyOf, TimeOfDay

if TYPE_CHECKING:
    from alongside.web import Visit


class Reminders(Fields):
    """Which reminders somebody wants."""

    wanted = ManyOf(_("What shall we remind you of?"), needed=False, depends=True)


class Quiet(Fields):
    """When somebody is left in peace."""

    do = "quiet"
    since = TimeOfDay(_("From when do we leave you in peace?"))
    until = TimeOfDay(_("Until when?"), hint=_("The same time twice means: never."))


def reminders(visit: Visit) -> View:
    """Show which reminders there are, which of them she gets, and her quiet hours."""
    offered = choosing.offered(visit.unit, visit.host.parts)
    form = Reminders(visit, {"wanted": choosing.wanted(visit.unit, offered)})
    return _shown(form, offered, _quiet(visit))


def _quiet(visit: Visit) -> Quiet:
    hours = choosing.quiet_hours(visit.unit)
    return Quiet(visit, {"since": hours.since, "until": hours.until})


def send_reminders(visit: Visit) -> GoTo | View:
    """Note which of them she wants, or when she is left in peace."""
    offered = choosing.offered(visit.unit, visit.host.parts)
    quiet = _quiet(visit)
    if quiet.sent:
        return _send_quiet(visit, quiet, offered)
    form = Reminders(visit)
    _offer(form, offered)
    if not form.valid():
        return _shown(form, offered, quiet)
    choosing.want(visit.unit, offered, form.wanted.value)
    return GoTo("/news/reminders", _("Your choices are kept."))


def _send_quiet(visit: Visit, quiet: Quiet, offered: choosing.Offered) -> GoTo | View:
    if not quiet.valid():
        ticked = Reminders(visit, {"wanted": choosing.wanted(visit.unit, offered)}, anew=True)
        return _shown(ticked, offered, quiet)
    choosing.keep_quiet(visit.unit, quiet.since.value, quiet.until.value)
    return GoTo("/news/reminders", _("Your choices are kept."))


def _shown(form: Reminders, offered: choosing.Offered, quiet: Quiet) -> View:
    _offer(form, offered)
    return View("reminders.html", "Reminders", {"form": form, "quiet": quiet})


def _offer(form: Reminders, offered: choosing.Offered) -> None:
    form.wanted.offer(
        Answer(what, _(one.title).of(part.name), one.picture if one.picture in NAMES else "bell")
        for what, (part, one) in offered.items()
    )
