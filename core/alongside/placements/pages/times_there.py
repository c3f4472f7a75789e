"""Two times on a clock as a form asks for them: on the night that has an hour twice, which of two is meant too."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from alongside.display import Said as _
from alongside.instants import Interval, local, moments
from alongside.placements.said_times import CameTwice, SaidTime, between
from alongside.web.forms import Fields, FromList, TimeOfDay

FIRST, SECOND = "first", "second"
WHICH = ((FIRST, _("The first time, before the clocks went back")), (SECOND, _("The second time, after that")))
"""Which of two moments that one time on the clock is meant."""


class Between(Fields):
    """From when until when, on one night; which of two is asked only where a time comes twice on it."""

    since: TimeOfDay
    until: TimeOfDay
    since_which: FromList
    until_which: FromList

    def ask_which(self, day: date, zone: str) -> None:
        """Ask which of two is meant, where a time that stands in a field comes twice on the day or the next."""
        nights = (day, day + timedelta(days=1))
        for clock, which in ((self.since, self.since_which), (self.until, self.until_which)):
            if clock.data is not None and any(len(moments(one, clock.data, zone)) > 1 for one in nights):
                which.offer(WHICH)

    def during(self, claim: str, day: date, ends_by: datetime | None, zone: str) -> Interval | None:
        """Return the real time, or None once a field says that something is missing.

        ``day`` is the one that it begins on. Of a stretch that goes on over midnight until ``ends_by``, a time
        before that end is of the next morning.

        Raises:
            NotThen: where a time was left out by the clocks; ``claim`` is the stretch it was said of.
        """
        since, until = _said(self.since, self.since_which), _said(self.until, self.until_which)
        try:
            return between(claim, day, since, until, zone, ends_by=ends_by)
        except CameTwice as twice:
            which = self.since_which if twice.asked is since else self.until_which
            said = _("The clocks went back, and {time} came twice. Say which of the two.", time=_clock(twice))
            self.refuse(which, said)
            return None


def _said(clock: TimeOfDay, which: FromList) -> SaidTime:
    return SaidTime(clock.value, which.value == SECOND if which.value else None)


def _clock(twice: CameTwice) -> str:
    return f"{twice.asked.clock:%H:%M}"


def which_of(moment: datetime, zone: str) -> str:
    """Return which of two a moment is by the clock; empty where its time comes once."""
    wall = local(moment, zone)
    both = moments(wall.date(), wall.time(), zone)
    return (FIRST, SECOND)[both.index(moment)] if len(both) > 1 else ""
