"""What happens when somebody cannot come: one of a few outcomes, the same for everybody, known before she says so.

They hang on nothing but how long it is until the shift begins. Nobody counts how often, and nobody asks why.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

from alongside.api.values import Worded, local, worded

from .rota import KeptShift

EARLY = timedelta(hours=48)
"""From so much notice on there is time to ask around in peace."""

SOON = timedelta(hours=12)
"""With less than this a message might be read too late: she is asked to ring as well."""

AT_ONCE = timedelta(days=13)
"""How far from a first day on somebody is off, or comes after all, in one act: two weeks with that day."""

Line = tuple[str, Worded]
"""A picture, and the sentence beside it."""

OFF: Line = ("calendar", worded("cafe", "You are off this shift then."))
ASKED: Line = ("people", worded("cafe", "We ask others who can come."))
TOLD: Line = ("bell", worded("cafe", "Who plans the rota hears of it at once."))
CALM: Line = ("sofa", worded("cafe", "You need to do nothing more."))
RING: Line = ("phone", worded("cafe", "It is very soon, so please ring us as well."))
TELL: Line = ("speech", worded("cafe", "It is very soon, so please tell us as well."))
"""In the place of ``RING`` where the café has kept no number."""

NO_COUNT: Line = ("handshake", worded("cafe", "Nobody counts how often you cannot come."))


@attrs.frozen(kw_only=True)
class Outcome:
    """What follows with so much notice: what she reads ``before`` she says it, and whether she is to ``ring``."""

    id: str
    least: timedelta
    before: tuple[Line, ...]
    ring: bool = False


OUTCOMES = (
    Outcome(id="early", least=EARLY, before=(OFF, ASKED, CALM, NO_COUNT)),
    Outcome(id="late", least=SOON, before=(OFF, TOLD, ASKED, NO_COUNT)),
    Outcome(id="soon", least=timedelta(), before=(OFF, TOLD, ASKED, RING, NO_COUNT), ring=True),
)
"""The outcomes, that with most notice first."""


def outcome_of(shift: KeptShift, now: datetime) -> Outcome:
    """Return what follows if somebody says now that she cannot come; the same day is soon at any hour."""
    notice = max(shift.starts - now, timedelta())
    found = next(one for one in OUTCOMES if notice >= one.least)
    today = local(now, shift.zone).date() == shift.day
    return OUTCOMES[-1] if today and notice < EARLY else found
