"""A claim on time: one resource, one half-open stretch of real time. Nothing else may say “free”."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import Enum
from itertools import pairwise
from operator import attrgetter
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs

from alongside.instants import LONDON, Interval, aware, local
from alongside.refusal import BadInput, Fact, Refusal, Worded, worded

LONGEST = timedelta(hours=25)
"""The longest claim: one day in October has 25 hours. Searches lean on it; longer absences are a claim a day."""

LONGEST_LABEL = 80


class Purpose(Enum):
    """What the time is claimed for."""

    WORK = "work"
    BOOKING = "booking"
    SESSION = "session"
    LEAVE = "leave"
    CLOSURE = "closure"
    REPAIR = "repair"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class Wish:
    """Time that somebody wants of one resource; ``ends`` includes the turnaround after it.

    ``label`` is a few words on what it is, never a name. ``source`` says which row it belongs to, as
    ``part:kind:id``. ``zone`` is the place whose clocks it was planned by. ``expires`` makes it a hold: from that
    instant on it keeps nobody out, whether or not somebody has cleared it away yet.

    Raises:
        BadInput: for a time without a zone, an end that is not later than the start, more than 25 hours,
            a zone that nobody knows, or a label that is too long.
    """

    resource: str
    starts: datetime = attrs.field(converter=aware)
    ends: datetime = attrs.field(converter=aware)
    purpose: Purpose
    label: str = attrs.field()
    business: str | None = None
    zone: str = attrs.field(default=LONDON)
    source: str = ""
    expires: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))

    @ends.validator
    def _sound(self, _: object, ends: datetime) -> None:
        if ends <= self.starts:
            raise BadInput(f"the end, {ends:%H:%M}, is not later than the start, {self.starts:%H:%M} (UTC)")
        if ends - self.starts > LONGEST:
            raise BadInput("one claim is 25 hours at the most", remedy="Make one for each day.")

    @label.validator
    def _short(self, _: object, label: str) -> None:
        if len(label) > LONGEST_LABEL:
            raise BadInput(f"“{label[:20]}…” has {len(label)} letters; {LONGEST_LABEL} are the most")

    @zone.validator
    def _known(self, _: object, zone: str) -> None:
        try:
            ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError) as unknown:
            raise BadInput(f"there is no time zone “{zone}”", remedy="Write it as Europe/London.") from unknown

    @property
    def interval(self) -> Interval:
        """The stretch of real time."""
        return Interval(self.starts, self.ends)


@attrs.frozen(kw_only=True)
class Claim(Wish):
    """A wish that stands. One that was released is not ``active`` and keeps nobody out.

    ``made_at`` is when the time was claimed: so long before ``starts`` whoever it concerns could know. None where
    that was not kept yet.
    """

    id: str
    active: bool = True
    made_at: datetime | None = attrs.field(default=None, converter=attrs.converters.optional(aware))
    version: int = 1


class Taken(Refusal):
    """Somebody or something is not free then. ``standing`` is what is there already, where it is known.

    ``there`` says what is taken, without what to do.
    """

    status = 409

    def __init__(self, called: str, wanted: Wish, standing: Wish | None = None) -> None:
        self.called, self.wanted, self.standing = called, wanted, standing
        self.there = _there(called, wanted.zone, standing or wanted)
        super().__init__(self.there, worded("diary", "Choose another time."))


def _there(called: str, zone: str, there: Wish) -> Worded:
    """Say what is taken, from when until when, and by what."""
    starts, ends = local(there.starts, zone), local(there.ends, zone)
    said = (
        worded("diary", "{called} is taken on {starts_day} {year} from {starts_time} until {ends_time}{label}.")
        if ends.date() == starts.date()
        else worded("diary", "{called} is taken on {starts_day} {year} from {starts_time} until {ends}{label}.")
    )
    label = f": {there.label}" if there.label else ""
    facts: dict[str, Fact] = {
        "called": called,
        "starts": starts,
        "year": starts.year,
        "ends": ends,
        "label": label,
    }
    return attrs.evolve(said, facts=facts)


def clash(wanted: Sequence[Wish], standing: Sequence[Wish]) -> tuple[Wish, Wish] | None:
    """Return the first wish that overlaps, with what it meets: a standing claim or another of the wishes.

    Of those in order of time, some two neighbours overlap if any two do; ``standing`` must not overlap by itself.
    """
    new = {id(one) for one in wanted}
    in_order = sorted((*standing, *wanted), key=attrgetter("resource", "starts", "ends"))
    for earlier, later in pairwise(in_order):
        if earlier.resource == later.resource and later.starts < earlier.ends:
            return (later, earlier) if id(later) in new else (earlier, later)
    return None
