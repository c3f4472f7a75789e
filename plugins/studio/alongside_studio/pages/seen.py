"""What the pages share: whose studio this is, and instants in addresses."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from alongside.api.values import BadInput, local, moments, near, worded
from alongside.api.web import Visit


def here(visit: Visit) -> str:
    """Return the id of the studio that the page is about."""
    if visit.business is None:
        raise BadInput(worded("studio", "This page is about one studio. Open it from the menu."))
    return visit.business.id


def at_text(moment: datetime) -> str:
    """Write an instant for an address."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"


def instant_of(text: str) -> datetime:
    """Read an instant from an address.

    Raises:
        BadInput: where it is none.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise BadInput(worded("studio", "“{text}” is no time. Choose one from the page.", text=text)) from wrong
    if found.tzinfo is None:
        raise BadInput(worded("studio", "“{text}” is no time. Choose one from the page.", text=text))
    near(found.date())
    return found


def twice(visit: Visit, *shown: Iterable[datetime]) -> dict[datetime, str]:
    """Return by instant “first” or “second”, for those whose time comes twice as the clocks go back in October."""
    found: dict[datetime, str] = {}
    for moment in (one for some in shown for one in some):
        wall = local(moment, visit.zone)
        both = moments(wall.date(), wall.time(), visit.zone)
        if len(both) > 1:
            found[moment] = ("first", "second")[both.index(moment)]
    return found


def day_asked(visit: Visit, text: str) -> date:
    """Return the day that an address names, today where it names none.

    Raises:
        BadInput: where it is no day.
    """
    if not text:
        return visit.today
    try:
        return near(date.fromisoformat(text))
    except ValueError as wrong:
        raise BadInput(worded("studio", "“{text}” is no day. Write it as 2026-11-27.", text=text)) from wrong
