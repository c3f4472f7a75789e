"""What the law keeps of somebody's pay after she has been erased: advices, for some years, without her name."""

from __future__ import annotations

from datetime import timedelta

from alongside.instants import Period
from alongside.pay.pay_period import PaySetting
from alongside.people.kept import Kept
from alongside.placements.kept import RETENTION
from alongside.rulepacks.offers import anniversary, rule, source_in_words


def kept_of(period: Period, setting: PaySetting) -> Kept:
    """Return what is kept of an advice: the years run from the end of the pay period that follows its own."""
    retention = rule(RETENTION, period.first)
    end = anniversary(setting.following(period.last).last, int(retention.value))
    return Kept(
        what=f"the pay advice until {period.last}, without a name",
        why=f"To show that the pay was no less than the law asks for, for {retention.said}.",
        until=end - timedelta(days=1),
        source=f"{retention.id}: {source_in_words(retention)}",
    )
