"""News: what was written to the one who looks, on her own page, whatever other way it goes to her."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display import View
from alongside.house.messages.actions import reading
from alongside.house.messages.telling import all_told, voice
from alongside.web import GoTo

if TYPE_CHECKING:
    from alongside.web import Visit


def news(visit: Visit) -> View:
    """Show what is new to her, and what is older."""
    found, speaks = reading.news(visit.unit), voice(visit.unit, visit.host.display, visit.today)
    facts = {
        "unread": all_told(speaks, found.unread, visit.edition),
        "older": all_told(speaks, found.older, visit.edition),
        "ask": speaks.ask,
    }
    return View("news.html", "News for you", facts)


def send_news(visit: Visit) -> GoTo:
    """Note that she has read one."""
    reading.has_read(visit.unit, visit.form.get("read", ""))
    return GoTo("/news", _("Good. You have read it."))
