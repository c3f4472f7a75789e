"""A call: somebody rang a person to tell her what was written to her."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import attrs


class Result(Enum):
    """What came of a call."""

    REACHED = "reached"
    TRY_AGAIN = "try_again"  # nobody answered: she stays on the list
    LEFT_MESSAGE = "left_message"


@attrs.frozen(kw_only=True)
class Call:
    """``rung_by`` rang ``person``; it is None where that one is not on record, or not any more."""

    id: str
    person: str
    rung_by: str | None
    at: datetime
    result: Result
    version: int = 1
