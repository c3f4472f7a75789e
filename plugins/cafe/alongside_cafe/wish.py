"""A wish about when: times that somebody likes to work, and times at which she would rather not."""

from __future__ import annotations

from datetime import date, time
from enum import Enum

import attrs

from alongside.api.values import BadInput, local, worded

from .shift import Shift

NOON = time(12)


class WishKind(Enum):
    """What somebody wishes."""

    WANT = "want"
    RATHER_NOT = "rather_not"


class Part(Enum):
    """In which part of a day a shift begins."""

    ALL = "all"
    MORNING = "morning"
    AFTERNOON = "afternoon"

    def has(self, clock: time) -> bool:
        """True if a shift that begins at this time is in it."""
        return self is Part.ALL or (clock < NOON) is (self is Part.MORNING)


@attrs.frozen(kw_only=True)
class Wish:
    """What one person wishes of one café: of a weekday (0 is Monday) of every week, or of one day.

    There is no field for a reason: nobody asks for one. The rota heeds wishes where it can and promises nothing.

    Raises:
        BadInput: for a wish of no day, or of a weekday and a day.
    """

    id: str
    business: str
    person: str
    kind: WishKind = attrs.field(converter=WishKind)
    weekday: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional([attrs.validators.ge(0), attrs.validators.le(6)]),
    )
    day: date | None = None
    part: Part = attrs.field(default=Part.ALL, converter=Part)
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """See that it is about one thing."""
        if (self.weekday is None) == (self.day is None):
            raise BadInput(worded("cafe", "Choose days of the week, or one date."))

    def means(self, shift: Shift, zone: str) -> bool:
        """True if a shift is one that it is about."""
        of_day = shift.day == self.day if self.day else shift.day.weekday() == self.weekday
        return of_day and self.part.has(local(shift.during.starts, zone).time())

    def same_time(self, other: Wish) -> bool:
        """True if both are about the same time, whatever they wish of it."""
        return (self.weekday, self.day, self.part) == (other.weekday, other.day, other.part)
