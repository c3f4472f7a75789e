"""What is kept of the expenses of somebody who was erased: what was paid, for some years, without a word."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.people.kept import Kept
from alongside.placements.hours import calendar_month, following
from alongside.placements.kept import RETENTION
from alongside.rulepacks.offers import anniversary, rule, source_in_words


def kept_of(paid_on: date) -> Kept:
    """Return what is kept of what was paid back in a month; the years run from the end of the month after it.

    The rule of the pack is about pay: that it fits expenses is confirmed by nobody yet, and that is said.
    """
    month = calendar_month(paid_on)
    retention = rule(RETENTION, month.first)
    end = anniversary(following(month).last, int(retention.value))
    return Kept(
        what=f"expenses that were paid back in the month from {month.first}, without words or a name",
        why=f"To show in the accounts what was paid, for {retention.said}.",
        until=end - timedelta(days=1),
        source=f"{retention.id}: {source_in_words(retention)} (not confirmed for expenses)",
    )
