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
from alongside.refusal import BadInput, NotAllowed, NotFound, Refusal, SomebodyWasFaster

__all__ = [
    "LONDON",
    "BadInput",
    "Interval",
    "NotAllowed",
    "NotFound",
    "Pence",
    "Period",
    "Refusal",
    "SomebodyWasFaster",
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
]
