"""The tiles of rules: which yearly values are due and not known, and what is less than we promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said
from alongside.display import Said as _
from alongside.enterprise import actions
from alongside.rulepacks.offers import day_in_words
from alongside.web.glance import MOST_NOTES, Glance, Note

if TYPE_CHECKING:
    from alongside.web import Visit


def due(visit: Visit) -> Glance | None:
    """Tell which rules change within 60 days, or have changed, without a value here; nothing where none does."""
    stale = actions.rules_due(visit.unit)
    if not stale:
        return None
    named = stale if len(stale) <= MOST_NOTES else stale[: MOST_NOTES - 1]
    notes = [
        Note(
            _("**{rule}**: a new value is due on {day}.", rule=_(one.title).of("rules"), day=day_in_words(one.due))
        )
        for one in named
    ]
    if len(stale) > len(named):
        notes.append(Note(_("{n} more rules change soon.", n=str(len(stale) - len(named))), "calendar"))
    return Glance(notes, _("The rules of work"), "/rules", waits=True)


def short(visit: Visit) -> Glance | None:
    """Tell which promises are not kept, now or on their first days; nothing where all are."""
    seen = [one for one in actions.look_at_promises(visit.unit) if one.under]
    if not seen:
        return None
    notes = [Note(_less(one), "handshake") for one in seen[:MOST_NOTES]]
    return Glance(notes, _("What we promise"), "/promises", waits=True)


def _less(seen: actions.SeenPromise) -> Said:
    if len(seen.under) == 1:
        return _("We promised **{amount}**, and one agreement is less.", amount=seen.made.said)
    few = str(len(seen.under))
    return _("We promised **{amount}**, and {n} agreements are less.", amount=seen.made.said, n=few)
