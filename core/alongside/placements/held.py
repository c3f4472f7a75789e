"""Somebody is held back: from a day on nothing new may be planned for her, until something is answered.

Who must know what is said by audience: the person herself, whoever plans, and colleagues, who learn nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from alongside.instants import Period
from alongside.refusal import ToEach, Worded, worded

FOR_COLLEAGUES = worded("placements", "This is not possible at the moment.")


def reason(*, person: Worded, manager: Worded) -> ToEach:
    """Return a reason by audience: colleagues hear the same few words whatever it is."""
    return ToEach(person=person, manager=manager, colleagues=FOR_COLLEAGUES)


@attrs.frozen(kw_only=True)
class Held:
    """Why nothing new may be planned for a person from ``first_day`` to ``last_day`` (None: no end is known).

    ``said`` is made by ``reason``; whoever plans finds more at ``path``.
    """

    first_day: date
    last_day: date | None = None
    said: ToEach
    path: str

    def on(self, day: date) -> bool:
        """True if the day is one of them."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def meets(self, period: Period) -> bool:
        """True if it holds on any day of a period."""
        return self.first_day <= period.last and (self.last_day is None or self.last_day >= period.first)


HeldBack = Mapping[str, tuple[Held, ...]]
"""Who is held back, by person, with each reason."""


def gathered(answers: Iterable[HeldBack]) -> dict[str, tuple[Held, ...]]:
    """Return what several parts say as one."""
    found: dict[str, tuple[Held, ...]] = {}
    for answer in answers:
        for person, reasons in answer.items():
            found[person] = (*found.get(person, ()), *reasons)
    return found
