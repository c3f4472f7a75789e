"""When the studio is open: hours by weekday, and days that are different. Wall times of the place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

import attrs

from alongside.api.values import BadInput, Interval, at

MIDNIGHT = time()
LONGEST_REASON = 80


def _in_order(since: time, until: time) -> None:
    # Midnight as an end is that of the day's end; hours over midnight are those of two days.
    if until != MIDNIGHT and until <= since:
        raise BadInput(
            f"it closes at {until:%H:%M}, which is not later than {since:%H:%M}", remedy="Give a later end."
        )


@attrs.frozen(kw_only=True)
class OpenHours:
    """On one weekday (0 is Monday) the studio is open from ``since`` until ``until``; 00:00 is the day's end."""

    id: str
    business: str
    weekday: int = attrs.field(validator=attrs.validators.in_(range(7)))
    since: time
    until: time
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Refuse hours that end before they begin."""
        _in_order(self.since, self.until)


@attrs.frozen(kw_only=True)
class OtherDay:
    """A day that is not as its weekday is: closed (without hours), or open at other hours; ``reason`` says why."""

    id: str
    business: str
    day: date
    since: time | None = None
    until: time | None = None
    reason: str = attrs.field()
    version: int = 1

    @reason.validator
    def _said(self, _: object, reason: str) -> None:
        if not reason.strip() or len(reason) > LONGEST_REASON:
            raise BadInput("a day that is different needs a reason in a few words", remedy="Say why.")

    def __attrs_post_init__(self) -> None:
        """Refuse half of an opening, and hours that end before they begin."""
        if (self.since is None) != (self.until is None):
            raise BadInput("the day has half of its hours", remedy="Give both times, or none for a closed day.")
        if self.since is not None and self.until is not None:
            _in_order(self.since, self.until)

    @property
    def closed(self) -> bool:
        """True if the studio is closed all day."""
        return self.since is None


@attrs.frozen(kw_only=True)
class Calendar:
    """All that says when a studio is open."""

    zone: str
    hours: tuple[OpenHours, ...] = ()
    others: tuple[OtherDay, ...] = ()

    def other(self, day: date) -> OtherDay | None:
        """Return what makes a day different, None for a day like its weekday."""
        return next((one for one in self.others if one.day == day), None)

    def on(self, day: date) -> list[Interval]:
        """Return when it is open on a day, in order; nothing where it is closed."""
        other = self.other(day)
        if other is None:
            spans = [(one.since, one.until) for one in self.hours if one.weekday == day.weekday()]
        else:
            spans = [(other.since, other.until)] if other.since is not None and other.until is not None else []
        return merged(piece for since, until in spans for piece in self._piece(day, since, until))

    def between(self, first: date, last: date) -> list[Interval]:
        """Return when it is open on the days from ``first`` to ``last``; what touches at midnight is one."""
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return merged(piece for day in days for piece in self.on(day))

    def _piece(self, day: date, since: time, until: time) -> list[Interval]:
        ends = at(day + timedelta(days=1), MIDNIGHT, self.zone) if until == MIDNIGHT else at(day, until, self.zone)
        starts = at(day, since, self.zone)
        # On the night in March an opening that lies in the hour that is jumped over is none.
        return [Interval(starts, ends)] if starts < ends else []


def merged(pieces: Iterable[Interval]) -> list[Interval]:
    """Return the same time as stretches that neither overlap nor touch, in order."""
    found: list[Interval] = []
    for one in sorted(pieces, key=lambda piece: (piece.starts, piece.ends)):
        if found and one.starts <= found[-1].ends:
            found[-1] = Interval(found[-1].starts, max(found[-1].ends, one.ends))
        else:
            found.append(one)
    return found


def lies_within(starts: datetime, ends: datetime, opening: Sequence[Interval]) -> bool:
    """True if a stretch lies whole within one opening."""
    return any(one.starts <= starts and ends <= one.ends for one in opening)
