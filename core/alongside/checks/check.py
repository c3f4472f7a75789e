"""A check of a person: which, of which level, its number and day, and what was decided; never what stands in it.

There is no field for words and none for a file. Of the right to work it is kept that it was looked at, by whom,
when and until when it holds: the share code is not kept.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import Enum

import attrs

from alongside.checks.job_role import Level, Scheme
from alongside.instants import aware
from alongside.refusal import BadInput, worded

_NUMBER = re.compile(r"[0-9A-Z]{1,20}")


def without_gaps(number: str) -> str:
    """Return a number as it is kept: without the gaps by which people read it."""
    return number.replace(" ", "").upper()


class Kind(Enum):
    """What was looked at."""

    RECORD = "record"  # a criminal record check
    RIGHT_TO_WORK = "right_to_work"


class Decision(Enum):
    """What was decided, for the role it was asked for."""

    WAITING = "waiting"  # it was asked for and is not there yet
    FINE = "fine"
    NOT_FOR_THIS_ROLE = "not_for_this_role"


@attrs.frozen(kw_only=True)
class Check:
    """One check. One is never changed: what came later is another, and the last one counts.

    ``turn`` counts a person's checks. ``role`` is the job role it was asked for. ``done_on`` is the day on it,
    ``until`` the last day on which it holds (None: no end is known), ``decided_by`` who decided.

    Raises:
        BadInput: for a number where none is kept, one that is none, a day still to come, or an end before it.
    """

    id: str
    person: str
    turn: int
    role: str
    kind: Kind
    scheme: Scheme | None = None
    level: Level = Level.NONE
    number: str = attrs.field(default="", converter=without_gaps)
    done_on: date | None = None
    decision: Decision = Decision.WAITING
    decided_by: str | None = None
    until: date | None = None
    noted_at: datetime = attrs.field(converter=aware)
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep out what is not kept, and what cannot be."""
        if self.kind is Kind.RIGHT_TO_WORK and self.number:
            raise BadInput(worded("checks", "The share code is not kept. Leave the number out."))
        if self.number and not _NUMBER.fullmatch(self.number):
            raise BadInput(worded("checks", "A number has digits and letters, 20 at the most. Look at it again."))
        if self.decision is not Decision.WAITING and self.done_on is None:
            raise BadInput(worded("checks", "A decision stands on a check. Give the day on it."))
        if self.done_on and self.done_on > self.noted_at.date():
            raise BadInput(worded("checks", "This day is still to come. Give the day on which it was looked at."))
        if self.done_on and self.until and self.until < self.done_on:
            raise BadInput(worded("checks", "It ends before it begins. Look at both days again."))

    def holds(self, day: date) -> bool:
        """True if it was decided that it is fine, and it has not run out by the day."""
        return self.decision is Decision.FINE and (self.until is None or day <= self.until)


@attrs.frozen(kw_only=True)
class Shown:
    """That one point of an induction was gone through with a person, on a day and by whom."""

    id: str
    person: str
    role: str
    point: str
    shown_on: date
    shown_by: str | None
    version: int = 1
