"""What needs a human before somebody is paid: found by the run, settled by people."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs


class Kind(Enum):
    """What has to be looked at."""

    NOT_CONFIRMED = "not_confirmed"  # planned, over, and nobody has confirmed it: it is not paid
    NOT_SAID_WHY = "not_said_why"  # she was not there, and nobody has said whether she was ill or on leave
    NOTHING_AGREED = "nothing_agreed"  # she worked where no placement says what it pays
    QUESTION = "question"  # she has asked about her hours and has no answer
    LOW = "low"  # the rate is under the floor; such a run cannot be agreed
    PROMISED = "promised"  # lawful, and less than the enterprise has promised
    NO_BIRTHDAY = "no_birthday"  # without it, nobody can tell the floor
    NO_RULE = "no_rule"  # no rule here speaks of her age or of that day
    OVER_AGREED = "over_agreed"  # more hours in a week than were agreed
    OLD_SICKNESS = "old_sickness"  # it began before the rules of April 2026
    NO_EARNINGS = "no_earnings"  # sick pay is a share of what was earned before, and that is nothing
    EARLIER_PAY = "earlier_pay"  # the usual week is of weeks too from before the first run
    NO_WEEKDAYS = "no_weekdays"  # ill or on leave, and nobody knows on which days she works
    HOLIDAY_LEFT = "holiday_left"  # her paid work has ended, and holiday is left that no run pays by itself
    TAKES_BACK = "takes_back"  # a correction takes back what was paid before
    NO_REFERENCE = "no_reference"  # the payroll bureau knows her by a number that is missing


STOPS = frozenset({Kind.LOW})
"""A run with one of these cannot be agreed."""


@attrs.frozen(kw_only=True)
class Matter:
    """One thing about one person: the days it is about, and how many minutes.

    ``words`` is a rule's sentence and ``least`` the floor in pence an hour, where the rate is under it.
    """

    kind: Kind
    business: str | None = None
    days: tuple[date, ...] = ()
    minutes: int = 0
    words: str = ""
    least: int = 0

    @property
    def stops(self) -> bool:
        """True if the run cannot be agreed with it."""
        return self.kind in STOPS
