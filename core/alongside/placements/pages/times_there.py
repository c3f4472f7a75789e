"""From times on a clock to real time: the night that has an hour twice, and the one that has an hour less.

In October the clocks go back, and half past one comes twice. Which of the two is meant is asked and never guessed:
an hour of pay lies between them. In March they go forward, and a time that is left out is refused.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from alongside.display import Said as _
from alongside.instants import Interval, at, local, moments
from alongside.placements.attendance import NotThen
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
        later = day + timedelta(days=1)
        if ends_by and local(ends_by, zone).date() > day and at(later, self.since.value, zone) < ends_by:
            day = later
        starts = self._instant(day, self.since, self.since_which, zone)
        ends = self._end(day, starts, zone) if starts else None
        if starts is None or ends is None:
            return None
        if ends <= starts:  # a time that the clocks leave out is of the hour after it
            found = "the clocks were put forward on that night, and this time was left out"
            raise NotThen(claim, found, "Look at both times again.")
        return Interval(starts, ends)

    def _end(self, day: date, starts: datetime, zone: str) -> datetime | None:
        same = self._instant(day, self.until, self.until_which, zone)
        # A time that is no later than the other is of the morning after it, unless it came twice.
        if same is None or self.until.value > self.since.value or same > starts:
            return same
        return self._instant(day + timedelta(days=1), self.until, self.until_which, zone)

    def _instant(self, day: date, clock: TimeOfDay, which: FromList, zone: str) -> datetime | None:
        found = moments(day, clock.value, zone)
        if len(found) < 2:
            return at(day, clock.value, zone)
        if not which.value:
            said = _(
                "The clocks went back, and {time} came twice. Say which of the two.", time=f"{clock.value:%H:%M}"
            )
            self.refuse(which, said)
            return None
        return found[which.value == SECOND]


def which_of(moment: datetime, zone: str) -> str:
    """Return which of two a moment is by the clock; empty where its time comes once."""
    wall = local(moment, zone)
    both = moments(wall.date(), wall.time(), zone)
    return (FIRST, SECOND)[both.index(moment)] if len(both) > 1 else ""
