"""A round: one piece of a day's work, done or failed."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

import attrs


class Outcome(Enum):
    """What came of a piece of work."""

    DONE = "done"
    BEFORE = "done before"  # somebody else has done it today
    FAILED = "failed"  # it is tried again at the next round


@attrs.frozen(kw_only=True)
class Round:
    """The work of ``name`` for ``day``. ``fault`` is the reference under which the log tells how it failed."""

    id: str
    day: date
    name: str
    tried_at: datetime
    fault: str = ""
    version: int = 1


@attrs.frozen(kw_only=True)
class Told:
    """What came of one piece of work, for whoever set it off."""

    name: str
    outcome: Outcome
    fault: str = ""
