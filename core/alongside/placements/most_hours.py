"""The most hours a week that somebody wants to work: a wish that anybody may have, without a reason."""

from __future__ import annotations

import re
from datetime import date

import attrs

from alongside.placements.hours_plan import fitting_a_week
from alongside.refusal import BadInput, worded

_CLOCK = re.compile(r"([0-9]{1,3})(?:[:.h ]([0-5][0-9]))?")


@attrs.frozen(kw_only=True)
class MostHours:
    """At most ``minutes`` a week, in all businesses together, since the day on which she said so.

    Raises:
        BadInput: where no week has so many minutes.
    """

    id: str
    person: str
    minutes: int = attrs.field(converter=fitting_a_week)
    said_on: date
    version: int = 1


def minutes_of_week(text: str) -> int:
    """Read hours of a week, written 15 or 15:59, as minutes.

    Raises:
        BadInput: where the text is no number of hours, or no week has so many.
    """
    found = _CLOCK.fullmatch(text.strip())
    minutes = 60 * int(found[1]) + int(found[2] or 0) if found else 0
    try:
        return fitting_a_week(minutes)
    except BadInput as wrong:
        raise BadInput(
            worded("placements", "“{text}” is no number of hours. Write 15 or 15:59.", text=text[:20])
        ) from wrong


def hours_of(minutes: int) -> str:
    """Write minutes as hours are typed: 15 or 15:59."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02d}" if rest else f"{hours}"
