"""Reminders: everybody says on her own page of which kinds she wants to be reminded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.display.pictures import NAMES
from alongside.house.messages.actions import choosing
from alongside.web import GoTo
from alongside.web.forms import Answer, Fields, ManyOf

if TYPE_CHECKING:
    from alongside.web import Visit


class Reminders(Fields):
    """Which reminders somebody wants."""

    wanted = ManyOf(_("What shall we remind you of?"), needed=False, depends=True)


def reminders(visit: Visit) -> View:
    """Show which reminders there are, and which of them she gets."""
    offered = choosing.offered(visit.unit, visit.host.parts)
    return _shown(Reminders(visit, {"wanted": choosing.wanted(visit.unit, offered)}), offered)


def send_reminders(visit: Visit) -> GoTo | View:
    """Note which of them she wants."""
    offered = choosing.offered(visit.unit, visit.host.parts)
    form = Reminders(visit)
    _offer(form, offered)
    if not form.valid():
        return _shown(form, offered)
    choosing.want(visit.unit, offered, form.wanted.value)
    return GoTo("/news/reminders", _("Your choices are kept."))


def _shown(form: Reminders, offered: choosing.Offered) -> View:
    _offer(form, offered)
    return View("reminders.html", "Reminders", {"form": form})


def _offer(form: Reminders, offered: choosing.Offered) -> None:
    form.wanted.offer(
        Answer(what, _(one.title).of(part.name), one.picture if one.picture in NAMES else "bell")
        for what, (part, one) in offered.items()
    )
