"""The tiles of those who answer for the enterprise: the last report, and what has changed of late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.display.wording import day as day_words
from alongside.display.wording import period as period_words
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.people import offers as people
from alongside.web.glance import MOST_NOTES, Glance, Note

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Visit

LATELY = timedelta(days=92)


def reports(visit: Visit) -> Glance:
    """Tell which report is the newest."""
    period = period_words(Period.quarter(visit.today).before, visit.edition)
    note = Note(_("You can read how it went: **{period}**.", period=period), "chart")
    return Glance([note], _("See the reports"), "/reports")


def changed(visit: Visit) -> Glance | None:
    """Tell which businesses have opened or closed and how many people have come, in three months."""
    since = visit.today - LATELY
    notes = [*_businesses(visit.unit, since, visit.today), *_people(visit.unit, since)][:MOST_NOTES]
    return Glance(notes, _("See the reports"), "/reports") if notes else None


def _businesses(unit: Unit, since: date, today: date) -> Iterator[Note]:
    for one in enterprise.all_businesses(unit):
        if one.closed is not None and since <= one.closed:
            said = _("**{name}** closes on {day}.") if one.closed >= today else _("**{name}** closed on {day}.")
            yield Note(_(said.key, name=one.name, day=day_words(one.closed)), one.picture)
        elif one.opened >= since:
            yield Note(_("**{name}** opened on {day}.", name=one.name, day=day_words(one.opened)), one.picture)


def _people(unit: Unit, since: date) -> Iterator[Note]:
    new = sum(one.joined >= since for one in people.for_counting(unit))
    if new:
        yield Note(_("New people in three months: **{n}**.", n=str(new)), "people")
