"""Values without a database: time, money, refusals."""

from alongside.instants import (
    LONDON,
    Interval,
    Period,
    at,
    aware,
    local,
    minutes_between,
    moments,
    monday_of,
    near,
)
from alongside.money import Pence, parse_pounds, pounds, wage
from alongside.refusal import (
    Audience,
    BadInput,
    NotAllowed,
    NotFound,
    Refusal,
    SomebodyWasFaster,
    ToEach,
    Worded,
    worded,
)

__all__ = [
    "LONDON",
    "Audience",
    "BadInput",
    "Interval",
    "NotAllowed",
    "NotFound",
    "Pence",
    "Period",
    "Refusal",
    "SomebodyWasFaster",
    "ToEach",
    "Worded",
    "at",
    "aware",
    "local",
    "minutes_between",
    "moments",
    "monday_of",
    "near",
    "parse_pounds",
    "pounds",
    "wage",
    "worded",
]
