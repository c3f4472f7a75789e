"""A line of pay: what is paid for, how long, at which rate, and what that comes to in whole pence."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from alongside.money import Pence


class What(Enum):
    """What is paid for."""

    WORK = "work"
    HOLIDAY = "holiday"
    ROLLED_UP = "rolled_up"  # holiday pay that is paid with the wages, where that was agreed
    SICK = "sick"


@attrs.frozen(kw_only=True)
class Line:
    """One amount of a pay advice, rounded once, up (decision record 0005).

    ``business`` and ``placement`` say whose work it is; sick pay is of the whole enterprise and has neither.
    ``minutes`` may be negative where hours of an earlier period are taken back. ``about`` is the first day of the
    earlier pay period that it puts right, None where it is about this one; ``until`` is that period's last day.
    ``days`` counts the days of sick pay.
    """

    what: What
    business: str | None = None
    placement: str | None = None
    minutes: int = 0
    days: int = 0
    rate: Pence | None = None
    pence: Pence
    about: date | None = None
    until: date | None = None


@attrs.frozen(kw_only=True)
class PaidTime:
    """Time that a run pays for, or takes back: the ledger by which nothing is paid twice and nothing is lost.

    For work it is the part of one ``claim`` that lies on one ``day``, in minutes of real time; for holiday and
    sick pay the day itself. All rows of one claim and day together say what has been paid for it by now.
    """

    what: What
    day: date
    claim: str | None = None
    placement: str | None = None
    rate: Pence | None = None
    minutes: int = 0
    days: int = 0
